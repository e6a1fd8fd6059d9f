using RabbitMQ.Client;

namespace Gms.ThreeReplicas;

/// <summary>A queue of the test's own beside those of the services: what was really sent, before any inbox absorbs a repeat.</summary>
sealed class Listener : IAsyncDisposable
{
    const string Queue = "test.everything-sent";

    readonly IConnection _connection;
    readonly IChannel _channel;

    Listener(IConnection connection, IChannel channel) => (_connection, _channel) = (connection, channel);

    /// <param name="broker">Its address with user and password.</param>
    /// <param name="events">Names on the wire, such as gms.registry.worker-enrolled.</param>
    /// <param name="cancel">Breaks it off.</param>
    public static async Task<Listener> To(Uri broker, IEnumerable<string> events, CancellationToken cancel)
    {
        var connection = await new ConnectionFactory { Uri = broker }.CreateConnectionAsync(cancel);
        var channel = await connection.CreateChannelAsync(cancellationToken: cancel);
        await channel.QueueDeclareAsync(Queue, durable: false, exclusive: true, autoDelete: true, cancellationToken: cancel);
        foreach (var name in events)
        {
            await channel.ExchangeDeclareAsync(name, ExchangeType.Fanout, durable: true, cancellationToken: cancel);
            await channel.QueueBindAsync(Queue, name, "", cancellationToken: cancel);
        }
        return new(connection, channel);
    }

    /// <summary>The ids of all events sent since, one for each time.</summary>
    public async Task<IReadOnlyList<Guid>> Heard(CancellationToken cancel)
    {
        var heard = new List<Guid>();
        while (await _channel.BasicGetAsync(Queue, autoAck: true, cancel) is { } message)
            heard.Add(Guid.Parse(message.BasicProperties.MessageId!));
        return heard;
    }

    public async ValueTask DisposeAsync()
    {
        await _channel.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
