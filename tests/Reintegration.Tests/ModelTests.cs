using Gms.Testing;
using Xunit;

namespace Gms.Reintegration.Tests;

public sealed class ModelTests(ReintegrationHost host) : IClassFixture<ReintegrationHost>
{
    [Fact]
    public async Task The_model_agrees_with_the_database() => Assert.Empty(await host.Db(ModelMatchesDatabase.Differences));
}
