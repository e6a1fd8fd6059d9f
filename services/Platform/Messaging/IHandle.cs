using Gms.Events;

namespace Gms.Platform;

/// <summary>
/// Acts on one event. Runs in a transaction that also records the event as handled: what it does through the service's database happens once.
/// Named "On" + the event, in the folder of the noun that changes. Ends with <c>db.Commit(cancel)</c>.
/// </summary>
public interface IHandle<in TEvent> where TEvent : class, IEvent
{
    Task Handle(TEvent happened, CancellationToken cancel);
}

/// <summary>Acts on many events at once, in one transaction: for a busy reader.</summary>
public interface IHandleMany<TEvent> where TEvent : class, IEvent
{
    Task Handle(IReadOnlyList<Received<TEvent>> happened, CancellationToken cancel);
}

/// <summary>An event with the wire name under which it came: a reader of a shared contract learns which event it was.</summary>
public sealed record Received<TEvent>(string Name, TEvent Event);
