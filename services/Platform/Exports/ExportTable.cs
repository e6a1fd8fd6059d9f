using Gms.Type.V1;

namespace Gms.Platform;

/// <summary>One thing that can be taken out of a service.</summary>
public abstract class ExportTable
{
    public required string Name { get; init; }

    /// <summary>What it holds, in one sentence.</summary>
    public required string Holds { get; init; }

    /// <summary>Of the call that reads the same rows one by one: what somebody may not read there is not taken out here.</summary>
    public required string Permission { get; init; }

    /// <summary>The database's table whose columns it gives.</summary>
    public required string Table { get; init; }

    /// <summary>Tables of which its rows tell within their own columns.</summary>
    public IReadOnlyList<string> Within { get; init; } = [];

    /// <summary>Columns of the table that are not given, with the reason.</summary>
    public IReadOnlyDictionary<string, string> LeavesOut { get; init; } = new Dictionary<string, string>();

    /// <summary>The purposes for which it is given; empty for all that the call has.</summary>
    public IReadOnlyList<Purpose> OnlyFor { get; init; } = [];

    public abstract IReadOnlyList<ExportColumn> Described { get; }

    public abstract bool TellsOfWorkers { get; }

    public abstract bool KnowsChanges { get; }

    /// <summary>Whether there are rows of such a caller's own at all.</summary>
    internal abstract bool IsFor(Caller caller);
}

/// <summary>An export of one database.</summary>
public abstract class ExportTable<TDb> : ExportTable where TDb : ServiceDb
{
    /// <summary>The caller's own rows, in order.</summary>
    internal abstract IAsyncEnumerable<ExportedRow> Read(TDb db, Caller caller, ExportAsk ask, IServiceProvider services, CancellationToken cancel);
}

/// <summary>What of an export is wanted.</summary>
/// <param name="Workers">The numbers of one worker; null for every row of the caller's own.</param>
/// <param name="ChangedSince">Null for all rows.</param>
/// <param name="After">Null to begin.</param>
sealed record ExportAsk(IReadOnlyList<string>? Workers, DateTimeOffset? ChangedSince, Position? After);

/// <summary>A row to be written.</summary>
sealed record ExportedRow(Position Position, string? Worker, IReadOnlyList<object?> Values);

/// <summary>What changed since a time.</summary>
/// <param name="Subjects">The ids of what an event told of: a query.</param>
/// <param name="FirstId">The first id that can have been made since (UUIDv7), for rows whose making no event tells.</param>
/// <param name="At">The time, for rows that say themselves when they were changed without an event.</param>
public sealed record ChangedSince(IQueryable<string> Subjects, Guid FirstId, DateTimeOffset At);
