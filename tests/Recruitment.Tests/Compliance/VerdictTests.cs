using Gms.Platform;
using Gms.Recruitment.Compliance;
using Gms.Recruitment.Costs;
using Gms.Type.V1;
using Xunit;

namespace Gms.Recruitment.Tests.Compliance;

public sealed class VerdictTests
{
    [Fact]
    public void Every_indicator_is_a_check_with_its_source_in_the_indicators_order()
    {
        var checks = Verdict.Of(A.Facts());

        Assert.Equal(Enumerable.Range(1, 38).Select(n => $"FR{n:00}"), checks.Select(c => c.Code));
        Assert.All(checks, c => Assert.False(c.Outcome == Outcome.Unspecified || c.Message.Length == 0 || c.Source.Text.Length == 0));
    }

    [Fact]
    public void A_fair_recruitment_passes_every_decisive_check_that_applies() =>
        Assert.Equal(
            [("FR01", Outcome.Pass), ("FR09", Outcome.Pass), ("FR11", Outcome.Pass), ("FR13", Outcome.NotApplicable), ("FR16", Outcome.Pass), ("FR17", Outcome.Pass), ("FR18", Outcome.Pass), ("FR19", Outcome.Pass), ("FR21", Outcome.Pass)],
            Verdict.Of(A.Facts()).Where(c => c.Decisive).Select(c => (c.Code, c.Outcome)));

    [Fact]
    public void A_direct_hire_at_the_border_has_no_licence_to_check()
    {
        var facts = A.Facts(A.Contract(A.Text(direct: true, origin: "KH", channel: "BORDER_S64", occupation: "9211"), sector: "AGRI_CROPS"));

        foreach (var code in new[] { "FR01", "FR02", "FR20", "FR36", "FR37" })
            Assert.Equal(Outcome.NotApplicable, Of(facts, code).Outcome);
        Assert.Equal(Outcome.Pass, Of(facts, "FR19").Outcome);
        Assert.DoesNotContain(Verdict.Of(facts), c => c is { Decisive: true, Outcome: Outcome.Fail or Outcome.Unknown });
    }

    [Fact]
    public void The_MoU_channel_without_an_agency_fails() => Assert.Equal(Outcome.Fail, Of(A.Facts(A.Contract(A.Text(direct: true))), "FR01").Outcome);

    [Fact]
    public void A_licence_must_hold_on_the_day_of_departure()
    {
        var contract = A.Contract(agency: A.Agency("LA", A.Licence(suspended: A.Suspension(new(2026, 12, 6)))));

        Assert.Equal(Outcome.Pass, Of(A.Facts(contract, asOf: new(2026, 12, 5)), "FR01").Outcome);
        Assert.Equal(Outcome.Fail, Of(A.Facts(contract, asOf: new(2026, 12, 6)), "FR01").Outcome);
    }

    [Fact]
    public void A_licence_must_have_held_on_the_day_of_signing() =>
        Assert.Equal(Outcome.Fail, Of(A.Facts(A.Contract(agency: A.Agency("LA", A.Licence(from: new(2026, 11, 21))))), "FR01").Outcome);

    [Fact]
    public void A_deposit_of_unknown_amount_is_unknown_and_of_low_confidence()
    {
        var check = Of(A.Facts(), "FR02");

        Assert.Equal((Outcome.Unknown, "LA-OUT deposit", Confidence.Low), (check.Outcome, check.Source.Rule, check.Source.Confidence));
    }

    [Fact]
    public void That_nothing_is_recorded_passes_only_when_the_worker_confirmed_it()
    {
        Assert.Equal(Outcome.Pass, Of(A.Facts(), "FR04").Outcome);
        Assert.Equal(Outcome.Unknown, Of(A.Facts(declaration: A.Declaration(complete: null)), "FR04").Outcome);
        Assert.Equal(Outcome.Unknown, Of(A.Facts(declaration: A.Declaration(complete: false)), "FR04").Outcome);
        Assert.Equal(Outcome.Unknown, Of(A.Facts(undeclared: true), "FR04").Outcome);
    }

