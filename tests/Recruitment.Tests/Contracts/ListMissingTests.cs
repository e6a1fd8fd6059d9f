using Gms.Platform;
using Gms.Testing;
using Gms.Type.V1;
using Grpc.Core;
using Xunit;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Tests.Contracts;

public sealed class ListMissingTests(RecruitmentHost host) : IClassFixture<RecruitmentHost>
{
    Proto.Contracts.ContractsClient As(Guid agency) => host.Contracts(Who.AgencyOfficer(agency, "LA"), "recruitment");

    static IEnumerable<string> Codes(Proto.ContractPreparation contract) => contract.Missing.Select(m => m.Code);

    [Fact]
    public async Task Each_contract_says_what_it_lacks_and_no_longer_what_was_done()
    {
        var (agency, worker, contract) = await host.Contract();
        var before = Assert.Single((await As(agency).ListMissingAsync(new())).Contracts);
        Assert.Equal((contract, worker), (before.ContractId, before.WorkerNumber));
        Assert.Equal(["CONTRACT_SIGNED_BY_WORKER", "CONTRACT_SIGNED_BY_EMPLOYER", "EMPLOYER_ACCREDITATION", "COSTS_STATED"], Codes(before));
        // Officers are told whether the worker was heard; the agency is not.
        Assert.Contains("WORKERS_STATEMENT", Codes(Assert.Single((await host.Contracts(purpose: "recruitment").ListMissingAsync(new() { AgencyId = agency.ToString() })).Contracts)));

        var shown = (await As(agency).GetContractAsync(new() { ContractId = contract })).Contract;
        foreach (var party in new[] { Proto.ContractParty.Worker, Proto.ContractParty.Employer })
            await As(agency).SignContractAsync(new() { RequestId = Ask.NewId(), ContractId = contract, Version = 1, ContractHash = shown.ContractHash, Party = party, Method = Proto.SigningMethod.Ink, SignedOn = Ask.Day(2026, 11, 22), Signatory = "x" });
        await host.Costs().RecordCostAsync(Ask.Cost(contract));
        await host.Declarations(Who.Is(Role.Inspector, "LA")).RecordDeclarationAsync(Ask.Declaration(contract));
        await host.Employers().AccreditEmployerAsync(new() { RequestId = Ask.NewId(), EmployerId = shown.EmployerId, Reference = "A", From = Ask.Day(2026, 1, 1) });

        var after = await As(agency).ListMissingAsync(new());
        Assert.Empty(Assert.Single(after.Contracts).Missing);
        Assert.Contains(after.NotLookedAt, n => n.Contains("CheckCoverage", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_licence_that_is_suspended_or_over_on_the_day_is_told()
    {
        var (agency, licence, employer, order) = await host.AttestedOrder();
        var late = Ask.Contract(WorkerNumber.New("LA"), agency, employer, order);
        (late.StartsOn, late.EndsOn) = (Ask.Day(2028, 1, 1), Ask.Day(2028, 12, 31));
        await As(agency).RegisterContractAsync(late);
        var ahead = new Proto.ListMissingRequest { AgencyId = agency.ToString(), Until = Ask.Day(2028, 1, 1) };
        Assert.Contains("2028-01-01", Assert.Single((await As(agency).ListMissingAsync(ahead)).Contracts[0].Missing, m => m.Code == "AGENCY_LICENCE").Message, StringComparison.Ordinal);

        await host.Agencies().SuspendLicenceAsync(new() { RequestId = Ask.NewId(), LicenceId = licence, Reason = "x" });
        Assert.Contains("Today", Assert.Single((await As(agency).ListMissingAsync(ahead)).Contracts[0].Missing, m => m.Code == "AGENCY_LICENCE").Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_that_begin_soonest_come_first_and_a_page_goes_on_where_it_ended()
    {
        var (agency, _, employer, order) = await host.AttestedOrder();
        var ids = new List<string>();
        foreach (var day in new[] { 25, 12, 18, 12 })
        {
            var request = Ask.Contract(WorkerNumber.New("LA"), agency, employer, order);
            request.StartsOn = Ask.Day(2026, 12, day);
            ids.Add((await As(agency).RegisterContractAsync(request)).ContractId);
        }

        var first = await As(agency).ListMissingAsync(new() { PageSize = 2 });
        var second = await As(agency).ListMissingAsync(new() { PageSize = 2, PageToken = first.NextPageToken });

        Assert.Equal([ids[1], ids[3], ids[2], ids[0]], first.Contracts.Concat(second.Contracts).Select(c => c.ContractId));
        Assert.Equal("", second.NextPageToken);
        Assert.Empty((await As(agency).ListMissingAsync(new() { From = Ask.Day(2026, 12, 26) })).Contracts);
        Assert.Equal(["CONTRACT_WINDOW_TURNED"], await Refused.Codes(StatusCode.InvalidArgument, () => As(agency).ListMissingAsync(new() { From = Ask.Day(2026, 12, 2), Until = Ask.Day(2026, 12, 1) })));
        Assert.NotEmpty((await As(agency).ListMissingAsync(new() { From = Ask.Day(2026, 12, 1) })).Contracts);
        Assert.Empty((await As(agency).ListMissingAsync(new() { From = Ask.Day(9999, 12, 31) })).Contracts);
    }

    [Fact]
    public async Task Another_agency_learns_nothing()
    {
        var (agency, _, _) = await host.Contract();
        var (other, _) = await host.LicensedAgency();

        Assert.Equal(["AGENCY_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => As(other).ListMissingAsync(new() { AgencyId = agency.ToString() })));
        Assert.Empty((await As(other).ListMissingAsync(new())).Contracts);
        Assert.Equal(["agency_id"], await Refused.Fields(StatusCode.InvalidArgument, () => host.Contracts(Who.Is(Role.MinistryOfficer, "LA"), "recruitment").ListMissingAsync(new())));
    }
}
