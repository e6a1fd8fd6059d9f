using MassTransit;

namespace Gms.Events;

/// <summary>Something that happened, told to whoever needs to know. Facts and ids; no names, no document numbers.</summary>
[ExcludeFromTopology]
public interface IEvent
{
    /// <summary>UUIDv7, made by the publisher. A consumer acts on it once.</summary>
    Guid EventId { get; }

    /// <summary>When it became true, UTC.</summary>
    DateTimeOffset OccurredAt { get; }

    /// <summary>What it happened to: the aggregate's id, or the worker number where the worker is the aggregate.</summary>
    string SubjectId { get; }

    /// <summary>1, 2, 3 … per subject, set in the writing transaction: a reader that keeps state ignores older versions and fetches on a gap.</summary>
    long SubjectVersion { get; }
}
