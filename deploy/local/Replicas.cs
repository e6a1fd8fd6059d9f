namespace Gms.Local;

/// <summary>A further process of every service that takes calls: its ports and logs are its own, what it works on is the system's. Its processes call those of the same row.</summary>
public sealed class Replicas
{
    readonly Ports _ports;

    internal Replicas(LocalSystem system, ServiceSettings settings, string name)
    {
        var state = new StateFolder(system.State[name]);
        state.Make();
        _ports = new Ports(state);
        _ports.MoveIfTaken();
        var services = system.Services.Select(s => s.Service).Where(s => s.HasGrpc).ToList();
        Services =
        [
            .. services.Select(service => new ServiceProcess(
                state, service, service.Program(system.Checkout), () => settings.For(service, system.Environment.Concat(Own(service, services))), () => Grpc(service), () => Web(service))),
        ];
    }

    public IReadOnlyList<ServiceProcess> Services { get; }

    public ServiceProcess this[string service] => Services.Single(s => s.Service.Name == service);

    public async Task Start(CancellationToken cancel)
    {
        foreach (var service in Services)
            service.Start();
        await Task.WhenAll(Services.Select(service => service.WaitUntilHealthy(cancel)));
    }

    public Task Stop(CancellationToken cancel) => Task.WhenAll(Services.Select(service => service.Stop(cancel)));

    Uri Grpc(Service service) => new($"http://127.0.0.1:{_ports.Grpc(service)}");

    Uri? Web(Service service) => service.HasWeb ? new($"http://127.0.0.1:{_ports.Web(service)}") : null;

    IEnumerable<KeyValuePair<string, string>> Own(Service service, IEnumerable<Service> peers)
    {
        yield return new("Grpc__Address", Text(Grpc(service)));
        if (Web(service) is { } web)
            yield return new("Web__Address", Text(web));
        foreach (var peer in peers)
            yield return new($"Peers__{peer.Name}", Text(Grpc(peer)));
    }

    static string Text(Uri address) => address.GetLeftPart(UriPartial.Authority);
}
