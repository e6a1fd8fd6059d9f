using System.Text.Json;
using Gms.Platform;
using Gms.Recruitment.Contracts;
using Gms.Recruitment.JobOrders;
using Gms.Recruitment.Reference;
using Gms.Type.V1;
using Xunit;
using Money = Gms.Platform.Money;

namespace Gms.Recruitment.Tests.Contracts;

public sealed class StandardRulesTests
{
    /// <summary>Sure rows, as a labour ministry would confirm them.</summary>
    static readonly ContractStandards Sure = ContractStandards.Of(JsonDocument.Parse("""
        {"minimum_wages":[
           {"id":"country","country":"TH","subdivision":null,"period":"DAY","amount":300,"currency":"THB","source":"law","confidence":"high","effective_from":"2026-01-01"},
           {"id":"country 2027","country":"TH","subdivision":null,"period":"DAY","amount":350,"currency":"THB","source":"law","confidence":"high","effective_from":"2027-01-01"},
           {"id":"Bangkok","country":"TH","subdivision":"TH-10","period":"DAY","amount":400,"currency":"THB","source":"law","confidence":"high","effective_from":"2026-07-01"}],
         "hours":[{"id":"hours","country":"TH","max_hours_per_week":48,"max_days_per_week":6,"source":"law","confidence":"high","effective_from":"2026-01-01"}],
         "languages":[{"id":"lo","country":"LA","language":"lo","source":"law","confidence":"high"}],
         "terms":[{"id":"all","origin":"*","destination":"*","channel":"*","items":["HOUSING","NOTICE"],"source":"x","confidence":"high"},
                  {"id":"border","origin":"*","destination":"TH","channel":"BORDER_S64","items":["NOTICE"],"source":"x","confidence":"high"}]}
        """).RootElement);

    static StandardFindings Job(Work work, string? place = null, DateOnly? day = null, ContractStandards? standards = null) => StandardRules.OfJob(standards ?? Sure, "TH", place, work, day ?? new(2026, 12, 10));

    static Work Daily(long satang, int hours = 48, int? days = 6) => new(new(satang, "THB"), WagePeriod.Day, hours, days);

    static IEnumerable<string> Refused(StandardFindings findings) => findings.Problems.Select(p => p.Code);

    static Outcome Of(StandardFindings findings, string code) => findings.Checks.Single(c => c.Code == code).Outcome;

    [Theory]
    [InlineData(29_999, "CONTRACT_WAGE_BELOW_MINIMUM")]
    [InlineData(30_000, "")]
    public void One_satang_below_a_sure_minimum_is_refused(long satang, string problem) => Assert.Equal(problem, string.Join(' ', Refused(Job(Daily(satang)))));

    [Fact]
    public void The_province_s_minimum_counts_before_the_country_s_from_its_day_on()
    {
        Assert.Empty(Refused(Job(Daily(30_000), "TH-10", new(2026, 6, 30))));
        Assert.Equal(["CONTRACT_WAGE_BELOW_MINIMUM"], Refused(Job(Daily(39_999), "TH-10", new(2026, 7, 1))));
        Assert.Empty(Refused(Job(Daily(40_000), "TH-10", new(2026, 7, 1))));
        Assert.Empty(Refused(Job(Daily(30_000), "TH-27", new(2026, 7, 1))));
    }

