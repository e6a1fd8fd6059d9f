using Gms.Testing;
using Xunit;

namespace Gms.DepartureOrientation.Tests;

public sealed class ModelTests(DepartureOrientationHost host) : IClassFixture<DepartureOrientationHost>
{
    [Fact]
    public async Task The_model_agrees_with_the_database() =>
        Assert.Empty(await host.Db(ModelMatchesDatabase.Differences));
}
