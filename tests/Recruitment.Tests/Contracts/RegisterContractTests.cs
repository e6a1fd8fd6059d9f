using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Tests.Contracts;

public sealed class RegisterContractTests(RecruitmentHost host) : IClassFixture<RecruitmentHost>
{
    [Fact]
    public async Task A_registered_contract_has_a_version_a_hash_an_event_and_takes_a_place()
    {
        var (agency, _, employer, order) = await host.AttestedOrder();
        var worker = WorkerNumber.New("LA");

        var registered = await Agency(agency).RegisterContractAsync(Ask.Contract(worker, agency, employer, order));

        var shown = await host.Contracts(Who.Is(Role.Inspector, "TH"), "recruitment-verification").GetContractAsync(new() { ContractId = registered.ContractId });
        var version = Assert.Single(shown.Versions);
        Assert.Equal((registered.ContractHash, "GARMENT", "LA", 1), (version.Hash, shown.Contract.Sector, shown.Contract.Country, shown.Contract.Version));
        Assert.Equal(Ask.Terms(), version.Terms);
        Assert.Equal(9, await PlacesLeft(order));
        var happened = Assert.Single(await host.Db(db => db.Outbox.Where(e => e.SubjectId == registered.ContractId).ToListAsync()));
        Assert.Equal("gms.recruitment.contract-registered:1", happened.Name);
        Assert.DoesNotContain("1300000", happened.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_request_twice_takes_one_place()
    {
        var (agency, _, employer, order) = await host.AttestedOrder();
        var request = Ask.Contract(WorkerNumber.New("LA"), agency, employer, order);

        Assert.Equal(await Agency(agency).RegisterContractAsync(request), await Agency(agency).RegisterContractAsync(request));
        Assert.Equal(9, await PlacesLeft(order));
    }

    [Fact]
    public async Task Of_many_who_race_for_the_last_places_none_is_oversold()
    {
        var (agency, _, employer, order) = await host.AttestedOrder(places: 3);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(async _ =>
        {
            try
            {
                await Agency(agency).RegisterContractAsync(Ask.Contract(WorkerNumber.New("LA"), agency, employer, order));
                return "";
            }
            catch (RpcException refused)
            {
                return refused.Problems()[0].Code;
            }
        }));

        Assert.Equal(3, outcomes.Count(o => o == ""));
        Assert.All(outcomes.Where(o => o != ""), o => Assert.Equal("CONTRACT_JOB_ORDER_FULL", o));
        Assert.Equal(0, await PlacesLeft(order));
    }

    [Fact]
    public async Task A_worker_has_one_contract_a_day()
    {
        var (agency, _, employer, order) = await host.AttestedOrder();
        var first = Ask.Contract(WorkerNumber.New("LA"), agency, employer, order);
        await Agency(agency).RegisterContractAsync(first);
        var second = first.Clone();
        second.RequestId = Ask.NewId();
        second.StartsOn = Ask.Day(2028, 12, 9);
        second.EndsOn = Ask.Day(2029, 12, 8);

        Assert.Equal(["CONTRACT_OVERLAPS"], await Refused.Codes(StatusCode.FailedPrecondition, () => Agency(agency).RegisterContractAsync(second)));
        Assert.Equal(9, await PlacesLeft(order));

        second.RequestId = Ask.NewId();
        second.StartsOn = Ask.Day(2028, 12, 10);
        await Agency(agency).RegisterContractAsync(second);
    }

    [Fact]
    public async Task A_contract_that_never_began_frees_its_days_and_its_place()
    {
        var (agency, _, employer, order) = await host.AttestedOrder(places: 1);
        var request = Ask.Contract(WorkerNumber.New("LA"), agency, employer, order);
        var contract = (await Agency(agency).RegisterContractAsync(request)).ContractId;

        var ended = await Agency(agency).EndContractAsync(new() { RequestId = Ask.NewId(), ContractId = contract, LastDay = Ask.Day(2026, 11, 22), Reason = Proto.ContractEnd.NeverBegan });

        Assert.Equal(Proto.ContractStatus.Ended, ended.Status);
        request.RequestId = Ask.NewId();
        await Agency(agency).RegisterContractAsync(request);
        Assert.Equal(0, await PlacesLeft(order));
        Assert.Equal(["CONTRACT_ALREADY_ENDED"], await Refused.Codes(StatusCode.FailedPrecondition, () => Agency(agency).EndContractAsync(new() { RequestId = Ask.NewId(), ContractId = contract, LastDay = Ask.Day(2026, 11, 22), Reason = Proto.ContractEnd.NeverBegan })));
    }

    [Fact]
    public async Task A_suspended_agency_registers_no_contract()
    {
        var (agency, licence, employer, order) = await host.AttestedOrder();
        await host.Agencies().SuspendLicenceAsync(new() { RequestId = Ask.NewId(), LicenceId = licence, Reason = "inspection" });

        Assert.Equal(["CONTRACT_AGENCY_NOT_LICENSED"], await Refused.Codes(StatusCode.FailedPrecondition, () => Agency(agency).RegisterContractAsync(Ask.Contract(WorkerNumber.New("LA"), agency, employer, order))));
    }

    [Fact]
    public async Task Another_agency_can_use_neither_name_nor_order()
    {
        var (agency, _, employer, order) = await host.AttestedOrder();
        var (other, _) = await host.LicensedAgency();

        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.Codes(StatusCode.PermissionDenied, () => Agency(other).RegisterContractAsync(Ask.Contract(WorkerNumber.New("LA"), agency, employer, order))));
        Assert.Equal(["JOB_ORDER_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => Agency(other).RegisterContractAsync(Ask.Contract(WorkerNumber.New("LA"), other, employer, order))));
    }

    [Fact]
    public async Task A_stranger_is_refused_and_a_registry_that_is_down_is_said_to_be_down()
    {
        var (agency, _, employer, order) = await host.AttestedOrder();
        var stranger = WorkerNumber.New("LA");
        host.Strangers.Add(stranger);
        Assert.Equal(["CONTRACT_WORKER_UNKNOWN"], await Refused.Codes(StatusCode.FailedPrecondition, () => Agency(agency).RegisterContractAsync(Ask.Contract(stranger, agency, employer, order))));

        host.Peers.TakeDown(RecruitmentHost.ConfirmWorker);
        Assert.Equal(["PEER_UNAVAILABLE"], await Refused.Codes(StatusCode.Unavailable, () => Agency(agency).RegisterContractAsync(Ask.Contract(WorkerNumber.New("LA"), agency, employer, order))));
        host.WorkersAnswer();
        Assert.Equal(10, await PlacesLeft(order));
    }

    [Theory]
    [InlineData("languages[1]")]
    [InlineData("terms.wage")]
    [InlineData("terms.hours_per_week")]
    [InlineData("employment_type")]
    [InlineData("worker_number")]
    public async Task A_wrong_field_is_named(string field)
    {
        var (agency, _, employer, order) = await host.AttestedOrder();
        var request = Ask.Contract(WorkerNumber.New("LA"), agency, employer, order);
        switch (field)
        {
            case "languages[1]": request.Languages[1] = "Thai!"; break;
            case "terms.wage": request.Terms.Wage.Minor = -1; break;
            case "terms.hours_per_week": request.Terms.HoursPerWeek = 113; break;
            case "employment_type": request.EmploymentType = "SLAVE"; break;
            case "worker_number": request.WorkerNumber = "LA-7KQ2-M9XD-A"; break;
        }

        Assert.Equal([field], await Refused.Fields(StatusCode.InvalidArgument, () => Agency(agency).RegisterContractAsync(request)));
    }

    [Fact]
    public async Task A_contract_is_listed_for_its_parties_and_hidden_from_others()
    {
        var (agency, worker, contract) = await host.Contract();
        var (other, _) = await host.LicensedAgency();

        foreach (var (who, purpose) in new[] { (Who.AgencyOfficer(agency, "LA"), "recruitment"), (Who.Is(Role.Inspector, "TH"), "complaint"), (Who.TheWorker(worker), "own-record") })
            Assert.Equal([contract], (await host.Contracts(who, purpose).ListContractsAsync(new() { WorkerNumber = worker })).Contracts.Select(c => c.ContractId));
        foreach (var who in new[] { Who.AgencyOfficer(other, "LA"), Who.Is(Role.Inspector, "VN"), Who.TheWorker(WorkerNumber.New("LA")) })
        {
            Assert.Empty((await host.Contracts(who, "complaint").ListContractsAsync(new() { WorkerNumber = worker })).Contracts);
            Assert.Equal(["CONTRACT_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => host.Contracts(who, "complaint").GetContractAsync(new() { ContractId = contract })));
        }
    }

    [Fact]
    public async Task What_is_on_record_of_a_contract_cannot_be_rewritten()
    {
        await host.Contract();

        foreach (var attempt in new[] { "DELETE FROM contract_versions", "DELETE FROM declarations", "UPDATE costs SET amount_minor = 1" })
            Assert.Equal("42501", (await Assert.ThrowsAsync<Npgsql.PostgresException>(() => host.Db(db => db.Database.ExecuteSqlRawAsync(attempt)))).SqlState);
    }

    Proto.Contracts.ContractsClient Agency(Guid agency) => host.Contracts(Who.AgencyOfficer(agency, "LA"));

    Task<int> PlacesLeft(string order) => host.Db(db => db.JobOrders.Where(o => o.Id == Guid.Parse(order)).Select(o => o.PlacesLeft).SingleAsync());
}
