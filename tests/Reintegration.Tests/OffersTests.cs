using Gms.Type.V1;
using Xunit;

namespace Gms.Reintegration.Tests;

public sealed class OffersTests
{
    static readonly Offers Offers = Offers.FromReference();

    [Fact]
    public void The_reference_data_is_there_in_full() =>
        Assert.Equal((14, 18, 15), (Offers.Services.Count, Offers.Programmes.Count, Offers.Reasons.Count));

    [Fact]
    public void A_programme_is_open_from_its_first_day_on()
    {
        Assert.DoesNotContain("KH-ILO-JP-2026", Offers.OpenIn("KH", new(2026, 2, 17)).Select(p => p.Id));
        Assert.Contains("KH-ILO-JP-2026", Offers.OpenIn("KH", new(2026, 2, 18)).Select(p => p.Id));
    }

    [Fact]
    public void A_country_s_programmes_are_its_own_and_the_region_s() =>
        Assert.Equal(["ASEAN-RR", "ASEAN-SKILLS", "LA-RETURN", "LA-SKILL"], Offers.OpenIn("LA", A.Today).Select(p => p.Id));

    [Fact]
    public void Only_a_record_of_which_we_are_sure_says_that_a_service_is_not_given()
    {
        Assert.False(Offers["KH-NEA"].MayGive("S08"));
        Assert.True(Offers["KH-NEA"].MayGive("S07"));
        Assert.Equal(Confidence.Low, Offers["LA-RETURN"].Confidence);
        Assert.True(Offers["LA-RETURN"].MayGive("S08"));
        Assert.True(Offers["VN-FES"].MayGive("S05"));    // the reference does not say which
    }
}
