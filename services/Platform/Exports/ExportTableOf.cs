using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Gms.Platform;

/// <summary>An export of these rows. Which of them are a caller's own is said here, and becomes part of the query.</summary>
public sealed class ExportTable<TDb, TRow> : ExportTable<TDb>
    where TDb : ServiceDb
    where TRow : class
{
    const int Page = 500;

    /// <summary>A change counts by the beginning of its transaction: what was under way a moment earlier is given too.</summary>
    static readonly TimeSpan UnderWay = TimeSpan.FromMinutes(1);

    public required Func<TDb, IQueryable<TRow>> Rows { get; init; }

    public required RowKey<TRow> Key { get; init; }

    public required IReadOnlyList<ExportColumn<TRow>> Columns { get; init; }

    /// <summary>The worker a row tells of; unset when its rows tell of none.</summary>
    public Expression<Func<TRow, string?>>? Worker { get; init; }

    /// <summary>The rows that a country holds.</summary>
    public Func<TDb, IQueryable<TRow>, string, IQueryable<TRow>>? OfCountry { get; init; }

    /// <summary>The rows of an agency; unset where none are an agency's.</summary>
    public Func<TDb, IQueryable<TRow>, Guid, IQueryable<TRow>>? OfAgency { get; init; }

    /// <summary>The rows of an office or institution that is not a ministry; unset where such a caller takes what the country holds.</summary>
    public Func<TDb, IQueryable<TRow>, Caller, IQueryable<TRow>>? OfOrganisation { get; init; }

    /// <summary>The rows that a body of the whole region takes out: none that tells of a person. Unset: none at all.</summary>
    public Func<IQueryable<TRow>, IQueryable<TRow>>? OfRegion { get; init; }

    public Func<IQueryable<TRow>, ChangedSince, IQueryable<TRow>>? Changed { get; init; }

    public override IReadOnlyList<ExportColumn> Described => Columns;

    public override bool TellsOfWorkers => Worker is not null;

    public override bool KnowsChanges => Changed is not null;

    internal override bool IsFor(Caller caller) => caller switch
    {
        { Actor: not null } => false,
        { Worker: not null } => Worker is not null,
        { Agency: not null } => OfAgency is not null,
        // Who is a worker or an agency's by role and has no number is nobody's officer.
        _ when caller.Roles.Contains(Role.Worker) || caller.Roles.Contains(Role.AgencyOfficer) || caller.Roles.Contains(Role.PartnerOfficer) => false,
        { Country: null } => OfRegion is not null,
        _ => OfCountry is not null || OwnOffice(caller),
    };

    internal override async IAsyncEnumerable<ExportedRow> Read(TDb db, Caller caller, ExportAsk ask, IServiceProvider services, [EnumeratorCancellation] CancellationToken cancel)
    {
        var readWorker = Worker?.Compile();
        var rows = Own(db, Rows(db), caller);
        if (ask.Workers is { } workers)
            rows = rows.Where(OfWorker(workers));
        if (ask.ChangedSince is { } since)
            rows = Changed!(rows, Since(db, since - UnderWay));

        // Page by page, each a short query: a slow reader holds no connection.
        for (var after = ask.After; ;)
        {
            var page = await Key.InOrder(rows, after).Take(Page).AsNoTracking().ToListAsync(cancel);
            foreach (var row in page)
                yield return new(after = Key.PositionOf(row), readWorker?.Invoke(row), [.. Columns.Select(c => c.Value(row, services))]);
            if (page.Count < Page)
                yield break;
        }
    }

    IQueryable<TRow> Own(TDb db, IQueryable<TRow> rows, Caller caller) => caller switch
    {
        { Worker: { } own } => rows.Where(OfWorker([own, .. caller.WorkerNumbers])),
        { Agency: { } agency } => OfAgency!(db, rows, agency),
        { Country: null } when OfRegion is not null => OfRegion(rows),
        _ when OwnOffice(caller) => OfOrganisation!(db, rows, caller),
        { Country: { } country } => OfCountry!(db, rows, country),
        _ => throw new InvalidOperationException($"{Name} is not for this caller."),
    };

    bool OwnOffice(Caller caller) => OfOrganisation is not null && !caller.Roles.Contains(Role.MinistryOfficer);

    Expression<Func<TRow, bool>> OfWorker(IReadOnlyList<string> workers)
    {
        var numbers = workers.ToList();
        Expression<Func<string?, bool>> isOne = number => numbers.Contains(number!);
        return Expression.Lambda<Func<TRow, bool>>(new Replace(isOne.Parameters[0], Worker!.Body).Visit(isOne.Body)!, Worker.Parameters);
    }

    static ChangedSince Since(TDb db, DateTimeOffset since)
    {
        var time = Guid.CreateVersion7(since).ToByteArray(bigEndian: true);
        time.AsSpan(6).Clear();
        return new(db.Database.SqlQuery<string>($"SELECT subject_id AS \"Value\" FROM outbox WHERE recorded_at >= {since}"), new(time, bigEndian: true), since.ToUniversalTime());
    }
}
