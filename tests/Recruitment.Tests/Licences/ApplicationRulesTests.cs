using System.Text.Json;
using Gms.Platform;
using Gms.Recruitment.Agencies;
using Gms.Recruitment.Licences;
using Gms.Recruitment.Reference;
using Gms.Type.V1;
using Xunit;
using Money = Gms.Platform.Money;

namespace Gms.Recruitment.Tests.Licences;

public sealed class ApplicationRulesTests
{
    static LicenceApplication Application(string country = "LA", bool outbound = true, Money? capital = null, string account = "agency") => new()
    {
        Id = Guid.Empty, AgencyId = A.AgencyId, Country = country, Outbound = outbound, Countries = ["TH"], Capital = capital, Account = account, AppliedOn = A.Today, AppliedAt = DateTimeOffset.UnixEpoch,
    };

    static AgencyRegime? Law(LicenceApplication of, DateOnly? day = null) => A.Reference.Agencies.Of(of.Country, of.Outbound, day ?? A.Today);

    static IEnumerable<string> ToApply(LicenceApplication application, Licence? renewed = null, DateOnly? day = null) =>
        ApplicationRules.ToApply(application, Law(application, day), renewed, day ?? A.Today).Select(p => p.Code);

    [Theory]
    [InlineData(599_999_999, "LICENCE_CAPITAL_TOO_LOW")]
    [InlineData(600_000_000, "")]
    public void A_Chinese_capital_one_fen_short_is_refused(long fen, string problem) => Assert.Equal(problem, string.Join(' ', ToApply(Application("CN", capital: new(fen, "CNY")))));

    [Fact]
    public void The_capital_rule_applies_from_its_first_day_on()
    {
        Assert.Empty(ToApply(Application("CN", capital: new(1, "CNY")), day: new(2012, 7, 31)));
        Assert.Equal(["LICENCE_CAPITAL_TOO_LOW"], ToApply(Application("CN", capital: new(1, "CNY")), day: new(2012, 8, 1)));
    }

    [Fact]
    public void Capital_that_is_not_stated_or_in_another_currency_is_told_and_not_refused()
    {
        foreach (var application in new[] { Application("CN"), Application("CN", capital: new(1, "USD")) })
        {
            Assert.Empty(ToApply(application));
            Assert.Equal([("LICENCE_CAPITAL", Outcome.Unknown)], ApplicationRules.Warnings(application, Law(application)!, null, null, A.Today).Select(c => (c.Code, c.Outcome)));
        }
    }

    [Fact]
    public void Without_a_law_of_that_direction_nobody_applies() => Assert.Equal(["AGENCY_REGIME_UNKNOWN"], ToApply(Application("LA", outbound: false)));

    [Fact]
    public void Only_a_valid_licence_with_an_end_and_of_the_same_direction_is_renewed()
    {
        Assert.Empty(ToApply(Application(), A.Licence()));
        Assert.Equal(["LICENCE_NOT_RENEWABLE"], ToApply(Application(), A.Licence(suspended: A.Suspension(A.Today))));
        Assert.Equal(["LICENCE_NOT_RENEWABLE"], ToApply(Application(), A.Licence(to: A.Today.AddDays(-1))));
        Assert.Empty(ToApply(Application(), A.Licence(to: A.Today)));
        Assert.Equal(["LICENCE_WITHOUT_END"], ToApply(Application(), A.Licence(endless: true)));
        Assert.Equal(["LICENCE_RENEWAL_OTHER_DIRECTION"], ToApply(Application(), A.Licence(outbound: false)));
    }

    [Theory]
    [InlineData("2027-11-01", 0)]
    [InlineData("2027-11-02", 1)]
    public void A_Lao_renewal_asked_for_later_than_sixty_days_before_the_end_is_told(string day, int told)
    {
        var today = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        var notice = A.Reference.Licences.NoticeOfRenewal("LA", true, today);
        Assert.Equal(told, ApplicationRules.Warnings(Application(), Law(Application())!, A.Licence(to: new(2027, 12, 31)), notice, today).Count(c => c.Code == "LICENCE_RENEWAL_NOTICE"));
    }

