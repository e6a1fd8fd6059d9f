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
        sign.Lift(A.Today, "counsellor-1", "It was paid.");

        Assert.Equal((0, false, 0), Told(Of("END_CONTRACT", sign)));
    }

    [Fact]
    public void A_weight_counts_from_its_first_day_to_its_last()
    {
        var ended = A.Casework with { Signs = [new("DEBT", 30, false, A.Today.AddDays(-10), A.Today.AddDays(-1)), new("DEBT", 70, true, A.Today, null)] };

        Assert.Equal((30, false), (TriageRules.Of("OTHER", [Sign("DEBT")], ended, A.Today.AddDays(-1)).Order, TriageRules.Of("OTHER", [Sign("DEBT")], ended, A.Today.AddDays(-1)).Urgent));
        Assert.Equal((70, true), (TriageRules.Of("OTHER", [Sign("DEBT")], ended, A.Today).Order, TriageRules.Of("OTHER", [Sign("DEBT")], ended, A.Today).Urgent));
        Assert.Equal(0, TriageRules.Of("OTHER", [Sign("DEBT")], ended, A.Today.AddDays(-11)).Order);
    }

    [Fact]
    public void Every_reason_that_shows_a_sign_is_a_reason_of_return_and_every_such_sign_has_a_weight()
    {
        var offers = Offers.FromReference();

        Assert.All(A.Casework.ShownByReason, shown => Assert.True(offers.Reasons.ContainsKey(shown.Reason) && A.Casework.Sign(shown.Sign, A.Today) is not null, shown.Reason));
        Assert.Equal(Gms.Type.V1.Confidence.Low, A.Casework.Meta.Confidence);
    }

    static Triage Of(string reason, params CaseSign[] signs) => TriageRules.Of(reason, signs, A.Casework, A.Today);

    static (int Order, bool Urgent, int Reasons) Told(Triage triage) => (triage.Order, triage.Urgent, triage.Reasons.Count);

    static CaseSign Sign(string code, SaidBy by = SaidBy.Worker) => new() { Code = code, SeenOn = A.Today, SaidBy = by, Reason = "As told.", RecordedBy = "counsellor-1" };
}
