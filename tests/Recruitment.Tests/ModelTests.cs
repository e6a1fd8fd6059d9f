using Gms.Testing;
using Xunit;

namespace Gms.Recruitment.Tests;

public sealed class ModelTests(RecruitmentHost host) : IClassFixture<RecruitmentHost>
{
    [Fact]
    public async Task The_model_agrees_with_the_database() => Assert.Empty(await host.Db(ModelMatchesDatabase.Differences));
}
