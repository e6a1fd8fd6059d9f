using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Tests.Contracts;

public sealed class CompareContractTests(RecruitmentHost host) : IClassFixture<RecruitmentHost>
{
    Proto.Contracts.ContractsClient Post => host.Contracts(Who.Is(Role.BorderOfficer, "TH"), "border-control");

    Proto.Complaints.ComplaintsClient Inspector => new(host.As(Who.Is(Role.Inspector, "LA"), "complaint", RecruitmentHost.Now));

    static Proto.CompareContractRequest Shown(string contract, long wage = 1_300_000, int hours = 48) => new()
    {
        RequestId = Ask.NewId(),
        ContractId = contract,
        Wage = new() { Minor = wage, Currency = "THB" },
        WagePeriod = Proto.WagePeriod.Month,
        HoursPerWeek = hours,
        DaysPerWeek = 6,
        Occupation = "8153",
        MonthlyDeduction = new() { Minor = 0, Currency = "THB" },
    };

    async Task<string> HashOf(string contract) => (await host.Contracts(purpose: "recruitment").GetContractAsync(new() { ContractId = contract })).Contract.ContractHash;

    [Fact]
    public async Task The_registered_hash_is_the_registered_contract()
    {
        var (_, _, contract) = await host.Contract();

        var answer = await Post.CompareContractAsync(new() { RequestId = Ask.NewId(), ContractId = contract, ShownHash = (await HashOf(contract)).ToUpperInvariant() });

        Assert.Equal((Proto.ContractMatch.SameText, "", 1), (answer.Match, answer.ComplaintId, answer.Version));
    }

    [Fact]
    public async Task A_paper_whose_fields_agree_is_said_to_agree_in_its_fields_only()
    {
        var (_, _, contract) = await host.Contract();

        Assert.Equal(Proto.ContractMatch.SameFields, (await Post.CompareContractAsync(Shown(contract))).Match);
    }

    [Fact]
    public async Task A_lower_wage_and_longer_hours_open_a_complaint_with_both_versions_and_a_day_to_look_at_it()
    {
        var (_, worker, contract) = await host.Contract();

        var answer = await Post.CompareContractAsync(Shown(contract, wage: 900_000, hours: 60));

        Assert.Equal(Proto.ContractMatch.Differs, answer.Match);
        Assert.Equal([("wage", true), ("hours_per_week", true)], answer.Differences.Select(d => (d.Field, d.Worse)));
        var complaint = (await Inspector.GetComplaintAsync(new() { ComplaintId = answer.ComplaintId })).Complaint;
        Assert.Equal((worker, contract, Proto.ComplaintCategory.ContractDiffers, Proto.ComplaintUrgency.Urgent, Proto.ComplaintTeller.Registry),
            (complaint.WorkerNumber, complaint.ContractId, complaint.Category, complaint.Urgency, complaint.ToldBy));
        Assert.Equal(["CONTRACT_REGISTERED", "CONTRACT_SHOWN"], complaint.Evidence.Select(e => e.Kind));
        Assert.Equal(await HashOf(contract), complaint.Evidence[0].Reference);
        Assert.Contains("1300000", complaint.Evidence[0].Text, StringComparison.Ordinal);
        Assert.Contains("900000", complaint.Evidence[1].Text, StringComparison.Ordinal);
        var item = await host.Db(db => db.WorkItems.SingleAsync(i => i.Key == $"complaint:{Guid.Parse(answer.ComplaintId):N}"));
        Assert.Equal(("COMPLAINT_OPENED", "LA"), (item.Kind, item.Country));
    }

    [Fact]
    public async Task The_same_other_version_shown_twice_is_one_complaint()
    {
        var (_, worker, contract) = await host.Contract();

        var first = await Post.CompareContractAsync(Shown(contract, wage: 900_000));
        var again = await host.Contracts(Who.TheWorker(worker), "own-record").CompareContractAsync(Shown(contract, wage: 900_000));
        var third = await Post.CompareContractAsync(Shown(contract, wage: 800_000));

        Assert.Equal(first.ComplaintId, again.ComplaintId);
        Assert.NotEqual(first.ComplaintId, third.ComplaintId);
    }

    [Fact]
    public async Task Another_hash_is_a_difference_even_where_the_fields_agree()
    {
        var (_, _, contract) = await host.Contract();
        var shown = Shown(contract);
        shown.ShownHash = new('a', 64);

        var answer = await Post.CompareContractAsync(shown);

        Assert.Equal([("hash", false)], answer.Differences.Select(d => (d.Field, d.Worse)));
        Assert.Equal(Proto.ComplaintUrgency.Normal, (await Inspector.GetComplaintAsync(new() { ComplaintId = answer.ComplaintId })).Complaint.Urgency);
    }

    [Fact]
    public async Task A_daily_wage_is_compared_for_a_month()
    {
        var (_, _, contract) = await host.Contract();
        var shown = Shown(contract, wage: 60_000);
        shown.WagePeriod = Proto.WagePeriod.Day;

        Assert.Equal([("wage", false)], (await Post.CompareContractAsync(shown)).Differences.Select(d => (d.Field, d.Worse)));
    }

    [Fact]
    public async Task Nothing_shown_an_agency_and_a_post_of_a_third_country_compare_nothing()
    {
        var (agency, _, contract) = await host.Contract();

        Assert.Equal(["CONTRACT_NOTHING_SHOWN"], await Refused.Codes(StatusCode.InvalidArgument, () => Post.CompareContractAsync(new() { RequestId = Ask.NewId(), ContractId = contract })));
        Assert.Equal(["PERMISSION_MISSING"], await Refused.Codes(StatusCode.PermissionDenied, () => host.Contracts(Who.AgencyOfficer(agency, "LA"), "recruitment-verification").CompareContractAsync(Shown(contract))));
        Assert.Equal(["CONTRACT_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => host.Contracts(Who.Is(Role.BorderOfficer, "KH"), "border-control").CompareContractAsync(Shown(contract))));
    }
}
