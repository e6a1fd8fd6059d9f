using Gms.Events;
using MassTransit;

namespace Gms.Platform;

/// <summary>Takes one event from a queue to its handler.</summary>
sealed class OneByOne<TDb, TEvent, THandler>(Inbox<TDb> inbox) : IConsumer<TEvent>
    where TDb : ServiceDb
    where TEvent : class, IEvent
    where THandler : class, IHandle<TEvent>
{
    public Task Consume(ConsumeContext<TEvent> context) =>
        inbox.Deliver<TEvent, THandler>(context.Message, Wire.TestClock(context), context.CancellationToken);
}

/// <summary>Takes up to a hundred events at once to a busy handler.</summary>
sealed class InBatches<TDb, TEvent, THandler>(Inbox<TDb> inbox) : IConsumer<Batch<TEvent>>
    where TDb : ServiceDb
    where TEvent : class, IEvent
    where THandler : class, IHandleMany<TEvent>
{
    public Task Consume(ConsumeContext<Batch<TEvent>> context) =>
        inbox.DeliverMany<TEvent, THandler>([.. context.Message.Select(m => new Received<TEvent>(Wire.Name(m), m.Message))], context.CancellationToken);
}

/// <summary>What travels beside an event's body.</summary>
static class Wire
{
    public const string NameHeader = "gms-event";

    public static string Name(MessageContext context) =>
        context.Headers.Get<string>(NameHeader) ?? throw new InvalidOperationException("A message without the header gms-event is none of this registry's events.");

    public static DateTimeOffset? TestClock(MessageContext context) => CallClock.Parse(context.Headers.Get<string>(CallClock.Header));
}
