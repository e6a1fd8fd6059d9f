using MassTransit;

namespace Gms.Events.Registry;

/// <summary>A fact of a person's record was corrected: the name, the date of birth, the sex or the nationality.</summary>
/// <remarks>Says which fact, never its value: whoever may know more asks Workers.GetWorker.</remarks>
[MessageUrn("gms:registry:worker-corrected:1")]
[EntityName("gms.registry.worker-corrected")]
public sealed record WorkerCorrected : IWorkerEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public required string SubjectId { get; init; }

    /// <summary>The worker's version.</summary>
    public required long SubjectVersion { get; init; }

    public required string WorkerNumber { get; init; }

    public required string Country { get; init; }

    public required Guid CorrectionId { get; init; }

    /// <summary>NAMES, BIRTH_DATE, SEX or NATIONALITY.</summary>
    public required string Fact { get; init; }

    /// <summary>The day from which the new value is true; null when it was always so.</summary>
    public DateOnly? EffectiveOn { get; init; }
}
