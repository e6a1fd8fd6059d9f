using Gms.Portal.Pages;
using Gms.Type.V1;
using Xunit;

namespace Gms.Portal.Tests.Pages;

public sealed class WordsTests
{
    // 17:30 UTC is the next day in the whole region; Yangon is half an hour behind Bangkok.
    [Theory]
    [InlineData("LA", "23 Nov 2026, 00:30 Vientiane time")]
    [InlineData("TH", "23 Nov 2026, 00:30 Bangkok time")]
    [InlineData("MM", "23 Nov 2026, 00:00 Yangon time")]
    [InlineData("CN", "23 Nov 2026, 01:30 Beijing time")]
    [InlineData("XX", "22 Nov 2026, 17:30 UTC")]
    public void A_time_is_that_of_the_country_that_holds_the_record_and_says_so(string country, string shown) =>
        Assert.Equal(shown, Words.Time(new(2026, 11, 22, 17, 30, 0, TimeSpan.Zero), country));

    [Fact]
    public void Countries_and_services_are_told_by_name() =>
        Assert.Equal(("Lao PDR", "Social security", "ZZ", "new service"), (Words.Country("LA"), Words.Service("social-security"), Words.Country("ZZ"), Words.Service("new-service")));

    [Fact]
    public void A_mistyped_number_is_told_without_the_name_of_a_field() =>
        Assert.Equal("The number you entered is not a worker number: two letters.", Words.Of(new Problem { Field = "worker_number", Message = "worker_number is not a worker number: two letters." }));

    [Theory]
    [InlineData("Set planned_on.", "Set planned on.")]
    [InlineData("terms.wage_period is missing.", "Terms wage period is missing.")]
    [InlineData("No contract is in force.", "No contract is in force.")]
    [InlineData("", "")]
    public void Names_of_fields_become_words(string sentence, string plain) => Assert.Equal(plain, Words.Plain(sentence));
}
