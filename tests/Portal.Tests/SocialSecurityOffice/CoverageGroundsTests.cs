using Gms.Portal.Languages;
using Gms.Portal.SocialSecurityOffice;
using Gms.SocialSecurity.V1;
using Xunit;

namespace Gms.Portal.Tests.SocialSecurityOffice;

public sealed class CoverageGroundsTests
{
    static readonly Texts Lao = Texts.In(Language.Find("lo")!);

    public static TheoryData<string> Others => [.. Language.All.Where(l => l != Language.English).Select(l => l.Code)];

    [Theory]
    [MemberData(nameof(Others))]
    public void Every_ground_has_a_text_in_every_language(string language) =>
        Assert.DoesNotContain(Enum.GetValues<CoverageGround>(), g => g != CoverageGround.Unspecified && CoverageGrounds.Of(Texts.In(Language.Find(language)!), new() { Ground = g }) is null);

    [Fact]
    public void What_to_do_is_told_where_something_is_missing()
    {
        Assert.Equal($"{Lao["coverage.ground.TooFew"]} {Lao["coverage.ground.TooFew.do"]}", CoverageGrounds.Of(Lao, new() { Ground = CoverageGround.TooFew, Missing = "2 more paid months" }));
        Assert.Equal(Lao["coverage.ground.Enough"], CoverageGrounds.Of(Lao, new() { Ground = CoverageGround.Enough }));
    }

    [Fact]
    public void In_English_and_of_an_unknown_ground_the_service_s_own_sentence_is_shown()
    {
        Assert.Null(CoverageGrounds.Of(Texts.In(Language.English), new() { Ground = CoverageGround.Enough }));
        Assert.Null(CoverageGrounds.Of(Lao, new() { Ground = (CoverageGround)99 }));
    }
}