    [Fact]
    public void The_duty_of_notice_begins_with_the_decree()
    {
        Assert.Null(A.Reference.Licences.NoticeOfRenewal("LA", true, new(2020, 5, 27)));
        Assert.Equal(60, A.Reference.Licences.NoticeOfRenewal("LA", true, new(2020, 5, 28))?.Days);
    }

    [Fact]
    public void Nobody_decides_the_own_application_or_one_that_is_decided()
    {
        var application = Application(account: "me");
        Assert.Equal(["LICENCE_OWN_APPLICATION"], ApplicationRules.ToDecide(application, "me").Select(p => p.Code));
        Assert.Empty(ApplicationRules.ToDecide(application, "another"));
        application.Refuse(["no office"], A.Today);
        Assert.Equal(["LICENCE_APPLICATION_DECIDED"], ApplicationRules.ToDecide(application, "another").Select(p => p.Code));
    }

    [Fact]
    public void What_is_granted_was_applied_for_and_a_renewal_begins_after_the_licence_before_it()
    {
        var renewed = A.Licence(to: new(2027, 12, 31));
        Assert.Empty(ApplicationRules.ToGrant(Application(), A.Licence(from: new(2028, 1, 1), to: new(2029, 12, 31)), renewed, A.Today));
        Assert.Equal(["LICENCE_RENEWAL_NOT_NEXT"], ApplicationRules.ToGrant(Application(), A.Licence(from: new(2027, 12, 31)), renewed, A.Today).Select(p => p.Code));
        Assert.Equal(["LICENCE_COUNTRY_NOT_APPLIED_FOR"], ApplicationRules.ToGrant(Application(), A.Licence(partner: "JP"), null, A.Today).Select(p => p.Code));
    }

    [Fact]
    public void A_licence_is_revoked_once_today_at_the_earliest_and_before_its_end()
    {
        Assert.Empty(Revoked(A.Licence(), A.Today));
        Assert.Empty(Revoked(A.Licence(from: A.Today.AddDays(9)), A.Today));
        Assert.Empty(Revoked(A.Licence(suspended: A.Suspension(A.Today)), A.Today));
        Assert.Equal(["LICENCE_REVOCATION_IN_PAST"], Revoked(A.Licence(), A.Today.AddDays(-1)));
        Assert.Equal(["LICENCE_NOT_VALID_THEN"], Revoked(A.Licence(to: A.Today), A.Today.AddDays(1)));
        var licence = A.Licence();
        A.Agency(licences: licence).Revoke(licence, A.Today.AddDays(5), "fraud");
        Assert.Equal(["LICENCE_ALREADY_REVOKED"], Revoked(licence, A.Today));
    }

    static IEnumerable<string> Revoked(Licence licence, DateOnly from) => ApplicationRules.ToRevoke(licence, from, A.Today).Select(p => p.Code);

    [Theory]
    [InlineData("2021-12-31", 0, null)]
    [InlineData("2022-01-01", 0, 2_000_000_000L)]
    [InlineData("2022-01-01", 3, 3_500_000_000L)]
    public void The_Vietnamese_deposit_applies_from_its_day_and_grows_with_each_branch(string day, int branches, long? least) =>
        Assert.Equal(least, A.Reference.Agencies.Of("VN", true, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))!.DepositWith(branches)?.Minor);

    [Fact]
    public void Of_two_rules_on_one_topic_the_later_counts_from_its_day_on()
    {
        var rules = AgencyRules.Of(JsonDocument.Parse("""
            {"regimes":[{"id":"LA-OUT","law":"x","rules":[
              {"topic":"licence_validity","value_months":12,"confidence":"high","effective_from":null},
              {"topic":"licence_validity","value_months":36,"confidence":"high","effective_from":"2026-06-01"}]}]}
            """).RootElement);

        Assert.Equal(12, rules.Of("LA", true, new(2026, 5, 31))!.LicenceMonths);
        Assert.Equal(36, rules.Of("LA", true, new(2026, 6, 1))!.LicenceMonths);
    }
}
