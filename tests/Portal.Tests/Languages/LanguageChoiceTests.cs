using Gms.Portal.Languages;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Gms.Portal.Tests.Languages;

public sealed class LanguageChoiceTests
{
    [Theory]
    [InlineData("km-KH,km;q=0.9,en;q=0.8", null, "km")]
    [InlineData("zh-CN", null, "zh-Hans")]
    [InlineData("fr, th;q=0.5, en;q=0.4", null, "th")]
    [InlineData("en;q=0.4, vi", null, "vi")]
    [InlineData("my;q=0, en", null, "en")]
    [InlineData("fr", null, "en")]
    [InlineData("", null, "en")]
    [InlineData("not a language;;;", null, "en")]
    [InlineData("km", "lo", "lo")]
    [InlineData("km", "xx", "km")]
    public void What_was_chosen_comes_before_what_the_browser_asks_for(string accepted, string? chosen, string read)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.AcceptLanguage = accepted;
        if (chosen is not null)
            http.Request.Headers.Cookie = $"language={chosen}";

        Assert.Equal(read, LanguageChoice.Of(http.Request).Code);
    }

    [Theory]
    [InlineData("/workers", true)]
    [InlineData("/departures?after=x", true)]
    [InlineData("//elsewhere.example", false)]
    [InlineData("/\\elsewhere.example", false)]
    [InlineData("https://elsewhere.example", false)]
    [InlineData("/a\r\nSet-Cookie: x", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void The_way_back_is_a_page_of_ours(string? back, bool ours) => Assert.Equal(ours, LanguageChoice.IsOurs(back));
}
