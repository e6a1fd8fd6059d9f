using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Tests.JobOrders;

/// <summary>Places of an order, counted by the database whoever takes them.</summary>
public sealed class QuotaTests(RecruitmentHost host) : IClassFixture<RecruitmentHost>
{
    const int Rounds = 25;

    Proto.Contracts.ContractsClient As(Guid agency) => host.Contracts(Who.AgencyOfficer(agency, "LA"));

    /// <summary>An attested order that two agencies fill.</summary>
    async Task<(Guid One, Guid Other, string Employer, string Order)> Shared(int places, string? employer = null)
    {
        var (one, _) = await host.LicensedAgency();
        var (other, _) = await host.LicensedAgency();
        employer ??= await host.Employer();
        return (one, other, employer, await SharedOf(one, other, employer, places));
    }

    async Task<string> SharedOf(Guid one, Guid other, string employer, int places)
    {
        var request = Ask.JobOrder(employer, one, places);
        request.FurtherAgencyIds.Add(other.ToString());
        var order = (await host.JobOrders(Who.AgencyOfficer(one, "LA")).RegisterJobOrderAsync(request)).JobOrderId;
        await host.JobOrders().AttestJobOrderAsync(new() { RequestId = Ask.NewId(), JobOrderId = order, AttestationNumber = "DOE-2569-2" });
        return order;
    }

    static async Task<string> Outcome(Func<Task> call)
    {
        try
        {
            await call();
            return "";
        }
        catch (RpcException refused)
        {
            return refused.Problems()[0].Code;
        }
    }

