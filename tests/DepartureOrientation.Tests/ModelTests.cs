using Gms.Testing;
using Xunit;

namespace Gms.DepartureOrientation.Tests;

public sealed class ModelTests(DepartureOrientationHost host) : IClassFixture<DepartureOrientationHost>
{
    /// <summary>Rows that are a part of their owner: EF Core takes the owner's key as one that may be missing, the database does not.</summary>
    static readonly string[] Parts = ["accreditations.institution_id ", "certifications.trainer_id "];

    [Fact]
    public async Task The_model_agrees_with_the_database() =>
        Assert.Empty((await host.Db(ModelMatchesDatabase.Differences)).Where(difference => !Parts.Any(part => difference.StartsWith(part, StringComparison.Ordinal))));
}
