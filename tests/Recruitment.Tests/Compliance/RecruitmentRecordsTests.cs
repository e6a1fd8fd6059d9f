using Gms.Recruitment.Complaints;
using Gms.Recruitment.Compliance;
using Gms.Recruitment.Contracts;
using Gms.Recruitment.Costs;
using Gms.Recruitment.Statistics;
using Xunit;
using Outcome = Gms.Type.V1.Outcome;

namespace Gms.Recruitment.Tests.Compliance;

/// <summary>What is weighed of that which is on record.</summary>
public sealed class RecruitmentRecordsTests
{
    [Fact]
    public void An_extension_signed_after_work_began_neither_unsigns_the_contract_nor_asks_for_a_licence_on_its_day()
    {
        var contract = A.Contract(agency: A.Agency("LA", A.Licence(to: new(2027, 1, 31))));
        A.AddVersion(contract, A.Text(ends: new(2030, 12, 9), signed: new(2028, 10, 1)), VersionCause.Extended);

        foreach (var day in new DateOnly[] { new(2026, 12, 5), contract.StartsOn })
        {
            Assert.Equal((Outcome.Pass, Outcome.Pass), (Of(A.Facts(contract, asOf: day), "FR11"), Of(A.Facts(contract, asOf: day), "FR01")));
            Assert.Equal(1, A.Facts(contract, asOf: day).Version.Number);
        }
        Assert.Equal((2, 1), (A.Facts(contract, asOf: new(2028, 10, 1)).Version.Number, A.Facts(contract, asOf: new(2028, 10, 1)).SentUnder.Number));
        Assert.Equal(1, A.Facts(contract, asOf: new(2028, 9, 30)).Version.Number);
    }

    [Fact]
    public void An_amendment_before_the_first_day_is_signed_under_a_licence_too()
    {
        var contract = A.Contract(agency: A.Agency("LA", A.Licence(suspended: A.Suspension(new(2026, 11, 25), new(2026, 11, 28)))));
        A.AddVersion(contract, A.Text(A.Terms(1_400_000), signed: new(2026, 11, 26)), VersionCause.Amended);

        Assert.Equal(Outcome.Fail, Of(A.Facts(contract), "FR01"));
    }

    [Fact]
    public void That_the_worker_paid_nothing_stands_against_what_another_party_states()
    {
        var facts = A.Facts(costs: [A.Nothing(), A.Line(2, A.Cost(payer: Payer.Worker, amount: 650_000, statedBy: StatedBy.Agency))]);

        var row = WeighedRow.Of(facts, Verdict.Of(facts), []);

        Assert.Equal((Countability.Counted, 0m), (row.Counts, row.Months));
        Assert.DoesNotContain(facts.Costs, c => c.NothingPaid);
    }

    [Theory]
    [InlineData(ComplaintFinding.Unfounded, null, Outcome.NotApplicable)]
    [InlineData(ComplaintFinding.Upheld, ComplaintRemedy.Other, Outcome.Fail)]
    [InlineData(null, null, Outcome.Fail)]
    public void A_contract_that_was_shown_counts_until_the_complaint_is_found_to_be_without_ground(ComplaintFinding? finding, ComplaintRemedy? remedy, Outcome outcome)
    {
        var complaint = A.Complaint(ComplaintCategory.ContractDiffers, null, new ContractDifference("wage", "13000", "12000", Worse: true));
        if (finding is { } found)
            complaint.Decided(found, remedy);

        Assert.Equal(outcome, Of(A.FactsWith(A.Contract(), [A.Declaration()], [complaint]), "FR13"));
    }

    [Fact]
    public void What_was_shown_without_a_difference_is_settled_by_its_decision_and_opened_again_by_an_appeal()
    {
        Complaint Shown() => A.Complaint(ComplaintCategory.ContractDiffers);
        Outcome With(Complaint complaint) => Of(A.FactsWith(A.Contract(), [A.Declaration()], [complaint]), "FR13");
        var withdrawn = Shown();
        withdrawn.End(ComplaintStep.Withdraw, new(2026, 12, 1));
        var appealed = Shown().Decided(ComplaintFinding.Unfounded);
        appealed.Become(ComplaintStep.Appeal, new(2026, 12, 31));
        var kept = Shown().Decided(ComplaintFinding.Upheld, ComplaintRemedy.ContractKept);

        Assert.Equal(Outcome.Unknown, With(Shown()));
        Assert.Equal(Outcome.NotApplicable, With(withdrawn));
        Assert.Equal(Outcome.NotApplicable, With(Shown().Decided(ComplaintFinding.Unfounded)));
        Assert.Equal(Outcome.Unknown, With(appealed));
        Assert.Equal(Outcome.Fail, With(kept));
        kept.Become(ComplaintStep.Remedy, new(2026, 12, 31));
        Assert.Equal(Outcome.NotApplicable, With(kept));
    }

    [Fact]
    public void A_step_that_was_put_before_the_next_office_stays_late_whatever_new_day_it_was_given()
    {
        var late = A.Complaint(dueOn: new(2026, 12, 1));
        Outcome On(DateOnly day) => Of(A.FactsWith(A.Contract(), [A.Declaration()], [late], day), "FR30");
        Assert.Equal((Outcome.Unknown, Outcome.Fail), (On(new(2026, 12, 1)), On(new(2026, 12, 2))));

        late.Escalate(new(2026, 12, 9));
        Assert.Equal(Outcome.Fail, On(new(2026, 12, 5)));

        var unpaid = A.Complaint().Decided(ComplaintFinding.Upheld, ComplaintRemedy.Repayment);
        unpaid.Escalate(new(2027, 1, 31));
        Assert.Equal(Outcome.Fail, Of(A.FactsWith(A.Contract(), [A.Declaration()], [unpaid], null, A.Cost()), "FR08"));
    }

    static Outcome Of(RecruitmentFacts facts, string code) => Verdict.Of(facts).Single(c => c.Code == code).Outcome;
}
