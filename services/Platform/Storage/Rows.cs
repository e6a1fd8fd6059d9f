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
