using System.Globalization;
using System.Linq.Expressions;

namespace Gms.Platform;

/// <summary>Where a row stands in its export: an id and, where several rows share one, a number or text. Each row has its own, and it never changes.</summary>
public sealed class RowKey<TRow>
{
    readonly Expression<Func<TRow, Guid>> _id;
    readonly Func<TRow, Guid> _readId;
    readonly Func<IQueryable<TRow>, Position, IQueryable<TRow>> _after;
    readonly Func<IOrderedQueryable<TRow>, IOrderedQueryable<TRow>> _thenBy;
    readonly Func<TRow, string> _readPart;

    public RowKey(Expression<Func<TRow, Guid>> id)
        : this(id, (rows, at) => rows.Where(After(id, at.Id)), rows => rows, _ => "")
    {
    }

    public RowKey(Expression<Func<TRow, Guid>> id, Expression<Func<TRow, long>> part)
        : this(id, (rows, at) => rows.Where(After(id, at.Id, part, IsGreater(part, at.Number))), rows => rows.ThenBy(part), Written(part))
    {
    }

    public RowKey(Expression<Func<TRow, Guid>> id, Expression<Func<TRow, string>> part)
        : this(id, (rows, at) => rows.Where(After(id, at.Id, part, IsGreater(part, at.Part))), rows => rows.ThenBy(part), part.Compile())
    {
    }

    RowKey(Expression<Func<TRow, Guid>> id, Func<IQueryable<TRow>, Position, IQueryable<TRow>> after, Func<IOrderedQueryable<TRow>, IOrderedQueryable<TRow>> thenBy, Func<TRow, string> readPart) =>
        (_id, _readId, _after, _thenBy, _readPart) = (id, id.Compile(), after, thenBy, readPart);

    /// <summary>The rows after a position, in order.</summary>
    internal IQueryable<TRow> InOrder(IQueryable<TRow> rows, Position? after) => _thenBy((after is { } at ? _after(rows, at) : rows).OrderBy(_id));

    internal Position PositionOf(TRow row) => new(_readId(row), _readPart(row));

    static Expression<Func<TRow, bool>> After(Expression<Func<TRow, Guid>> id, Guid at) =>
        Expression.Lambda<Func<TRow, bool>>(Expression.GreaterThan(id.Body, Captured(() => at)), id.Parameters);

    static Expression<Func<TRow, bool>> After(Expression<Func<TRow, Guid>> id, Guid at, LambdaExpression part, Expression partIsGreater)
    {
        var onSameRow = new Replace(part.Parameters[0], id.Parameters[0]).Visit(partIsGreater)!;
        var sameId = Expression.AndAlso(Expression.Equal(id.Body, Captured(() => at)), onSameRow);
        return Expression.Lambda<Func<TRow, bool>>(Expression.OrElse(Expression.GreaterThan(id.Body, Captured(() => at)), sameId), id.Parameters);
    }

    static BinaryExpression IsGreater(Expression<Func<TRow, long>> part, long than) => Expression.GreaterThan(part.Body, Captured(() => than));

    static BinaryExpression IsGreater(Expression<Func<TRow, string>> part, string than)
    {
        var compare = typeof(string).GetMethod(nameof(string.Compare), [typeof(string), typeof(string)])!;
        return Expression.GreaterThan(Expression.Call(compare, part.Body, Captured(() => than)), Expression.Constant(0));
    }

    static Func<TRow, string> Written(Expression<Func<TRow, long>> part)
    {
        var read = part.Compile();
        return row => read(row).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>A captured variable, which the query sends as a parameter.</summary>
    static Expression Captured<T>(Expression<Func<T>> variable) => variable.Body;
}

/// <summary>Puts one expression in another's place.</summary>
sealed class Replace(Expression from, Expression to) : ExpressionVisitor
{
    public override Expression? Visit(Expression? node) => node == from ? to : base.Visit(node);
}

/// <summary>A row's place, as it is answered and sent back.</summary>
public sealed record Position(Guid Id, string Part)
{
    internal long Number => long.TryParse(Part, CultureInfo.InvariantCulture, out var number) ? number : throw Refuse.Invalid(PlatformProblems.ExportPositionMalformed());

    public override string ToString() => $"{Id:N}.{Part}";

    /// <summary>Null when nothing was sent.</summary>
    internal static Position? Read(string text)
    {
        if (text.Length == 0)
            return null;
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && Guid.TryParseExact(text[..dot], "N", out var id) && text.Length < 100 ? new(id, text[(dot + 1)..]) : throw Refuse.Invalid(PlatformProblems.ExportPositionMalformed());
    }
}
