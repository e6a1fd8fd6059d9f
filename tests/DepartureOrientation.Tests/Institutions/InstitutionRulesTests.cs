using Gms.DepartureOrientation.Institutions;
using Xunit;

namespace Gms.DepartureOrientation.Tests.Institutions;

public sealed class InstitutionRulesTests
{
    [Theory]
    [InlineData("LA-VT", 0)]
    [InlineData(null, 0)]
    [InlineData("TH-10", 1)]
    [InlineData("LA-", 1)]
    public void A_province_lies_in_the_institution_s_country(string? province, int problems) =>
        Assert.Equal(problems, InstitutionRules.ToRegister(new() { Country = "LA", Name = "1", Kind = InstitutionKind.Ivet, Province = province }).Count());

    [Fact]
    public void An_accreditation_of_one_day_is_one() => Assert.Empty(Broken(A.Today.AddYears(2), A.Today.AddYears(2)));

    [Fact]
    public void An_accreditation_that_ends_before_it_starts_is_refused() =>
        Assert.Equal(["ACCREDITATION_ENDS_BEFORE_START"], Broken(A.Today.AddYears(2), A.Today.AddYears(2).AddDays(-1)));

    [Fact]
    public void The_last_day_of_one_accreditation_is_not_the_first_of_the_next()
    {
        Assert.Equal(["ACCREDITATION_OVERLAPS"], Broken(A.Today.AddYears(1), A.Today.AddYears(2)));
        Assert.Empty(Broken(A.Today.AddYears(1).AddDays(1), A.Today.AddYears(2)));
    }

    static IEnumerable<string> Broken(DateOnly from, DateOnly until) => InstitutionRules.ToAccredit(A.Institution(), from, until).Select(p => p.Code);
}
