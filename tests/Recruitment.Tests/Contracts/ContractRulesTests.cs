using Gms.Platform;
using Gms.Recruitment.Agencies;
using Gms.Recruitment.Contracts;
using Gms.Recruitment.Employers;
using Gms.Recruitment.JobOrders;
using Xunit;

namespace Gms.Recruitment.Tests.Contracts;

public sealed class ContractRulesTests
{
    [Fact]
    public void A_contract_as_it_should_be_is_registered() => Assert.Empty(Broken());

    [Fact]
    public void The_channel_at_the_border_needs_neither_agency_nor_order() =>
        Assert.Empty(Broken(A.Text(direct: true, origin: "KH", channel: "BORDER_S64", occupation: "9211")));

    [Fact]
    public void The_MoU_channel_needs_both() =>
        Assert.Equal(["CONTRACT_AGENCY_REQUIRED", "CONTRACT_JOB_ORDER_REQUIRED"], Broken(A.Text(direct: true)));

    [Fact]
    public void Nobody_is_registered_who_is_not_enrolled() => Assert.Equal(["CONTRACT_WORKER_UNKNOWN"], Broken(exists: false));

    [Theory]
    [InlineData(2008, 12, 10, "")]
    [InlineData(2008, 12, 11, "CONTRACT_WORKER_TOO_YOUNG")]
    [InlineData(2008, 0, 0, "")]
    [InlineData(2009, 0, 0, "CONTRACT_WORKER_TOO_YOUNG")]
    public void Eighteen_on_the_first_day_of_work_is_old_enough_and_a_doubt_does_not_refuse(int year, int month, int day, string problem) =>
        Assert.Equal(problem, string.Join(' ', Broken(born: new(year, month, day))));

    [Fact]
    public void A_suspension_after_the_signature_stops_the_registration() =>
        Assert.Equal(["CONTRACT_AGENCY_NOT_LICENSED"], Broken(agency: A.Agency("LA", A.Licence(suspended: A.Suspension(new(2026, 11, 21))))));

    [Fact]
    public void A_suspension_that_is_over_but_covered_the_signature_stops_it_too() =>
        Assert.Equal(["CONTRACT_AGENCY_NOT_LICENSED"], Broken(agency: A.Agency("LA", A.Licence(suspended: A.Suspension(new(2026, 11, 1), until: new(2026, 11, 21))))));

    [Fact]
    public void A_licence_that_ends_today_still_holds() =>
        Assert.Empty(Broken(agency: A.Agency("LA", A.Licence(to: A.Today))));

    [Fact]
    public void A_worker_is_due_what_the_order_promised()
    {
        Assert.Equal(["CONTRACT_WAGE_BELOW_JOB_ORDER"], Broken(A.Text(A.Terms(wage: 1_299_999))));
        Assert.Equal(["CONTRACT_WAGE_BELOW_JOB_ORDER"], Broken(A.Text(A.Terms(period: WagePeriod.Day))));
        Assert.Equal(["CONTRACT_HOURS_ABOVE_JOB_ORDER"], Broken(A.Text(A.Terms(hours: 49))));
        Assert.Equal(["CONTRACT_JOB_ORDER_DIFFERS"], Broken(A.Text(occupation: "9211")));
        Assert.Empty(Broken(A.Text(A.Terms(wage: 1_300_001, hours: 40))));
    }

    [Fact]
    public void An_order_counts_when_it_is_attested_and_open()
    {
        Assert.Equal(["CONTRACT_JOB_ORDER_NOT_ATTESTED"], Broken(order: A.JobOrder(attested: false)));
        Assert.Equal(["CONTRACT_JOB_ORDER_CLOSED"], Broken(order: A.JobOrder(openUntil: A.Today.AddDays(-1))));
        Assert.Empty(Broken(order: A.JobOrder(openUntil: A.Today)));
    }

    [Fact]
    public void Days_are_in_order()
    {
        Assert.Equal(["CONTRACT_ENDS_BEFORE_START"], Broken(A.Text(ends: new(2026, 12, 9))));
        Assert.Empty(Broken(A.Text(ends: new(2026, 12, 10))));
        Assert.Equal(["CONTRACT_SIGNED_IN_FUTURE"], Broken(A.Text(signed: A.Today.AddDays(1))));
    }

    [Fact]
    public void Every_broken_rule_is_told_at_once() => Assert.Equal(
        ["CONTRACT_WORKER_UNKNOWN", "CONTRACT_ENDS_BEFORE_START", "CONTRACT_WAGE_MISSING", "CONTRACT_EMPLOYER_OF_OTHER_COUNTRY", "CONTRACT_AGENCY_OF_OTHER_COUNTRY", "CONTRACT_WAGE_BELOW_JOB_ORDER"],
        Broken(A.Text(A.Terms(wage: 0), ends: new(2026, 12, 1)), exists: false, agency: A.Agency("KH"), employer: A.Employer("LA")));

