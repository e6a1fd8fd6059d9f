using Gms.DepartureOrientation.Curricula;
using Gms.Type.V1;
using Xunit;

namespace Gms.DepartureOrientation.Tests;

public sealed class ProgrammesTests
{
    static readonly Programmes Programmes = Programmes.FromReference();

    [Fact]
    public void Every_programme_of_the_reference_is_there() => Assert.Equal(11, Programmes.Ids.Count);

    [Theory]
    [InlineData("VN", "VN-PDO")]
    [InlineData("KH", "KH-PDO")]
    [InlineData("MM", "MM-PDO")]
    [InlineData("LA", "LA-PDO")]
    [InlineData("TH", "TH-PDO")]
    [InlineData("CN", "CN-OUT-PDO")]
    public void Each_country_has_a_programme_before_departure(string country, string programme) =>
        Assert.Equal(programme, Programmes.Of(country, Stage.PreDeparture, A.Today)?.Id);

    [Fact]
    public void A_programme_is_in_force_from_its_first_day_on()
    {
        Assert.Null(Programmes.Of("VN", Stage.PreDeparture, new(2021, 12, 31)));
        Assert.NotNull(Programmes.Of("VN", Stage.PreDeparture, new(2022, 1, 1)));
    }

    [Fact]
    public void Only_a_condition_that_was_read_in_a_law_is_sure() =>
        Assert.Equal(["VN-PDO"], Programmes.Ids.Where(id => Programmes.ConditionOf(Programmes[id]) != Confidence.Low));
}
