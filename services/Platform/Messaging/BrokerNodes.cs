using MassTransit;
using RabbitMQ.Client;

namespace Gms.Platform;

/// <summary>How a broker is reached that is one node or a cluster of several (decision 0041).</summary>
static class BrokerNodes
{
    /// <summary>A node that is cut off is silent, and the broker's own minute is long for whoever waits for an event.</summary>
    static readonly TimeSpan Silence = TimeSpan.FromSeconds(10);

    /// <summary>With no nodes named, the one that the broker's address names.</summary>
    public static void Connect(IRabbitMqHostConfigurator host, IReadOnlyList<string> nodes)
    {
        host.PublisherConfirmation = true;
        if (nodes.Count == 0)
            return;
        host.Heartbeat(Silence);
        host.UseCluster(cluster =>
        {
            foreach (var node in nodes)
                cluster.Node(node);
        });
    }

    /// <summary>The same for a connection of our own: each node is tried, and one that is silent is not waited for long, since somebody waits for the answer. As for MassTransit, each node's certificate bears the name in the broker's address.</summary>
    public static IEnumerable<AmqpTcpEndpoint> Endpoints(ConnectionFactory factory, IReadOnlyList<string> nodes)
    {
        if (nodes.Count > 0)
            factory.RequestedConnectionTimeout = TimeSpan.FromSeconds(3);
        var endpoints = nodes.Count > 0 ? nodes.Select(AmqpTcpEndpoint.Parse) : [factory.Endpoint];
        return [.. endpoints.Select(e => new AmqpTcpEndpoint(e.HostName, e.Port, new SslOption(factory.HostName, enabled: factory.Ssl.Enabled)))];
    }

    /// <summary>On how many nodes a queue is kept. A queue's arguments cannot be changed once it is there, so on a broker of one node it says nothing of it.</summary>
    public static int? Members(IReadOnlyList<string> nodes) => nodes.Count > 0 ? nodes.Count : null;
}
