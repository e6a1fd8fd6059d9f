using Gms.Recruitment.Agencies;
using Gms.Recruitment.Licences;
using Xunit;

namespace Gms.Recruitment.Tests.Licences;

public sealed class LicenceStepsTests
{
    /// <summary>The table as the offices read it: every step that is possible, and nothing else.</summary>
    static readonly Dictionary<(LicenceState, LicenceStep), LicenceState> Possible = new()
    {
        [(LicenceState.NotYetValid, LicenceStep.Begin)] = LicenceState.Valid,
        [(LicenceState.NotYetValid, LicenceStep.Revoke)] = LicenceState.Revoked,
        [(LicenceState.Valid, LicenceStep.Suspend)] = LicenceState.Suspended,
        [(LicenceState.Valid, LicenceStep.Revoke)] = LicenceState.Revoked,
        [(LicenceState.Valid, LicenceStep.Renew)] = LicenceState.Valid,
        [(LicenceState.Valid, LicenceStep.Expire)] = LicenceState.Expired,
        [(LicenceState.Suspended, LicenceStep.Reinstate)] = LicenceState.Valid,
        [(LicenceState.Suspended, LicenceStep.Revoke)] = LicenceState.Revoked,
        [(LicenceState.Suspended, LicenceStep.Expire)] = LicenceState.Expired,
    };

    static IEnumerable<(LicenceState, LicenceStep)> All => from state in Enum.GetValues<LicenceState>() from step in Enum.GetValues<LicenceStep>() select (state, step);

    [Fact]
    public void What_the_table_allows_is_done_and_what_it_does_not_allow_is_not() =>
        Assert.All(All, pair => Assert.Equal(Possible.TryGetValue(pair, out var after) ? after : null, pair.Item1.After(pair.Item2)));

    [Fact]
    public void A_step_is_refused_with_a_reason_exactly_where_the_table_does_not_allow_it() =>
        Assert.All(All, pair => Assert.Equal(Possible.ContainsKey(pair), pair.Item1.Refusal(pair.Item2) is null));

    [Fact]
    public void Nothing_leads_out_of_a_revocation_or_an_end() =>
        Assert.DoesNotContain(All, pair => pair.Item1 is LicenceState.Revoked or LicenceState.Expired && pair.Item1.After(pair.Item2) is not null);

    [Theory]
    [InlineData("2026-12-31", LicenceState.Valid)]
    [InlineData("2027-01-01", LicenceState.Revoked)]
    [InlineData("2029-01-01", LicenceState.Revoked)]
    [InlineData("2025-12-31", LicenceState.NotYetValid)]
    public void A_revocation_counts_from_its_day_on_and_leaves_the_past_as_it_was(string day, LicenceState state)
    {
        var licence = A.Licence();
        A.Agency(licences: licence).Revoke(licence, new(2027, 1, 1), "fraud");

        Assert.Equal(state, licence.StateOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));
    }
}
