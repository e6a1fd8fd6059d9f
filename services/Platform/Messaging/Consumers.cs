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

/// <summary>Takes up to a hundred events at once to a busy handler; one that it fails on for good is not to take the others with it.</summary>
sealed class InBatches<TDb, TEvent, THandler>(Inbox<TDb> inbox) : IConsumer<Batch<TEvent>>
    where TDb : ServiceDb
    where TEvent : class, IEvent
    where THandler : class, IHandleMany<TEvent>
{
    public async Task Consume(ConsumeContext<Batch<TEvent>> context)
    {
        try
        {
            await Deliver(context.Message, context.CancellationToken);
        }
        catch (Exception failure) when (context.Message.Length > 1 && IsForGood(failure))
        {
            await DeliverEach(context.Message, context.CancellationToken);
        }
    }

    /// <summary>What was handled now, the inbox passes over when the rest is tried again.</summary>
    async Task DeliverEach(Batch<TEvent> messages, CancellationToken cancel)
    {
        var failures = new Dictionary<Guid, Exception>();
        foreach (var message in messages)
        {
            try
            {
                await Deliver([message], cancel);
            }
            catch (Exception failure) when (IsForGood(failure))
            {
                failures[message.MessageId ?? default] = failure;
            }
        }
        if (failures.Count > 0)
            throw new PartFailed(failures);
    }

    Task Deliver(IEnumerable<ConsumeContext<TEvent>> messages, CancellationToken cancel) =>
        inbox.DeliverMany<TEvent, THandler>([.. messages.Select(m => new Received<TEvent>(Wire.Name(m), m.Message))], cancel);

    static bool IsForGood(Exception failure) => failure is not OperationCanceledException && !Healing.Heals(failure);
}

/// <summary>What travels beside an event's body.</summary>
static class Wire
{
    public const string NameHeader = "gms-event";

    public static string Name(MessageContext context) =>
        context.Headers.Get<string>(NameHeader) ?? throw new InvalidOperationException("A message without the header gms-event is none of this registry's events.");

    public static DateTimeOffset? TestClock(MessageContext context) => CallClock.Parse(context.Headers.Get<string>(CallClock.Header));
}