    [Theory]
    [InlineData("AGENT_FEE", Payer.Worker, Outcome.Fail)]
    [InlineData("PASSPORT", Payer.Family, Outcome.Fail)]
    [InlineData("PASSPORT", Payer.Employer, Outcome.Pass)]
    [InlineData("OPPORTUNITY", Payer.Worker, Outcome.Pass)]
    public void The_ILO_standard_is_zero_for_worker_and_family(string item, Payer payer, Outcome outcome) =>
        Assert.Equal(outcome, Of(A.Facts(costs: A.Cost(item, payer)), "FR04").Outcome);

    [Fact]
    public void What_a_Thai_licensee_takes_is_over_Thailand_s_zero()
    {
        var check = Of(A.Facts(costs: A.Cost("PASSPORT", payee: Payee.DestinationAgency, amount: 1)), "FR05");

        Assert.Equal((Outcome.Fail, "TH-IN fee_to_worker", Confidence.High), (check.Outcome, check.Source.Rule, check.Source.Confidence));
        Assert.Equal(Outcome.Pass, Of(A.Facts(costs: A.Cost("PASSPORT", payee: Payee.Authority)), "FR05").Outcome);
    }

    [Fact]
    public void A_fee_that_a_Lao_agency_takes_is_against_a_limit_that_is_not_known()
    {
        var check = Of(A.Facts(costs: A.Cost(amount: 500_000)), "FR05");

        Assert.Equal((Outcome.Unknown, "LA-OUT fee_cap", Confidence.Low), (check.Outcome, check.Source.Rule, check.Source.Confidence));
    }

    [Theory]
    [InlineData(30_000_000, "MMK", Outcome.Pass)]
    [InlineData(30_000_001, "MMK", Outcome.Fail)]
    [InlineData(1_000, "THB", Outcome.Unknown)]
    public void The_Myanmar_kyat_cap_holds_to_the_last_pya(long amount, string currency, Outcome outcome) =>
        Assert.Equal(outcome, Of(A.Facts(A.Contract(A.Text(origin: "MM")), costs: A.Cost(amount: amount, currency: currency)), "FR05").Outcome);

    [Fact]
    public void The_same_payment_stated_by_two_parties_is_not_added_up()
    {
        var contract = A.Contract(A.Text(origin: "MM"));

        Assert.Equal(Outcome.Pass, Of(A.Facts(contract, costs: [A.Cost(amount: 20_000_000, currency: "MMK"), A.Cost(amount: 20_000_000, currency: "MMK", statedBy: StatedBy.Agency)]), "FR05").Outcome);
        Assert.Equal(Outcome.Fail, Of(A.Facts(contract, costs: [A.Cost(amount: 20_000_000, currency: "MMK"), A.Cost(amount: 20_000_000, currency: "MMK")]), "FR05").Outcome);
    }

    [Fact]
    public void A_cap_of_low_confidence_is_told_as_such()
    {
        var check = Of(A.Facts(A.Contract(A.Text(origin: "CN")), costs: A.Cost(amount: 99_999_999)), "FR05");

        Assert.Equal((Outcome.Fail, Confidence.Low), (check.Outcome, check.Source.Confidence));
    }

    [Fact]
    public void Travel_that_nobody_recorded_is_unknown_for_that_reason_and_not_for_want_of_the_worker_s_word()
    {
        var confirmed = Of(A.Facts(), "FR32");
        var silent = Of(A.Facts(undeclared: true), "FR32");

        Assert.Equal((Outcome.Unknown, Outcome.Unknown), (confirmed.Outcome, silent.Outcome));
        Assert.Contains("nobody recorded who paid for travel", confirmed.Message, StringComparison.Ordinal);
        Assert.Contains("has not confirmed", silent.Message, StringComparison.Ordinal);
        Assert.Equal(Outcome.Pass, Of(A.Facts(costs: A.Cost("VISA", Payer.Employer)), "FR32").Outcome);
    }

