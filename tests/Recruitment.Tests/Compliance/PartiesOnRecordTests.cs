using Gms.Recruitment.Agencies;
using Gms.Recruitment.Compliance;
using Gms.Recruitment.Contracts;
using Gms.Recruitment.Costs;
using Gms.Recruitment.Employers;
using Gms.Type.V1;
using Xunit;

namespace Gms.Recruitment.Tests.Compliance;

/// <summary>What is on record of the parties: signatures, accreditation, licences, deposit, sub-agents, each at its edges.</summary>
public sealed class PartiesOnRecordTests
{
    [Fact]
    public void A_contract_is_signed_only_when_both_signatures_are_recorded_and_who_recorded_them_is_told()
    {
        Outcome With(params ContractSignature[] signatures)
        {
            var contract = A.Contract(signed: false);
            contract.Versions[0].Signatures.AddRange(signatures);
            return Of(A.Facts(contract), "FR11").Outcome;
        }

        Assert.Equal(Outcome.Unknown, With());
        Assert.Equal(Outcome.Unknown, With(A.Signature(ContractParty.Worker)));
        Assert.Equal(Outcome.Unknown, With(A.Signature(ContractParty.Worker), A.Signature(ContractParty.Employer, new(2026, 12, 6))));
        Assert.Equal(Outcome.Pass, With(A.Signature(ContractParty.Worker), A.Signature(ContractParty.Employer, new(2026, 12, 5))));
        var own = A.Contract(signed: false);
        own.Versions[0].Signatures.AddRange([A.Signature(ContractParty.Worker, organisation: ""), A.Signature(ContractParty.Employer, organisation: "agency-7")]);
        Assert.Contains("recorded by the worker's own account", Of(A.Facts(own), "FR11").Message, StringComparison.Ordinal);
        Assert.Contains("recorded by organisation agency-7", Of(A.Facts(own), "FR11").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_employer_without_accreditation_or_a_visit_by_the_day_is_not_verified()
    {
        Outcome With(Employer employer) => Of(A.Facts(A.Contract(employer: employer), asOf: new(2026, 12, 5)), "FR19").Outcome;

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
        Outcome On(DateOnly day, params Licence[] licences) => AgencyFindings.OpenSanction(A.Agency("LA", licences), day).Outcome;

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

    static Check Of(RecruitmentFacts facts, string code) => Verdict.Of(facts).Single(c => c.Code == code);
}
