using MassTransit;

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

    /// <summary>On how many nodes a queue is kept. A queue's arguments cannot be changed once it is there, so on a broker of one node it says nothing of it.</summary>
    public static int? Members(IReadOnlyList<string> nodes) => nodes.Count > 0 ? nodes.Count : null;
}
