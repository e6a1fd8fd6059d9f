using MassTransit;

namespace Gms.Events;

/// <summary>An event that belongs on the timelines of many workers at once: what was done in bulk, told once for each committed piece.</summary>
[MessageUrn("gms:workers-event:1")]
[EntityName("gms.workers-event")]
public interface IWorkersEvent : IEvent
{
    /// <summary>The worker numbers, up to 500.</summary>
    IReadOnlyList<string> WorkerNumbers { get; }

    /// <summary>The country that holds the records, ISO 3166-1 alpha-2.</summary>
    string Country { get; }
}