    [Fact]
    public void Bribes_brokers_missing_receipts_and_own_travel_show()
    {
        var facts = A.Facts(costs: [A.Cost("BRIBE", payee: Payee.OfficialPrivately, receipt: null), A.Cost("SUBAGENT_FEE", payee: Payee.Broker), A.Cost("TRAVEL_INT", payee: Payee.Provider)]);

        foreach (var code in new[] { "FR03", "FR04", "FR06", "FR07", "FR32" })
            Assert.Equal(Outcome.Fail, Of(facts, code).Outcome);
        Assert.Contains("BRIBE", Of(facts, "FR06").Message, StringComparison.Ordinal);
        Assert.Equal(Outcome.Unknown, Of(facts, "FR08").Outcome);
    }

    [Theory]
    [InlineData(false, false, Outcome.Pass)]
    [InlineData(true, false, Outcome.Fail)]
    [InlineData(false, true, Outcome.Unknown)]
    [InlineData(null, null, Outcome.Unknown)]
    [InlineData(false, null, Outcome.Unknown)]
    public void Debt_to_the_recruiter_fails_and_a_loan_from_others_is_a_question(bool? owes, bool? borrowed, Outcome outcome) =>
        Assert.Equal(outcome, Of(A.Facts(declaration: A.Declaration(owes: owes, borrowed: borrowed)), "FR09").Outcome);

    [Fact]
    public void A_deposit_or_a_penalty_takes_the_freedom_to_leave()
    {
        Assert.Equal(Outcome.Fail, Of(A.Facts(costs: A.Cost("DEPOSIT")), "FR18").Outcome);
        Assert.Equal(Outcome.Fail, Of(A.Facts(A.Contract(A.Text(A.Terms() with { LeavingPenalty = true }))), "FR18").Outcome);
        Assert.Equal(Outcome.Unknown, Of(A.Facts(A.Contract(A.Text(A.Terms() with { LeavingPenalty = null }))), "FR18").Outcome);
        Assert.Equal(Outcome.Fail, Of(A.Facts(declaration: A.Declaration(free: false)), "FR18").Outcome);
    }