    [Theory]
    [InlineData("2025-12-31", 1, Outcome.Unknown)]
    [InlineData("2026-01-01", 29_999, Outcome.Fail)]
    [InlineData("2026-12-31", 30_000, Outcome.Pass)]
    [InlineData("2027-01-01", 30_000, Outcome.Fail)]
    [InlineData("2027-01-01", 35_000, Outcome.Pass)]
    public void The_minimum_is_that_of_the_day(string day, long satang, Outcome outcome) =>
        Assert.Equal(outcome, Of(Job(Daily(satang), day: DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)), "MINIMUM_WAGE"));

    [Theory]
    [InlineData(779_999, Outcome.Fail)]
    [InlineData(780_000, Outcome.Pass)]
    public void A_monthly_wage_is_held_against_a_daily_minimum_by_the_days_agreed(long satang, Outcome outcome) =>
        Assert.Equal(outcome, Of(Job(new(new(satang, "THB"), WagePeriod.Month, 48, 6)), "MINIMUM_WAGE"));    // 300 baht × 6 × 52 / 12

    [Fact]
    public void A_wage_in_another_currency_is_unknown_and_never_refused()
    {
        var findings = Job(new(new(1, "USD"), WagePeriod.Day, 48, 6));
        Assert.Empty(findings.Problems);
        Assert.Equal(Outcome.Unknown, Of(findings, "MINIMUM_WAGE"));
    }

    [Theory]
    [InlineData(48, 6, "")]
    [InlineData(49, 6, "CONTRACT_HOURS_ABOVE_MAXIMUM")]
    [InlineData(48, 7, "CONTRACT_DAYS_ABOVE_MAXIMUM")]
    public void One_hour_or_day_above_a_sure_maximum_is_refused(int hours, int days, string problem) => Assert.Equal(problem, string.Join(' ', Refused(Job(Daily(30_000, hours, days)))));

    [Fact]
    public void Hours_before_the_rule_s_first_day_are_not_known() => Assert.Equal(Outcome.Unknown, Of(Job(Daily(30_000, 60), day: new(2025, 12, 31)), "HOURS_OF_WORK"));

    [Fact]
    public void The_rows_at_hand_are_unverified_and_never_refuse()
    {
        var findings = StandardRules.OfContract(A.Reference.Standards, A.Text(A.Terms(wage: 1, hours: 100)));

        Assert.Empty(findings.Problems);
        Assert.Equal((Outcome.Fail, Outcome.Fail), (Of(findings, "MINIMUM_WAGE"), Of(findings, "HOURS_OF_WORK")));
        Assert.All(findings.Checks.Where(c => c.Source is not null), c => Assert.Equal(Gms.Type.V1.Confidence.Low, c.Source.Confidence));
    }

    [Fact]
    public void A_contract_exists_in_the_worker_s_language_and_the_employer_s()
    {
        var both = StandardRules.OfContract(A.Reference.Standards, A.Text());
        Assert.Equal((Outcome.Pass, Outcome.Pass), (Of(both, "CONTRACT_WORKERS_LANGUAGE"), Of(both, "CONTRACT_EMPLOYERS_LANGUAGE")));
        var thai = StandardRules.OfContract(A.Reference.Standards, A.Text() with { Languages = ["th"] });
        Assert.Equal((Outcome.Fail, Outcome.Pass), (Of(thai, "CONTRACT_WORKERS_LANGUAGE"), Of(thai, "CONTRACT_EMPLOYERS_LANGUAGE")));
    }

    [Fact]
    public void Standard_terms_are_those_of_the_corridor()
    {
        var bare = A.Terms() with { Housing = null, NoticeDays = null };
        Assert.Contains("housing, how it can be ended", StandardRules.OfContract(Sure, A.Text(bare)).Checks.Single(c => c.Code == "STANDARD_TERMS").Message, StringComparison.Ordinal);
        Assert.Equal(Outcome.Pass, Of(StandardRules.OfContract(Sure, A.Text(bare with { NoticeDays = 7 }, channel: "BORDER_S64")), "STANDARD_TERMS"));
        Assert.Equal(Outcome.Fail, Of(StandardRules.OfContract(Sure, A.Text(bare with { NoticeDays = 7 })), "STANDARD_TERMS"));
    }

    [Fact]
    public void Every_standard_term_can_be_there_and_can_be_missing()
    {
        var none = new ContractTerms { Wage = new Money(1, "THB"), WagePeriod = WagePeriod.Day, HoursPerWeek = 48, DaysPerWeek = 7 };
        Assert.All(Enum.GetValues<StandardTerm>(), term => Assert.Equal((true, false), (StandardRules.Has(A.Terms(), term), StandardRules.Has(none, term))));
    }
}
