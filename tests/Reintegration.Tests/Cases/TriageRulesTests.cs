using Gms.Reintegration.Cases;
using Xunit;

namespace Gms.Reintegration.Tests.Cases;

public sealed class TriageRulesTests
{
    [Fact]
    public void Nothing_known_is_no_reason() => Assert.Equal((0, false, 0), Told(Of("END_CONTRACT")));

    [Fact]
    public void The_reason_of_return_is_a_sign_by_itself_and_says_so()
    {
        var triage = Of("ABUSE");

        Assert.Equal((90, true, 1), Told(triage));
        Assert.Null(Assert.Single(triage.Reasons).Recorded);
    }

    [Fact]
    public void The_order_is_the_sum_of_reasons_each_listed_with_who_said_so_the_weightiest_first()
    {
        var triage = Of("END_CONTRACT", Sign("DEBT"), Sign("TRAFFICKING_SIGNS", SaidBy.Authority), Sign("CHILDREN"));

        Assert.Equal(["TRAFFICKING_SIGNS", "CHILDREN", "DEBT"], triage.Reasons.Select(r => r.Sign));
        Assert.Equal(triage.Reasons.Sum(r => r.Weight), triage.Order);
        Assert.Equal(SaidBy.Authority, triage.Reasons[0].Recorded!.SaidBy);
        Assert.True(triage.Urgent);
    }

    [Fact]
    public void A_sign_counts_once_whether_it_was_told_twice_or_follows_from_the_reason_too() =>
        Assert.Equal(Of("ILLNESS").Order, Of("ILLNESS", Sign("HEALTH"), Sign("HEALTH")).Order);

    [Fact]
    public void A_lifted_sign_counts_no_more()
    {
        var sign = Sign("DEBT");
        sign.Lift(A.Today, "counsellor-1", []);

        Assert.Equal((0, false, 0), Told(Of("END_CONTRACT", sign)));
    }

    [Fact]
    public void A_weight_counts_from_its_first_day_to_its_last()
    {
        var ended = A.Casework with { Signs = [new("DEBT", 30, false, A.Today.AddDays(-10), A.Today.AddDays(-1)), new("DEBT", 70, true, A.Today, null)] };

        Assert.Equal((30, false), (TriageRules.Of(Held("OTHER", Sign("DEBT")), ended, A.Today.AddDays(-1)).Order, TriageRules.Of(Held("OTHER", Sign("DEBT")), ended, A.Today.AddDays(-1)).Urgent));
        Assert.Equal((70, true), (TriageRules.Of(Held("OTHER", Sign("DEBT")), ended, A.Today).Order, TriageRules.Of(Held("OTHER", Sign("DEBT")), ended, A.Today).Urgent));
        Assert.Equal(0, TriageRules.Of(Held("OTHER", Sign("DEBT")), ended, A.Today.AddDays(-11)).Order);
    }

    [Fact]
    public void Every_reason_that_shows_a_sign_is_a_reason_of_return_and_every_such_sign_has_a_weight()
    {
        var offers = Offers.FromReference();

        Assert.All(A.Casework.ShownByReason, shown => Assert.True(offers.Reasons.ContainsKey(shown.Reason) && A.Casework.Sign(shown.Sign, A.Today) is not null, shown.Reason));
        Assert.Equal(Gms.Type.V1.Confidence.Low, A.Casework.Meta.Confidence);
    }

    [Theory]
    [InlineData(13, 0)]
    [InlineData(14, 10)]
    [InlineData(27, 10)]
    [InlineData(28, 20)]
    [InlineData(56, 40)]
    [InlineData(400, 40)]
    public void Who_waits_for_a_counsellor_comes_nearer_by_the_longest_wait_alone(int days, int order)
    {
        var held = A.Case(returned: A.Today);

        Assert.Equal(order, TriageRules.Of(held, A.Casework, A.Today.AddDays(days)).Order);
        held.Assign("counsellor-1", "office-1");
        Assert.Equal(0, TriageRules.Of(held, A.Casework, A.Today.AddDays(days)).Order);
    }

    [Fact]
    public void A_sign_of_age_counts_to_the_day_before_the_birthday()
    {
        var held = Held("END_CONTRACT", Sign("UNDER_18", until: A.Today.AddDays(5)));

        Assert.Equal((90, 0), (TriageRules.Of(held, A.Casework, A.Today.AddDays(5)).Order, TriageRules.Of(held, A.Casework, A.Today.AddDays(6)).Order));
        Assert.Equal(A.Today.AddDays(6), TriageRules.ChangesOn(held, A.Casework, A.Today));
    }

    /// <summary>What a timer waits for: no day changes the order unseen.</summary>
    [Fact]
    public void Between_a_day_and_the_next_change_the_order_is_the_same()
    {
        var rules = A.Casework with { Signs = [.. A.Casework.Signs.Where(s => s.Code != "DEBT"), new("DEBT", 30, false, A.Today.AddDays(-9), A.Today.AddDays(20)), new("DEBT", 70, true, A.Today.AddDays(40), null)] };
        Case[] cases = [Held("ILLNESS", Sign("DEBT")), Held("OTHER", Sign("UNDER_18", until: A.Today.AddDays(33)), Sign("DEBT")), Held("OTHER"), A.Case(CaseState.Assigned)];
        foreach (var held in cases)
            for (var day = A.Today; day < A.Today.AddDays(90); day = day.AddDays(1))
            {
                var next = TriageRules.ChangesOn(held, rules, day);
                for (var later = day; later < (next ?? A.Today.AddDays(120)); later = later.AddDays(1))
                    Assert.Equal(TriageRules.Of(held, rules, day).Order, TriageRules.Of(held, rules, later).Order);
            }
    }

    static Case Held(string reason, params CaseSign[] signs)
    {
        var held = A.Case();
        held.Reason = reason;
        held.Signs.AddRange(signs);
        return held;
    }

    static Triage Of(string reason, params CaseSign[] signs) => TriageRules.Of(Held(reason, signs), A.Casework, A.Today);

    static (int Order, bool Urgent, int Reasons) Told(Triage triage) => (triage.Order, triage.Urgent, triage.Reasons.Count);

    static CaseSign Sign(string code, SaidBy by = SaidBy.Worker, DateOnly? until = null) => new() { Code = code, SeenOn = A.Today, SaidBy = by, ReasonEncrypted = [], CountsUntil = until, RecordedBy = "counsellor-1" };
}
