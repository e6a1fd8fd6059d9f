using Gms.Events;
using Gms.Events.Registry;

namespace Gms.Platform.Tests.Probe;

/// <summary>Notes each event by itself.</summary>
public sealed class OnWorkerEnrolled(ProbeDb db, ProbeScript script) : IHandle<WorkerEnrolled>
{
    public async Task Handle(WorkerEnrolled happened, CancellationToken cancel)
    {
        script.OnTold(happened.SubjectId);
        db.Tellings.Add(new() { Consumer = nameof(OnWorkerEnrolled), EventId = happened.EventId, Subject = happened.SubjectId });
        await db.Commit(cancel);
    }
}

/// <summary>Notes events of every name, many at once.</summary>
public sealed class OnWorkerEvents(ProbeDb db, ProbeScript script) : IHandleMany<IWorkerEvent>
{
    public async Task Handle(IReadOnlyList<Received<IWorkerEvent>> happened, CancellationToken cancel)
    {
        foreach (var one in happened)
            script.OnToldMany(one.Event.SubjectId);
        db.Tellings.AddRange(happened.Select(h => new Telling { Consumer = nameof(OnWorkerEvents), EventId = h.Event.EventId, Subject = h.Event.SubjectId }));
        await db.Commit(cancel);
    }
}
