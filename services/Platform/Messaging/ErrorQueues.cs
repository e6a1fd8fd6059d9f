using System.Text;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Gms.Platform;

/// <summary>How many messages a queue's error queue holds, and on what the first of them failed: the exception's type, never its text.</summary>
public sealed record ErrorQueue(string WorkQueue, long Messages, string Failure);

/// <summary>
/// Messages that a handler failed on for good are kept in the error queue of its work queue. Here they are counted, and moved back once the
/// cause is mended; the inbox absorbs what was handled after all.
/// </summary>
public sealed class ErrorQueues(Uri broker, IEnumerable<string> workQueues)
{
    const ushort NotFound = 404;

    /// <summary>Those of a service's queues whose error queue holds something.</summary>
    public async Task<IReadOnlyList<ErrorQueue>> List(CancellationToken cancel)
    {
        await using var connection = await Connect(cancel);
        var queues = new List<ErrorQueue>();
        foreach (var work in workQueues)
            if (await Count(connection, work, cancel) is > 0 and var messages)
                queues.Add(new(work, messages, await Failure(connection, work, cancel)));
        return queues;
    }

    /// <summary>
    /// Moves what is in the error queue now back to the work queue, each message confirmed there before it leaves here; answers how many.
    /// What fails again comes back to the error queue and is not moved a second time.
    /// </summary>
    public async Task<long> Redrive(string workQueue, CancellationToken cancel)
    {
        await using var connection = await Connect(cancel);
        var messages = await Count(connection, workQueue, cancel);
        await using var channel = await connection.CreateChannelAsync(new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancel);
        for (var moved = 0L; moved < messages; moved++)
        {
            if (await channel.BasicGetAsync(ErrorsOf(workQueue), autoAck: false, cancel) is not { } message)
                return moved;
            var properties = new BasicProperties(message.BasicProperties);
            foreach (var fault in properties.Headers?.Keys.Where(IsFault).ToList() ?? [])
                properties.Headers!.Remove(fault);
            await channel.BasicPublishAsync("", workQueue, mandatory: true, properties, message.Body, cancel);
            await channel.BasicAckAsync(message.DeliveryTag, multiple: false, cancel);
        }
        return messages;
    }

    /// <summary>Looks at the first message; without an acknowledgement it stays where it is.</summary>
    static async Task<string> Failure(IConnection connection, string workQueue, CancellationToken cancel)
    {
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancel);
        var message = await channel.BasicGetAsync(ErrorsOf(workQueue), autoAck: false, cancel);
        return message?.BasicProperties.Headers?.TryGetValue("MT-Fault-ExceptionType", out var type) == true && type is byte[] name ? Encoding.UTF8.GetString(name) : "";
    }

    static string ErrorsOf(string workQueue) => workQueue + "_error";

    static bool IsFault(string header) => header.StartsWith("MT-Fault-", StringComparison.Ordinal) || header == "MT-Reason";

    Task<IConnection> Connect(CancellationToken cancel) => new ConnectionFactory { Uri = broker, ClientProvidedName = "error queues" }.CreateConnectionAsync(cancel);

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
