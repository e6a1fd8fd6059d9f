using Gms.Events;

namespace Gms.Platform;

/// <summary>An event as it is written with the change. The relay sends it; Events.Replay reads it.</summary>
public sealed class OutboxRow
{
    public required Guid EventId { get; init; }
    public required string Name { get; init; }
    public required string SubjectId { get; init; }
    public required long SubjectVersion { get; init; }
    public required DateTimeOffset OccurredAt { get; init; }
    public required string Body { get; init; }
    public string? TraceParent { get; init; }
    public DateTimeOffset? TestClock { get; init; }

    /// <param name="happened">The event.</param>
    /// <param name="traceParent">The trace of what made it; null without one.</param>
    /// <param name="testClock">The test clock under which it was made; null for real time.</param>
    public static OutboxRow Of(IEvent happened, string? traceParent, DateTimeOffset? testClock) => new()
    {
        EventId = happened.EventId,
        Name = EventNames.Of(happened.GetType()),
        SubjectId = happened.SubjectId,
        SubjectVersion = happened.SubjectVersion,
        OccurredAt = happened.OccurredAt,
        Body = EventJson.Write(happened),
        TraceParent = traceParent,
        TestClock = testClock,
    };
}

/// <summary>The answer of a changing call, kept for a repeat.</summary>
public sealed class RequestRow
{
    public required Guid RequestId { get; init; }
    public required string Call { get; init; }
    public required string Account { get; init; }
    public required byte[] Hash { get; init; }
    public required byte[] Response { get; init; }
}

/// <summary>Who did, read or was refused what, when and why.</summary>
public sealed record AuditRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required DateTimeOffset At { get; init; }
    public required string Kind { get; init; }
    public required string Event { get; init; }
    public required string Call { get; init; }
    public required string Account { get; init; }
    public required string Organisation { get; init; }
    public string? Actor { get; init; }
    public required string Purpose { get; init; }
    public string? Subject { get; init; }
    public string? Fields { get; init; }
    public string? Outcome { get; init; }
    public required string CorrelationId { get; init; }

    /// <summary>What is written of a call that ends now: a row for each person it tells of, or one that names nobody.</summary>
    internal static IEnumerable<AuditRow> AllOf(Call call)
    {
        var kind = call.Access.Changes ? "change" : "read";
        return call.Disclosures.Count == 0 ? [Of(call, kind)] : call.Disclosures.Select(d => Of(call, kind, d));
    }

    internal static AuditRow Of(Call call, string kind, Disclosure told)
    {
        var row = Of(call, kind, told.WorkerNumber, string.Join(' ', told.Fields));
        return told.Asker is { } asker ? row with { Account = asker.Account, Organisation = asker.Organisation } : row;
    }

    internal static AuditRow Of(Call call, string kind, string? subject = null, string? fields = null, string? outcome = null) => new()
    {
        // The audit tells real time, whatever clock the call runs on.
        At = TimeProvider.System.GetUtcNow(),
        Kind = kind,
        Event = call.Access.AuditEvent.Length > 0 ? call.Access.AuditEvent : "refused",
        Call = call.Name,
        Account = call.Caller.Account,
        Organisation = call.Caller.Organisation,
        Actor = call.Caller.Actor,
        Purpose = call.Purpose.Name(),
        Subject = subject,
        Fields = fields,
        Outcome = outcome,
        CorrelationId = call.CorrelationId,
    };
}
