using Gms.Testing;
using Xunit;

namespace Gms.Registry.Tests;

public sealed class ModelTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    [Fact]
    public async Task The_model_agrees_with_the_database() => Assert.Empty(await host.Db(ModelMatchesDatabase.Differences));
}