    [Fact]
    public async Task An_agency_registers_no_order_in_another_s_name()
    {
        var (one, _) = await host.LicensedAgency();
        var (other, _) = await host.LicensedAgency();
        var request = Ask.JobOrder(await host.Employer(), one);
        request.FurtherAgencyIds.Add(other.ToString());

        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.Codes(StatusCode.PermissionDenied, () => host.JobOrders(Who.AgencyOfficer(other, "LA")).RegisterJobOrderAsync(request)));
    }

    Task<int> Left(string order) => host.Db(db => db.JobOrders.Where(o => o.Id == Guid.Parse(order)).Select(o => o.PlacesLeft).SingleAsync());

    [Fact]
    public async Task Two_agencies_that_race_for_the_last_place_never_oversell_it_in_any_of_many_rounds()
    {
        var (one, other, employer, _) = await Shared(1);
        for (var round = 0; round < Rounds; round++)
        {
            var order = await SharedOf(one, other, employer, 1);
            using var start = new SemaphoreSlim(0);
            async Task<string> Race(Guid agency)
            {
                await start.WaitAsync();
                return await Outcome(() => As(agency).RegisterContractAsync(Ask.Contract(WorkerNumber.New("LA"), agency, employer, order)).ResponseAsync);
            }
            Task<string>[] racers = [Race(one), Race(other), Race(one), Race(other)];
            start.Release(racers.Length);
            var outcomes = await Task.WhenAll(racers);

            Assert.Equal(["", "CONTRACT_JOB_ORDER_FULL", "CONTRACT_JOB_ORDER_FULL", "CONTRACT_JOB_ORDER_FULL"], outcomes.Order(StringComparer.Ordinal));
            Assert.Equal((0, 1), (await Left(order), await host.Db(db => db.Contracts.CountAsync(c => c.JobOrderId == Guid.Parse(order)))));
        }
    }

    [Fact]
    public async Task The_database_refuses_an_oversold_place_whatever_the_code_does()
    {
        var (one, _, employer, order) = await Shared(1);
        await As(one).RegisterContractAsync(Ask.Contract(WorkerNumber.New("LA"), one, employer, order));

        var broken = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => host.Db(db => db.Database.ExecuteSqlAsync($"UPDATE job_orders SET places_left = places_left - 1 WHERE id = {Guid.Parse(order)}")));

        Assert.Equal("job_orders_places_left", broken.ConstraintName);
        host.Announce("Failed executing DbCommand");
    }

    [Fact]
    public async Task A_place_is_given_back_when_the_work_never_began_and_kept_when_it_did()
    {
        var (one, other, employer, order) = await Shared(2);
        var worker = WorkerNumber.New("LA");
        var never = (await As(one).RegisterContractAsync(Ask.Contract(worker, one, employer, order))).ContractId;
        var began = (await As(other).RegisterContractAsync(Ask.Contract(WorkerNumber.New("LA"), other, employer, order))).ContractId;
        Assert.Equal(0, await Left(order));

        // Said after the first day of work has passed: the worker never came, whatever day is named; that is for an officer to say.
        var ended = new Proto.EndContractRequest { RequestId = Ask.NewId(), ContractId = never, LastDay = Ask.Day(2026, 12, 20), Reason = Proto.ContractEnd.NeverBegan };
        var later = RecruitmentHost.Now.AddDays(40);
        Assert.Equal(["CONTRACT_NEVER_BEGAN_BY_OFFICER"], await Refused.Codes(StatusCode.FailedPrecondition, () => host.Contracts(Who.AgencyOfficer(one, "LA"), at: later).EndContractAsync(ended)));
        await host.Contracts(Who.Is(Role.MinistryOfficer, "LA"), at: later).EndContractAsync(ended);
        Assert.Equal(1, await Left(order));
        await As(other).EndContractAsync(new() { RequestId = Ask.NewId(), ContractId = began, LastDay = Ask.Day(2027, 1, 31), Reason = Proto.ContractEnd.ByWorker });
        Assert.Equal(1, await Left(order));

        await As(one).RegisterContractAsync(Ask.Contract(worker, one, employer, order));
        Assert.Equal(0, await Left(order));
    }

    [Fact]
    public async Task A_third_agency_cannot_use_an_order_that_two_share()
    {
        var (_, _, employer, order) = await Shared(5);
        var (third, _) = await host.LicensedAgency();

        Assert.Equal(["JOB_ORDER_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => As(third).RegisterContractAsync(Ask.Contract(WorkerNumber.New("LA"), third, employer, order))));
        Assert.Equal(["JOB_ORDER_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => host.JobOrders(Who.AgencyOfficer(third, "LA")).GetJobOrderAsync(new() { JobOrderId = order }, new Metadata { { "gms-purpose", "recruitment" } })));
        Assert.Equal(5, await Left(order));
    }

    [Fact]
    public async Task A_closed_order_takes_no_contract_from_its_day_on_and_those_that_stand_stand()
    {
        var (one, _, employer, order) = await Shared(5);
        var request = Ask.Contract(WorkerNumber.New("LA"), one, employer, order);
        await As(one).RegisterContractAsync(request);
        var close = new Proto.CloseJobOrderRequest { RequestId = Ask.NewId(), JobOrderId = order, Reason = "strike" };
        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.Codes(StatusCode.PermissionDenied, () => host.JobOrders(Who.Is(Role.MinistryOfficer, "LA")).CloseJobOrderAsync(close)));

        await host.JobOrders().CloseJobOrderAsync(close);

        Assert.Equal(["CONTRACT_JOB_ORDER_CLOSED"], await Refused.Codes(StatusCode.FailedPrecondition, () => As(one).RegisterContractAsync(Ask.Contract(WorkerNumber.New("LA"), one, employer, order))));
        var again = close.Clone();
        again.RequestId = Ask.NewId();
        Assert.Equal(["JOB_ORDER_CLOSED"], await Refused.Codes(StatusCode.FailedPrecondition, () => host.JobOrders().CloseJobOrderAsync(again)));
        Assert.Equal(4, await Left(order));
    }

    [Fact]
    public async Task An_order_says_housing_days_and_deductions_and_the_contract_keeps_them()
    {
        var (agency, _) = await host.LicensedAgency();
        var employer = await host.Employer();
        var request = Ask.JobOrder(employer, agency);
        (request.Housing, request.DaysPerWeek, request.MonthlyDeduction) = (Proto.Housing.EmployerFree, 6, new() { Minor = 0, Currency = "THB" });
        var registered = await host.JobOrders(Who.AgencyOfficer(agency, "LA")).RegisterJobOrderAsync(request);
        Assert.Contains(("MINIMUM_WAGE", Gms.Type.V1.Outcome.Pass), registered.Checks.Select(c => (c.Code, c.Outcome)));
        Assert.Contains(("EMPLOYER_ACCREDITATION", Gms.Type.V1.Outcome.Unknown), registered.Checks.Select(c => (c.Code, c.Outcome)));
        await host.JobOrders().AttestJobOrderAsync(new() { RequestId = Ask.NewId(), JobOrderId = registered.JobOrderId, AttestationNumber = "X" });

        var worse = Ask.Contract(WorkerNumber.New("LA"), agency, employer, registered.JobOrderId);
        (worse.Terms.Housing, worse.Terms.DaysPerWeek, worse.Terms.MonthlyDeduction) = (Proto.Housing.EmployerPaid, 7, new() { Minor = 1, Currency = "THB" });
        Assert.Equal(["CONTRACT_DAYS_ABOVE_JOB_ORDER", "CONTRACT_HOUSING_BELOW_JOB_ORDER", "CONTRACT_DEDUCTION_ABOVE_JOB_ORDER"], await Refused.Codes(StatusCode.FailedPrecondition, () => As(agency).RegisterContractAsync(worse)));
        await As(agency).RegisterContractAsync(Ask.Contract(WorkerNumber.New("LA"), agency, employer, registered.JobOrderId));
        var listed = Assert.Single((await host.JobOrders(Who.AgencyOfficer(agency, "LA")).ListJobOrdersAsync(new() { AgencyId = agency.ToString() }, new Metadata { { "gms-purpose", "recruitment" } })).JobOrders);
        Assert.Equal((Proto.Housing.EmployerFree, 6, 0L, 9), (listed.Housing, listed.DaysPerWeek, listed.MonthlyDeduction.Minor, listed.PlacesLeft));
    }
}
