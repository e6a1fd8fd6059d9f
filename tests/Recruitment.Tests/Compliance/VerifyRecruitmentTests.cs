using Gms.Platform;
using Gms.Testing;
using Gms.Type.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Tests.Compliance;

public sealed class VerifyRecruitmentTests(RecruitmentHost host) : IClassFixture<RecruitmentHost>
{
    [Fact]
    public async Task A_Lao_garment_worker_recruited_fairly_by_the_MoU_has_nothing_decisive_against_it()
    {
        var (_, worker, contract) = await host.Contract();
        await host.Costs().RecordCostAsync(Ask.Cost(contract));
        await host.Declarations(Who.TheWorker(worker), "own-record").RecordDeclarationAsync(Ask.Declaration(contract));
        await host.Settle(contract);

        var verdict = await Registry().VerifyRecruitmentAsync(new() { WorkerNumber = worker, AsOf = Ask.Day(2026, 12, 5) });

        Assert.Equal(38, verdict.Checks.Count);
        Assert.Equal((0, 0), (verdict.Counts.DecisiveFail, verdict.Counts.DecisiveUnknown));
        Assert.Equal(38, verdict.Counts.Pass + verdict.Counts.Fail + verdict.Counts.Unknown + verdict.Counts.NotApplicable);
        Assert.Equal((contract, "MOU_S59", "GARMENT", "FORMAL", 1), (verdict.Contract.ContractId, verdict.Contract.Channel, verdict.Contract.Sector, verdict.Contract.EmploymentType, verdict.Contract.Version));
    }

    [Fact]
    public async Task A_Cambodian_seasonal_worker_hired_directly_at_the_border_in_2024_has_nothing_decisive_against_it()
    {
        var then = new DateTimeOffset(2024, 5, 11, 3, 0, 0, TimeSpan.Zero);
        var visited = Ask.Employer();
        visited.SiteVisitedOn = Ask.Day(2024, 2, 1);
        visited.Sector = "AGRI_CROPS";
        var employer = (await host.Employers(at: then).RegisterEmployerAsync(visited)).EmployerId;
        var worker = WorkerNumber.New("KH");
        var contract = (await host.Contracts(Who.Is(Role.MinistryOfficer, "TH"), at: then).RegisterContractAsync(Ask.SeasonalContract(worker, employer))).ContractId;
        var declaration = Ask.Declaration(contract, "km");
        declaration.DeclaredOn = Ask.Day(2024, 5, 10);
        await host.Declarations(Who.Is(Role.CivilSocietyOfficer, "KH"), at: then).RecordDeclarationAsync(declaration);
        await host.Settle(contract, new(2024, 5, 11));

        var verdict = await Registry(then).VerifyRecruitmentAsync(new() { WorkerNumber = worker, ContractId = contract, AsOf = Ask.Day(2024, 5, 12) });

        Assert.Equal((0, 0), (verdict.Counts.DecisiveFail, verdict.Counts.DecisiveUnknown));
        Assert.Equal(("", "AGRI_CROPS", "AGRICULTURAL_SEASONAL"), (verdict.Contract.AgencyId, verdict.Contract.Sector, verdict.Contract.EmploymentType));
        Assert.Equal(Outcome.NotApplicable, verdict.Checks[0].Outcome);
    }

    [Fact]
    public async Task A_suspension_is_seen_at_once_and_before_any_declaration_much_is_unknown()
    {
        var (agency, worker, contract) = await host.Contract();
        var before = await Registry().VerifyRecruitmentAsync(new() { WorkerNumber = worker, ContractId = contract, AsOf = Ask.Day(2026, 12, 5) });
        Assert.Equal((0, 5), (before.Counts.DecisiveFail, before.Counts.DecisiveUnknown));

        var licence = await host.Db(db => db.Agencies.Where(a => a.Id == agency).SelectMany(a => a.Licences).Select(l => l.Id).SingleAsync());
        await host.Agencies().SuspendLicenceAsync(new() { RequestId = Ask.NewId(), LicenceId = licence.ToString(), Reason = "inspection" });

        var after = await Registry().VerifyRecruitmentAsync(new() { WorkerNumber = worker, ContractId = contract, AsOf = Ask.Day(2026, 12, 5) });
        Assert.Equal((Outcome.Fail, true), (after.Checks[0].Outcome, after.Checks[0].Decisive));
    }

