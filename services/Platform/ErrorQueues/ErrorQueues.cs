using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Gms.Platform;

/// <summary>What one queue's error queue holds: how many, and the first of them as far as they were looked at.</summary>
public sealed record ErrorQueue(string WorkQueue, long Messages, IReadOnlyList<GivenUp> First);

/// <summary>How many messages were moved back to their queue, and how many of those that were there remain.</summary>
public sealed record Redriven(long Moved, long Left);

/// <summary>
/// Messages that a handler failed on for good are kept in the error queue of its work queue. Here they are looked at, and moved back once the
/// cause is mended; the inbox absorbs what was handled after all. Speaks AMQP only: no management plugin, no second way into the broker.
/// </summary>
public sealed class ErrorQueues(Uri? broker, IReadOnlyList<string> nodes, IReadOnlyCollection<string> workQueues)
{
    const ushort NotFound = 404;

    /// <summary>
    /// A broker from RabbitMQ 4 on throws a message away that was returned twenty times, and whoever looks returns it. Long before, it is put
    /// at the end as a new one.
    /// </summary>
    internal const int MostReturns = 8;

    /// <summary>One event is looked for among so many.</summary>
    internal const int MostLookedAt = 10_000;

    static readonly CreateChannelOptions Confirmed = new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);

    public IReadOnlyCollection<string> WorkQueues => workQueues;

    /// <summary>Those of a service's queues whose error queue holds something, each with at most so many of its messages.</summary>
    public async Task<IReadOnlyList<ErrorQueue>> List(int mostOfEach, CancellationToken cancel)
    {
        await using var connection = await Connect(cancel);
        var queues = new List<ErrorQueue>();
        foreach (var work in workQueues.Order(StringComparer.Ordinal))
            if (await Count(connection, work, cancel) is > 0 and var messages)
                queues.Add(new(work, messages, await Look(connection, work, mostOfEach, cancel)));
        return queues;
    }

    /// <summary>
    /// Moves what is in the error queue now back to the work queue, each message confirmed there before it leaves here: whatever dies in between,
    /// none is lost. What fails again comes back to the error queue and is not moved a second time.
    /// </summary>
    public async Task<Redriven> Redrive(string workQueue, long most, CancellationToken cancel)
    {
        await using var connection = await Connect(cancel);
        var messages = await Count(connection, workQueue, cancel);
        await using var channel = await connection.CreateChannelAsync(Confirmed, cancel);
        for (var moved = 0L; moved < Math.Min(messages, most); moved++)
        {
            if (await channel.BasicGetAsync(ErrorsOf(workQueue), autoAck: false, cancel) is not { } message)
                return new(moved, 0);
            await Move(channel, message, workQueue, GivenUp.WithoutFault(message), cancel);
        }
        return new(Math.Min(messages, most), Math.Max(0, messages - most));
    }

    /// <summary>The same for one event; it may be there more than once. What else was looked at goes back where it was. Moved is 0 when it is not there.</summary>
    public async Task<Redriven> Redrive(string workQueue, Guid eventId, CancellationToken cancel)
    {
        await using var connection = await Connect(cancel);
        var messages = await Count(connection, workQueue, cancel);
        await using var channel = await connection.CreateChannelAsync(Confirmed, cancel);
        var (moved, worn) = (0L, new List<BasicGetResult>());
        for (var i = 0L; i < Math.Min(messages, MostLookedAt) && await channel.BasicGetAsync(ErrorsOf(workQueue), autoAck: false, cancel) is { } message; i++)
            if (GivenUp.Of(message).EventId == eventId)
            {
                await Move(channel, message, workQueue, GivenUp.WithoutFault(message), cancel);
                moved++;
            }
            else if (IsWorn(message))
            {
                worn.Add(message);
            }
        await Renew(channel, workQueue, worn, cancel);
        return new(moved, messages - moved);
    }

    /// <summary>Looks at the first messages; without an acknowledgement they stay where they are.</summary>
    static async Task<IReadOnlyList<GivenUp>> Look(IConnection connection, string workQueue, int most, CancellationToken cancel)
    {
        await using var channel = await connection.CreateChannelAsync(Confirmed, cancel);
        var seen = new List<BasicGetResult>();
        while (seen.Count < most && await channel.BasicGetAsync(ErrorsOf(workQueue), autoAck: false, cancel) is { } message)
            seen.Add(message);
        await Renew(channel, workQueue, seen.Where(IsWorn), cancel);
        return [.. seen.Select(GivenUp.Of).OrderBy(g => g.FailedAt)];
    }

    /// <summary>What was returned often is put at the end of its own queue as a new message.</summary>
    static async Task Renew(IChannel channel, string workQueue, IEnumerable<BasicGetResult> worn, CancellationToken cancel)
    {
        foreach (var message in worn)
            await Move(channel, message, ErrorsOf(workQueue), GivenUp.Unreturned(message), cancel);
    }

    static bool IsWorn(BasicGetResult message) => GivenUp.Returns(message) >= MostReturns;

    static async Task Move(IChannel channel, BasicGetResult message, string to, BasicProperties properties, CancellationToken cancel)
    {
        await channel.BasicPublishAsync("", to, mandatory: true, properties, message.Body, cancel);
        await channel.BasicAckAsync(message.DeliveryTag, multiple: false, cancel);
    }

    static string ErrorsOf(string workQueue) => workQueue + "_error";

    async Task<IConnection> Connect(CancellationToken cancel)
    {
        if (broker is null)
            throw new BrokerUnreachableException(new InvalidOperationException("Broker__Address is not set."));
        var factory = new ConnectionFactory { Uri = broker, ClientProvidedName = "error queues" };
        return await factory.CreateConnectionAsync(BrokerNodes.Endpoints(factory, nodes), cancel);
    }

    /// <summary>An error queue is made with the first failure: none is the same as an empty one.</summary>
    static async Task<long> Count(IConnection connection, string workQueue, CancellationToken cancel)
    {
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancel);
        try
        {
            return (await channel.QueueDeclarePassiveAsync(ErrorsOf(workQueue), cancel)).MessageCount;
        }
        catch (OperationInterruptedException failure) when (failure.ShutdownReason?.ReplyCode == NotFound)
        {
            return 0;
        }
    }
}
