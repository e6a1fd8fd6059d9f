using Gms.Platform;
using Gms.Recruitment.Agencies;
using Gms.Type.V1;
using Xunit;

namespace Gms.Recruitment.Tests.Agencies;

public sealed class LicenceRulesTests
{
    [Fact]
    public void A_Lao_licence_is_granted_though_deposit_and_period_of_its_law_are_not_known_and_both_are_told()
    {
        Assert.Empty(Refused(A.Licence()));
        Assert.Equal([("AGENCY_DEPOSIT", Outcome.Unknown), ("AGENCY_LICENCE_PERIOD", Outcome.Unknown)], Warned(A.Licence()));
    }

    [Fact]
    public void Two_years_to_the_day_are_the_longest_Thai_licence()
    {
        Assert.Empty(Refused(A.Licence("TH", from: new(2026, 1, 1), to: new(2027, 12, 31), outbound: false, partner: "LA")));
        Assert.Equal(["AGENCY_LICENCE_TOO_LONG"], Refused(A.Licence("TH", from: new(2026, 1, 1), to: new(2028, 1, 1), outbound: false, partner: "LA")));
        Assert.Equal(["AGENCY_LICENCE_TOO_LONG"], Refused(A.Licence("TH", endless: true, outbound: false, partner: "LA")));
    }

    [Fact]
    public void A_period_known_with_low_confidence_warns_and_does_not_refuse()
    {
        var licence = A.Licence("KH", from: new(2026, 1, 1), to: new(2030, 1, 1), deposit: new(10_000_000, "USD"));

        Assert.Empty(Refused(licence));
        Assert.Equal([("AGENCY_LICENCE_PERIOD", Outcome.Fail)], Warned(licence));
    }

    [Theory]
    [InlineData(499_999_999, "AGENCY_DEPOSIT_TOO_LOW")]
    [InlineData(500_000_000, "")]
    public void A_Thai_deposit_one_satang_short_is_refused(long satang, string problem) =>
        Assert.Equal(problem, string.Join(' ', Refused(A.Licence("TH", outbound: false, partner: "LA", deposit: new(satang, "THB")))));

    [Fact]
    public void The_Vietnamese_deposit_has_no_minor_units() =>
        Assert.Equal(["AGENCY_DEPOSIT_TOO_LOW"], Refused(A.Licence("VN", endless: true, deposit: new(1_999_999_999, "VND"))));

    [Fact]
    public void A_licence_ends_on_or_after_its_first_day() =>
        Assert.Equal(["AGENCY_LICENCE_ENDS_BEFORE_START"], Refused(A.Licence(from: new(2026, 1, 2), to: new(2026, 1, 1))));

    [Fact]
    public void A_licence_needs_a_law_of_that_direction() => Assert.Equal(["AGENCY_REGIME_UNKNOWN"], Refused(A.Licence("LA", outbound: false)));

    [Theory]
    [InlineData("2025-12-31", LicenceState.NotYetValid)]
    [InlineData("2026-01-01", LicenceState.Valid)]
    [InlineData("2026-05-31", LicenceState.Valid)]
    [InlineData("2026-06-01", LicenceState.Suspended)]
    [InlineData("2026-06-30", LicenceState.Suspended)]
    [InlineData("2026-07-01", LicenceState.Valid)]
    [InlineData("2027-12-31", LicenceState.Valid)]
    [InlineData("2028-01-01", LicenceState.Expired)]
    public void What_a_licence_is_worth_is_asked_for_a_day(string day, LicenceState state) =>
        Assert.Equal(state, A.Licence(suspended: A.Suspension(new(2026, 6, 1), until: new(2026, 7, 1))).StateOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void A_suspension_ended_on_its_first_day_never_took_hold() =>
        Assert.Equal(LicenceState.Valid, A.Licence(suspended: A.Suspension(A.Today, until: A.Today)).StateOn(A.Today));

    [Fact]
    public void A_suspension_begins_today_at_the_earliest_within_the_licence_and_only_once()
    {
        Assert.Empty(ToSuspend(A.Licence(), A.Today));
        Assert.Equal(["LICENCE_SUSPENSION_IN_PAST"], ToSuspend(A.Licence(), A.Today.AddDays(-1)));
        Assert.Equal(["LICENCE_NOT_VALID_THEN"], ToSuspend(A.Licence(), new(2028, 1, 1)));
        Assert.Equal(["LICENCE_ALREADY_SUSPENDED"], ToSuspend(A.Licence(suspended: A.Suspension(A.Today)), A.Today.AddDays(3)));
        Assert.Empty(ToSuspend(A.Licence(suspended: A.Suspension(new(2026, 2, 1), until: new(2026, 3, 1))), A.Today));
    }

    [Fact]
    public void Only_an_open_suspension_can_be_ended_and_not_in_the_past()
    {
        Assert.Empty(ToReinstate(A.Licence(suspended: A.Suspension(A.Today.AddDays(-9))), A.Today));
        Assert.Equal(["LICENCE_NOT_SUSPENDED"], ToReinstate(A.Licence(), A.Today));
        Assert.Equal(["LICENCE_REINSTATED_IN_PAST"], ToReinstate(A.Licence(suspended: A.Suspension(A.Today.AddDays(-9))), A.Today.AddDays(-1)));
    }

    [Fact]
    public void The_public_check_passes_only_for_a_valid_day_and_a_named_country()
    {
        Assert.Equal(Outcome.Pass, LicenceCheck.Of(A.Licence(), A.Today, "TH").Outcome);
        Assert.Equal(Outcome.Fail, LicenceCheck.Of(A.Licence(), A.Today, "MY").Outcome);
        Assert.Equal(Outcome.Fail, LicenceCheck.Of(A.Licence(suspended: A.Suspension(A.Today)), A.Today, "TH").Outcome);
        Assert.Equal(Outcome.Fail, LicenceCheck.Of(null, A.Today, null).Outcome);
    }

    static IEnumerable<string> Refused(Licence licence) => LicenceRules.ToGrant(licence, A.Reference.Agencies.Of(licence.Country, licence.Outbound, licence.ValidFrom)).Select(p => p.Code);

    static IEnumerable<(string, Outcome)> Warned(Licence licence) => LicenceRules.Warnings(licence, A.Reference.Agencies.Of(licence.Country, licence.Outbound, licence.ValidFrom)!).Select(c => (c.Code, c.Outcome));

    static IEnumerable<string> ToSuspend(Licence licence, DateOnly from) => LicenceRules.ToSuspend(licence, from, A.Today).Select(p => p.Code);

    static IEnumerable<string> ToReinstate(Licence licence, DateOnly from) => LicenceRules.ToReinstate(licence, from, A.Today).Select(p => p.Code);
}
