using MassTransit;

namespace Gms.Events;

/// <summary>An event that belongs on one worker's timeline. Journeys reads all of them through this contract.</summary>
[MessageUrn("gms:worker-event:1")]
[EntityName("gms.worker-event")]
public interface IWorkerEvent : IEvent
{
    /// <summary>The worker number under which the record was made, for example LA-7KQ2-M9XD-R.</summary>
    string WorkerNumber { get; }

    /// <summary>The country that holds the record, ISO 3166-1 alpha-2.</summary>
    string Country { get; }
}
