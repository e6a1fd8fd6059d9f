using MassTransit;

namespace Gms.Events.Reintegration;

/// <summary>Cases were opened for returns that came as a list: one event for each committed piece.</summary>
/// <remarks>Says nothing about why the workers came back. The subject is the import of the returns.</remarks>
[MessageUrn("gms:reintegration:cases-opened:1")]
[EntityName("gms.reintegration.cases-opened")]
public sealed record CasesOpened : IWorkersEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The import's id.</summary>
    public required string SubjectId { get; init; }

    /// <summary>As the event of the returns: 1, 2, 3 … per import.</summary>
    public required long SubjectVersion { get; init; }

    /// <summary>The workers, each once.</summary>
    public required IReadOnlyList<string> WorkerNumbers { get; init; }

    /// <summary>The country returned to, which holds the cases.</summary>
    public required string Country { get; init; }

    /// <summary>The cases.</summary>
    public required IReadOnlyList<Guid> CaseIds { get; init; }
}