    [Fact]
    public void A_contract_ends_once_and_not_after_its_term()
    {
        var contract = A.Contract();
        Assert.Empty(ContractRules.ToEnd(contract, contract.EndsOn, ContractEnd.TermOver, false, contract.StartsOn));
        Assert.Equal(["CONTRACT_ENDED_AFTER_TERM"], ContractRules.ToEnd(contract, contract.EndsOn.AddDays(1), ContractEnd.TermOver, false, contract.StartsOn).Select(p => p.Code));

        contract.End(new(2026, 1, 1), ContractEnd.NeverBegan);
        Assert.Equal((contract.StartsOn.AddDays(-1), 2L), (contract.LastDay, contract.Version));
        Assert.Equal(["CONTRACT_ALREADY_ENDED"], ContractRules.ToEnd(contract, contract.StartsOn, ContractEnd.TermOver, false, contract.StartsOn).Select(p => p.Code));
    }

    [Theory]
    [InlineData(0, true, "CONTRACT_NEVER_BEGAN_BY_OFFICER")]
    [InlineData(-1, true, "")]
    [InlineData(0, false, "")]
    public void From_the_first_day_of_work_on_only_an_officer_says_that_it_never_began(int daysAfterStart, bool byAgency, string code)
    {
        var contract = A.Contract();

        Assert.Equal(code, string.Join(' ', ContractRules.ToEnd(contract, contract.StartsOn, ContractEnd.NeverBegan, byAgency, contract.StartsOn.AddDays(daysAfterStart)).Select(p => p.Code)));
    }

    [Theory]
    [InlineData(-1, 0, true, "CONTRACT_NEVER_BEGAN_BY_OFFICER")]
    [InlineData(-1, -1, true, "")]
    [InlineData(-1, 0, false, "")]
    [InlineData(0, 0, true, "")]
    public void A_last_day_before_the_first_says_the_same_as_that_it_never_began(int lastDay, int today, bool byAgency, string code)
    {
        var contract = A.Contract();

        Assert.Equal(code, string.Join(' ', ContractRules.ToEnd(contract, contract.StartsOn.AddDays(lastDay), ContractEnd.ByAgreement, byAgency, contract.StartsOn.AddDays(today)).Select(p => p.Code)));
    }

    static IEnumerable<string> Broken(ContractText? text = null, bool exists = true, PartialDate? born = null, Agency? agency = null, Employer? employer = null, JobOrder? order = null)
    {
        var says = text ?? A.Text();
        var contract = A.Contract(says, born, agency: agency, order: order);
        var corridor = A.Reference.Corridors.Find(says.Origin, says.Destination, says.Channel);
        return ContractRules.ToRegister(contract, says, new(exists, corridor, contract.Agency, employer ?? A.Employer(), contract.JobOrder, MinimumAge.For(corridor, A.Reference.Indicators), [], A.Reference.Standards, A.Today)).Select(p => p.Code);
    }
}

public sealed class ContractTextTests
{
    /// <summary>Hashes of registered contracts rest on this text: it may only grow at its end.</summary>
    [Fact]
    public void The_canonical_text_and_its_hash_never_change()
    {
        var text = A.Text().Write();

        Assert.Equal(
            """{"worker_number":"LA-7KQ2-M9XD-R","agency_id":"0195f3a0-0000-7000-8000-000000000001","employer_id":"0195f3a0-0000-7000-8000-000000000002","job_order_id":"0195f3a0-0000-7000-8000-000000000003","origin":"LA","destination":"TH","channel":"MOU_S59","occupation":"8153","employment_type":"FORMAL","starts_on":"2026-12-10","ends_on":"2028-12-09","signed_on":"2026-11-20","languages":["lo","th"],"terms":{"wage":{"minor":1300000,"currency":"THB"},"wage_period":"MONTH","hours_per_week":48,"days_per_week":6,"workplace":"TH-10","monthly_deduction":{"minor":0,"currency":"THB"},"housing":"EMPLOYER_FREE","insurance_stated":true,"notice_days":30,"leaving_penalty":false,"return_travel_paid_by":"EMPLOYER","complaint_channel_named":true}}""",
            text);
        Assert.Equal(A.Text().Terms, ContractText.Parse(text).Terms);
    }

    [Fact]
    public void One_satang_less_is_another_hash() =>
        Assert.NotEqual(ContractText.HashOf(A.Text().Write()), ContractText.HashOf(A.Text(A.Terms(wage: 1_299_999)).Write()));
}