    [Fact]
    public async Task A_worker_without_a_contract_gets_an_answer_and_no_contract()
    {
        var worker = WorkerNumber.New("LA");

        var verdict = await Registry().VerifyRecruitmentAsync(new() { WorkerNumber = worker });

        Assert.Null(verdict.Contract);
        Assert.Equal((0, 1, 37), (verdict.Counts.Pass, verdict.Counts.Fail, verdict.Counts.Unknown));
    }

    [Fact]
    public async Task A_contract_of_another_worker_is_not_found_and_the_registry_may_ask_for_one_purpose_only()
    {
        var (_, _, contract) = await host.Contract();

        Assert.Equal(["CONTRACT_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => Registry().VerifyRecruitmentAsync(new() { WorkerNumber = WorkerNumber.New("LA"), ContractId = contract })));
        Assert.Equal(["PERMISSION_MISSING"], await Refused.Codes(StatusCode.PermissionDenied, () => host.Compliance(Who.ServiceItself("registry"), "complaint").VerifyRecruitmentAsync(new() { WorkerNumber = WorkerNumber.New("LA") })));
    }

    [Fact]
    public async Task Officers_of_countries_that_are_no_party_and_other_agencies_learn_nothing()
    {
        var (_, worker, _) = await host.Contract();
        var (other, _) = await host.LicensedAgency();

        foreach (var who in new[] { Who.Is(Role.Inspector, "VN"), Who.AgencyOfficer(other, "LA"), Who.TheWorker(WorkerNumber.New("LA")) })
            Assert.Equal(["CONTRACT_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => host.Compliance(who, "complaint").VerifyRecruitmentAsync(new() { WorkerNumber = worker })));
    }

    [Fact]
    public async Task After_the_contract_s_end_its_own_agency_is_told_so_with_what_to_ask_and_another_agency_nothing()
    {
        var (agency, worker, contract) = await host.Contract();
        var (other, _) = await host.LicensedAgency();
        var later = new Proto.VerifyRecruitmentRequest { WorkerNumber = worker, AsOf = Ask.Day(2031, 1, 1) };

        var verdict = await host.Compliance(Who.AgencyOfficer(agency, "LA")).VerifyRecruitmentAsync(later);

        Assert.Null(verdict.Contract);
        var registered = verdict.Checks.Single(c => c.Code == "FR16");
        Assert.Equal(Outcome.Fail, registered.Outcome);
        Assert.Contains("as_of", registered.Remedy, StringComparison.Ordinal);
        Assert.Contains("contract_id", registered.Remedy, StringComparison.Ordinal);
        Assert.Equal(["worker_number"], await Refused.Fields(StatusCode.NotFound, () => host.Compliance(Who.AgencyOfficer(other, "LA")).VerifyRecruitmentAsync(later)));
        Assert.Equal(contract, (await host.Compliance(Who.AgencyOfficer(agency, "LA")).VerifyRecruitmentAsync(new() { WorkerNumber = worker, ContractId = contract })).Contract.ContractId);
    }

    [Fact]
    public async Task The_worker_can_see_who_asked_for_the_verdict()
    {
        var (_, worker, _) = await host.Contract();
        await host.Compliance(Who.Is(Role.Inspector, "TH")).VerifyRecruitmentAsync(new() { WorkerNumber = worker });

        Assert.Equal("recruitment_verdict", await host.Db(db => db.Database.SqlQueryRaw<string>("SELECT fields AS \"Value\" FROM audit WHERE subject = {0} AND event = 'recruitment-verified'", worker).SingleAsync()));
    }

    Proto.Compliance.ComplianceClient Registry(DateTimeOffset? at = null) => host.Compliance(Who.ServiceItself("registry"), "departure-clearance", at);
}
