using System.Net;
using Gms.Local;
using Gms.Local.Demo;
using Xunit;

[assembly: AssemblyFixture(typeof(Gms.Journeys.WholeSystem))]

namespace Gms.Journeys;

/// <summary>Every service as a process of its own, with a PostgreSQL and a RabbitMQ that nobody else uses.</summary>
public sealed class WholeSystem : IAsyncLifetime
{
    public LocalSystem System { get; } = new(Root, Path.Combine(Root, ".local", "test", Own));

    public Offices Offices { get; private set; } = null!;

    public DemonstrationData Data { get; private set; } = null!;

    /// <summary>A folder for each project that compiles this file: journeys, browser.</summary>
    static string Own => typeof(WholeSystem).Assembly.GetName().Name!["Gms.".Length..].ToLowerInvariant();

    static string Root => Environment.GetEnvironmentVariable("REGISTRY_ROOT") ?? throw new InvalidOperationException("REGISTRY_ROOT is not set. Run the tests by `./registry test`.");

    public async ValueTask InitializeAsync()
    {
        System.Https = new LocalAuthority(System.State).Certify(IPAddress.Loopback);    // as `up` starts it; the tests come by http
        await System.Start(Steps.Silent, CancellationToken.None);
        Offices = new(System);
        Data = new(Offices);
        await System["Access"].RunVerb("demonstration", CancellationToken.None);
        await Data.Load(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        Offices.Dispose();
        await System.Stop(Steps.Silent, CancellationToken.None);
    }
}
