using Gms.Faults;
using Gms.Local;
using Gms.Local.Demo;
using Xunit;

namespace Gms.ThreeReplicas;

/// <summary>Two more processes of every service beside those of the system, and a way to each row of them.</summary>
public sealed class ThreeRows(AsItIs whole) : IAsyncLifetime
{
    /// <summary>The second and the third row.</summary>
    public IReadOnlyList<Replicas> More { get; } = [whole.System.AnotherRow("second-row"), whole.System.AnotherRow("third-row")];

    /// <summary>Callers of the first, the second and the third row.</summary>
    public IReadOnlyList<Offices> Offices { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        await Task.WhenAll(More.Select(row => row.Start(CancellationToken.None)));
        Offices = [whole.Offices, .. More.Select(row => new Offices(new Doors(
            service => row[service].Grpc!, () => row["Access"].Web!, () => whole.System.State.Secret("access.secret"), "the system's")))];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var offices in Offices.Skip(1))
            offices.Dispose();
        await Task.WhenAll(More.Select(row => row.Stop(CancellationToken.None)));
    }
}

/// <summary>The system that the rows are added to.</summary>
[CollectionDefinition(nameof(AsItIs))]
public sealed class AsItIsShared : ICollectionFixture<AsItIs>;
