using Gms.Portal.Languages;
using Xunit;

namespace Gms.Access.Tests.Languages;

public sealed class PageLanguageTests(OpenIdHost host) : IClassFixture<OpenIdHost>
{
    static readonly string[] Forms = ["/connect/login", "/connect/code"];

    public static TheoryData<string> Codes => [.. Language.All.Select(l => l.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_language_says_everything_and_has_the_same_places(string code)
    {
        var (english, other) = (Texts.In(Language.English), Texts.In(Language.Find(code)!));

        Assert.Equal(english.Keys.Order(), other.Keys.Order());
        Assert.DoesNotContain(other.Keys, k => string.IsNullOrWhiteSpace(other[k]) || english[k].Contains("{0}", StringComparison.Ordinal) != other[k].Contains("{0}", StringComparison.Ordinal));
        Assert.DoesNotContain(other.Keys, k => code != "en" && english[k].Contains(' ', StringComparison.Ordinal) && english[k] == other[k]);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task The_client_s_ui_locales_decides_until_somebody_chooses(string code)
    {
        using var browser = new Browser(host);
        var form = await browser.Open((await browser.Open(Browser.AuthorizeAddress(("ui_locales", code)))).Location!);
        Assert.Contains($"<html lang=\"{code}\">", form.Html, StringComparison.Ordinal);

        var chosen = await browser.Open("/connect/language/my?back=" + Uri.EscapeDataString("/connect/code"));
        Assert.Equal("/connect/code", chosen.Location);
        foreach (var path in Forms)
            Assert.Contains("<html lang=\"my\">", (await browser.Open(path)).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/connect/login")]
    [InlineData("/connect/authorize?x=y")]
    public async Task The_choice_leads_back_to_a_form_and_nowhere_else(string elsewhere)
    {
        using var browser = new Browser(host);

        Assert.Equal("/connect/login", (await browser.Open("/connect/language/km?back=" + Uri.EscapeDataString(elsewhere))).Location);
    }
}
