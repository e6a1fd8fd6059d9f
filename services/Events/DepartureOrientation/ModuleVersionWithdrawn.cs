using MassTransit;

namespace Gms.Events.DepartureOrientation;

/// <summary>A version of a module may no longer be taught from a day on.</summary>
/// <remarks>Says nothing about a person; the reason stays with the office.</remarks>
[MessageUrn("gms:departure-orientation:module-version-withdrawn:1")]
[EntityName("gms.departure-orientation.module-version-withdrawn")]
public sealed record ModuleVersionWithdrawn : IEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The withdrawal, as text.</summary>
    public required string SubjectId { get; init; }

    public required long SubjectVersion { get; init; }

    public required Guid WithdrawalId { get; init; }

    /// <summary>The country that published the module, ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    /// <summary>The module's code.</summary>
    public required string Code { get; init; }

    /// <summary>Its version.</summary>
    public required int Version { get; init; }

    /// <summary>The first day on which it may no longer be taught; may lie before the event.</summary>
    public required DateOnly From { get; init; }
}
