using MassTransit;

namespace Gms.Events.Registry;

/// <summary>A departure pass was revoked: it no longer lets anybody leave.</summary>
/// <remarks>What an officer gave as reason is not sent; whoever may read it asks.</remarks>
[MessageUrn("gms:registry:pass-revoked:1")]
[EntityName("gms.registry.pass-revoked")]
public sealed record PassRevoked : IWorkerEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The pass's id.</summary>
    public required string SubjectId { get; init; }

    public required long SubjectVersion { get; init; }

    public required string WorkerNumber { get; init; }

    /// <summary>Country of departure, which issued the pass.</summary>
    public required string Country { get; init; }

    public required Guid PassId { get; init; }

    public required Guid DepartureId { get; init; }

    /// <summary>NoLongerCleared, Reissued or ByOfficer.</summary>
    public required string Reason { get; init; }
}