    [Fact]
    public void A_contract_is_signed_only_when_both_signatures_are_recorded_and_who_recorded_them_is_told()
    {
        Outcome With(params Gms.Recruitment.Contracts.ContractSignature[] signatures)
        {
            var contract = A.Contract(signed: false);
            contract.Versions[0].Signatures.AddRange(signatures);
            return Of(A.Facts(contract), "FR11").Outcome;
        }

        Assert.Equal(Outcome.Unknown, With());
        Assert.Equal(Outcome.Unknown, With(A.Signature(Gms.Recruitment.Contracts.ContractParty.Worker)));
        Assert.Equal(Outcome.Unknown, With(A.Signature(Gms.Recruitment.Contracts.ContractParty.Worker), A.Signature(Gms.Recruitment.Contracts.ContractParty.Employer, new(2026, 12, 6))));
        Assert.Equal(Outcome.Pass, With(A.Signature(Gms.Recruitment.Contracts.ContractParty.Worker), A.Signature(Gms.Recruitment.Contracts.ContractParty.Employer, new(2026, 12, 5))));
        var own = A.Contract(signed: false);
        own.Versions[0].Signatures.AddRange([A.Signature(Gms.Recruitment.Contracts.ContractParty.Worker, organisation: ""), A.Signature(Gms.Recruitment.Contracts.ContractParty.Employer, organisation: "agency-7")]);
        Assert.Contains("recorded by the worker's own account", Of(A.Facts(own), "FR11").Message, StringComparison.Ordinal);
        Assert.Contains("recorded by organisation agency-7", Of(A.Facts(own), "FR11").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_employer_without_accreditation_or_a_visit_by_the_day_is_not_verified()
    {
        Outcome With(Gms.Recruitment.Employers.Employer employer) => Of(A.Facts(A.Contract(employer: employer), asOf: new(2026, 12, 5)), "FR19").Outcome;

        Assert.Equal(Outcome.Pass, With(A.Employer()));
        Assert.Equal(Outcome.Unknown, With(A.Employer(accredited: false)));
        Assert.Equal(Outcome.Unknown, With(A.Employer(accreditedUntil: new(2026, 12, 4))));
        Assert.Equal(Outcome.Pass, With(A.Employer(accreditedUntil: new(2026, 12, 5))));
        Assert.Equal(Outcome.Unknown, With(A.Employer(visited: false)));
        Assert.Equal(Outcome.Unknown, With(A.Employer(visitedOn: new(2026, 12, 6))));
    }

    [Fact]
    public void A_revoked_licence_and_a_suspension_count_while_its_period_lasts()
    {
        var revoked = A.Licence(to: new(2026, 12, 31));
        revoked.Revoke(new(2026, 11, 1), "x");
        Outcome On(DateOnly day, params Gms.Recruitment.Agencies.Licence[] licences) => AgencyFindings.OpenSanction(A.Agency("LA", licences), day).Outcome;

        Assert.Equal((Outcome.Unknown, Outcome.Fail), (On(new(2026, 10, 31), revoked), On(new(2026, 11, 1), revoked)));
        Assert.Equal((Outcome.Fail, Outcome.Unknown), (On(new(2026, 12, 31), revoked), On(new(2027, 1, 1), revoked)));
        var open = A.Licence(to: new(2026, 12, 31), suspended: A.Suspension(new(2026, 12, 1)));
        Assert.Equal((Outcome.Fail, Outcome.Unknown), (On(new(2026, 12, 31), open), On(new(2027, 1, 1), open)));
    }

    [Theory]
    [InlineData(0, 2_000_000_000, Outcome.Pass)]
    [InlineData(0, 1_999_999_999, Outcome.Fail)]
    [InlineData(2, 3_000_000_000, Outcome.Pass)]
    [InlineData(2, 2_999_999_999, Outcome.Fail)]
    public void Viet_Nam_asks_for_more_deposit_with_each_branch(int branches, long deposit, Outcome outcome)
    {
        var regime = A.Reference.Agencies.Of("VN", true, new(2026, 12, 5))!;
        Assert.Equal(outcome, AgencyFindings.Deposit("VN", A.Licence("VN", deposit: new(deposit, "VND")), regime, branches).Outcome);

        var facts = new AgencyFacts(A.Agency("VN", A.Licence("VN", deposit: new(deposit, "VND"))), new(2026, 12, 5), null, new(new(), new(2025, 1, 1), false), new(0, 0, 0, 0), 0, 0, A.Reference) { Acting = new(branches, 0) };
        Assert.Equal(outcome, PartyVerdict.Of(facts).Single(c => c.Code == "FR02").Outcome);
    }

    [Fact]
    public void The_law_on_deposits_is_that_of_the_day()
    {
        // Before the decree's first day no amount is known.
        var early = A.Reference.Agencies.Of("VN", true, new(2000, 1, 1));
        Assert.NotEqual(Outcome.Pass, AgencyFindings.Deposit("VN", A.Licence("VN", deposit: new(2_000_000_000, "VND")), early, 0).Outcome);
    }

    [Fact]
    public void A_payment_to_a_broker_may_have_been_to_a_registered_sub_agent()
    {
        var paid = A.Facts(costs: A.Cost("SUBAGENT_FEE", payee: Payee.Broker, paidOn: new(2026, 11, 1)));

        Assert.Equal(Outcome.Fail, Of(paid, "FR03").Outcome);
        Assert.Equal(Outcome.Unknown, Of(paid with { Representatives = [A.SubAgent(new(2026, 11, 1))] }, "FR03").Outcome);
        Assert.Equal(Outcome.Fail, Of(paid with { Representatives = [A.SubAgent(new(2026, 11, 2))] }, "FR03").Outcome);
        Assert.Equal(Outcome.Fail, Of(paid with { Representatives = [A.SubAgent(new(2026, 1, 1), new(2026, 10, 31))] }, "FR03").Outcome);
    }

    [Fact]
    public void A_contract_in_no_language_of_the_worker_fails()
    {
        Assert.Equal(Outcome.Pass, Of(A.Facts(declaration: A.Declaration(languages: "th-TH")), "FR11").Outcome);
        Assert.Equal(Outcome.Fail, Of(A.Facts(declaration: A.Declaration(languages: "km")), "FR11").Outcome);
        Assert.Equal(Outcome.Fail, Of(A.Facts(asOf: new(2026, 11, 19)), "FR11").Outcome);
    }

    [Theory]
    [InlineData(130_000, Outcome.Pass)]
    [InlineData(130_001, Outcome.Fail)]
    public void Thailand_lets_a_tenth_of_the_wage_be_deducted(long deduction, Outcome outcome) =>
        Assert.Equal(outcome, Of(A.Facts(A.Contract(A.Text(A.Terms() with { MonthlyDeduction = new(deduction, "THB") }))), "FR10").Outcome);

    [Fact]
    public void A_contract_that_lacks_items_says_which() =>
        Assert.Equal("The contract lacks: a day of rest, housing, where to complain.", Of(A.Facts(A.Contract(A.Text(A.Terms() with { DaysPerWeek = 7, Housing = null, ComplaintChannelNamed = null }))), "FR12").Message);

    [Theory]
    [InlineData(2008, 12, 10, Outcome.Pass)]
    [InlineData(2008, 12, 11, Outcome.Fail)]
    [InlineData(2008, 0, 0, Outcome.Unknown)]
    public void Age_is_weighed_on_the_first_day_of_work(int year, int month, int day, Outcome outcome) =>
        Assert.Equal(outcome, Of(A.Facts(A.Contract(born: new PartialDate(year, month, day))), "FR21").Outcome);

    [Fact]
    public void A_birth_date_that_nobody_knows_is_unknown() => Assert.Equal(Outcome.Unknown, Of(A.Facts(A.Contract(bornUnknown: true)), "FR21").Outcome);

    [Fact]
    public void An_ended_contract_or_a_term_that_is_over_fails()
    {
        Assert.Equal(Outcome.Pass, Of(A.Facts(asOf: new(2028, 12, 9)), "FR16").Outcome);
        Assert.Equal(Outcome.Fail, Of(A.Facts(asOf: new(2028, 12, 10)), "FR16").Outcome);
        var ended = A.Contract();
        ended.End(new(2026, 12, 4), Gms.Recruitment.Contracts.ContractEnd.NeverBegan);
        Assert.Equal(Outcome.Fail, Of(A.Facts(ended), "FR16").Outcome);
    }

    [Fact]
    public void Without_a_contract_that_is_the_failure_and_nothing_passes()
    {
        var checks = Verdict.WithoutContract(A.Reference.Indicators, ended: false);

        Assert.Equal((38, 0, "FR16"), (checks.Count, checks.Count(c => c.Outcome == Outcome.Pass), Assert.Single(checks, c => c.Outcome == Outcome.Fail).Code));
    }

    /// <summary>What speaks for a recruitment may be taken away, and no check gets better by it.</summary>
    [Theory]
    [InlineData("declaration")]
    [InlineData("terms")]
    [InlineData("licence")]
    [InlineData("birth date")]
    [InlineData("attestation")]
    [InlineData("deposit")]
    public void A_verdict_never_improves_when_a_fact_is_removed(string fact)
    {
        var bare = A.Terms() with { Workplace = null, MonthlyDeduction = null, Housing = null, InsuranceStated = null, NoticeDays = null, LeavingPenalty = null, ReturnTravelPaidBy = null, ComplaintChannelNamed = null };
        var full = A.Contract(agency: A.Agency("LA", A.Licence(deposit: new(1, "LAK"))));
        var without = fact switch
        {
            "declaration" => A.Facts(full, undeclared: true),
            "terms" => A.Facts(A.Contract(A.Text(bare))),
            "licence" => A.Facts(A.Contract(agency: A.Agency("LA", A.Licence(partner: "JP")))),
            "birth date" => A.Facts(A.Contract(bornUnknown: true)),
            "attestation" => A.Facts(A.Contract(order: A.JobOrder(attested: false))),
            _ => A.Facts(A.Contract()),
        };

        Assert.All(Verdict.Of(A.Facts(full)).Zip(Verdict.Of(without)), pair => Assert.False(
            pair.Second.Outcome == Outcome.Pass && pair.First.Outcome != Outcome.Pass, $"{pair.First.Code} passes without the {fact}"));
    }

    static Check Of(RecruitmentFacts facts, string code) => Verdict.Of(facts).Single(c => c.Code == code);
}
