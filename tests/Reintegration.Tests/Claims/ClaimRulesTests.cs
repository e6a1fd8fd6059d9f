using Gms.Platform;
using Gms.Reintegration.Cases;
using Gms.Reintegration.Claims;
using Gms.Type.V1;
using Xunit;

namespace Gms.Reintegration.Tests.Claims;

public sealed class ClaimRulesTests
{
    static readonly ProgrammeRules Rules = ProgrammeRules.Load();
    static readonly Offers Offers = Offers.FromReference();

    [Theory]
    [InlineData(ClaimState.ToAsk, "ToAsk, ToFile, Dropped")]
    [InlineData(ClaimState.ToFile, "ToFile, Filed, Paid, Dropped")]
    [InlineData(ClaimState.Filed, "Filed, Awarded, Paid, Refused, Dropped")]
    [InlineData(ClaimState.Awarded, "Awarded, Paid, Refused, Dropped")]
    [InlineData(ClaimState.Paid, "")]
    [InlineData(ClaimState.Refused, "Filed")]
    [InlineData(ClaimState.Dropped, "")]
    public void A_claim_moves_only_so(ClaimState from, string to) =>
        Assert.Equal(to, string.Join(", ", Enum.GetValues<ClaimState>().Where(next => from.CanBecome(next))));

    [Theory]
    [InlineData(ClaimState.ToAsk, "ToAsk")]
    [InlineData(ClaimState.ToFile, "ToAsk, ToFile")]
    [InlineData(ClaimState.Filed, "ToFile, Filed, Refused")]
    [InlineData(ClaimState.Awarded, "Filed, Awarded")]
    [InlineData(ClaimState.Paid, "ToFile, Filed, Awarded")]
    [InlineData(ClaimState.Refused, "Filed, Awarded")]
    [InlineData(ClaimState.Dropped, "ToAsk, ToFile, Filed, Awarded")]
    public void A_state_is_reached_only_from_there(ClaimState to, string from) =>
        Assert.Equal(from, string.Join(", ", Enum.GetValues<ClaimState>().Where(before => before.CanBecome(to))));

    [Fact]
    public void A_paid_claim_has_amount_day_and_receipt()
    {
        Assert.Equal(["CLAIM_PAID_WITHOUT_EVIDENCE"], Moving(new(ClaimState.Paid, null, null, null, null)));
        Assert.Equal(["CLAIM_PAID_WITHOUT_EVIDENCE"], Moving(new(ClaimState.Paid, null, new(0, "THB"), A.Today, "receipt")));
        Assert.Empty(Moving(new(ClaimState.Paid, null, new(1, "THB"), A.Today, "receipt")));
    }

    [Fact]
    public void An_open_claim_says_what_is_next_and_a_settled_one_has_nothing_next()
    {
        Assert.Equal(["CLAIM_NEXT_STEP_WRONG"], Moving(new(ClaimState.Filed, null, null, null, null)));
        Assert.Equal(["CLAIM_NEXT_STEP_WRONG"], Moving(new(ClaimState.Dropped, "Wait", null, null, null)));
    }

    [Theory]
    [InlineData(-1, "CLAIM_SETTLED_ON_WRONG_DAY")]
    [InlineData(0, "")]
    [InlineData(1, "CLAIM_SETTLED_ON_WRONG_DAY")]
    public void It_is_paid_between_its_beginning_and_today(int days, string problems) =>
        Assert.Equal(problems, string.Join(", ", Moving(new(ClaimState.Paid, null, new(1, "THB"), A.Today.AddDays(days), "receipt"))));

    [Fact]
    public void Every_programme_has_its_row_and_every_condition_one_test()
    {
        Assert.Equal(Offers.Programmes.Order(StringComparer.Ordinal), Rules.Rules.Select(r => r.Programme).Order(StringComparer.Ordinal));
        Assert.All(Rules.Rules.SelectMany(r => r.Conditions), c =>
        {
            Assert.Equal(1, (c.Reasons is null ? 0 : 1) + (c.From is null ? 0 : 1) + (c.ReturnedSince is null ? 0 : 1) + (c.Skill ? 1 : 0) + (c.Fact is null ? 0 : 1));
            Assert.True(c.Fact is null || Rules.FactCodes.Contains(c.Fact), c.Code);
            Assert.All(c.Reasons ?? [], reason => Assert.True(Offers.Reasons.ContainsKey(reason) || reason == "DISTRESS", reason));
        });
    }

    [Theory]
    [InlineData("ILLNESS", true, true, Outcome.Pass)]
    [InlineData("ILLNESS", true, null, Outcome.Unknown)]
    [InlineData("ILLNESS", true, false, Outcome.Fail)]
    [InlineData("FAMILY", true, true, Outcome.Fail)]
    [InlineData("ILLNESS", null, null, Outcome.Unknown)]
    public void Viet_Nam_s_fund_is_open_when_all_conditions_are_met_and_unknown_is_no_pass(string reason, bool? contributed, bool? early, Outcome outcome)
    {
        var said = new Dictionary<string, bool>();
        if (contributed is { } c)
            said["FUND_CONTRIBUTION_PAID"] = c;
        if (early is { } e)
            said["RETURNED_EARLY"] = e;

        var match = Rules.Of(Offers["VN-FES"], Back("VN", reason), said, false);

        Assert.Equal(outcome, match.Outcome);
        Assert.Equal(3, match.Conditions.Count);
        Assert.All(match.Conditions, m => Assert.NotEmpty(m.Condition!.Source));
    }

    [Fact]
    public void A_programme_of_whose_conditions_nothing_is_known_is_unknown_and_says_so() =>
        Assert.Equal((Outcome.Unknown, "CONDITIONS_UNKNOWN"), Rules.Of(Offers["VN-CREDIT"], Back("VN", "ILLNESS"), new Dictionary<string, bool>(), true) is var m ? (m.Outcome, m.Conditions[0].Code) : default);

    [Fact]
    public void A_rule_holds_for_returns_from_its_first_day_on()
    {
        var facts = new Dictionary<string, bool> { ["FUND_CONTRIBUTION_PAID"] = true, ["RETURNED_EARLY"] = true };

        Assert.Equal(Outcome.Unknown, Rules.Of(Offers["VN-FES"], Back("VN", "ILLNESS", new(2022, 2, 20)), facts, false).Outcome);
        Assert.Equal(Outcome.Pass, Rules.Of(Offers["VN-FES"], Back("VN", "ILLNESS", new(2022, 2, 21)), facts, false).Outcome);
    }

    static Case Back(string country, string reason, DateOnly? on = null) =>
        new() { Country = country, WorkerNumber = A.Worker, Source = CaseSource.WalkIn, From = "TH", Reason = reason, ReturnedOn = on ?? A.Today, OpenedAt = new(2026, 11, 22, 2, 0, 0, TimeSpan.Zero) };

    static IEnumerable<string> Moving(ClaimRules.Moved moved)
    {
        var claim = new Claim { CaseId = Guid.Empty, Kind = ClaimKind.Wages, Origin = "none", Against = "TH", TextEncrypted = [], OpenedOn = A.Today };
        claim.Move(ClaimState.ToFile, [1], null, [1], "counsellor-1", A.Today);
        return ClaimRules.ToMove(claim, moved, A.Today).Select(p => p.Code);
    }
}
