using MassTransit;

namespace Gms.Platform;

/// <summary>
/// Whether this process has bound its queues once. Until then the broker confirms an event that no queue takes: nothing is sent, and the service
/// does not call itself ready, so that whoever waits for it may publish.
/// </summary>
sealed class Bindings(IBusControl bus)
{
    bool _done;

    public bool Done => _done || (_done = bus.CheckHealth().Status == BusHealthStatus.Healthy);
}
