using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Tests.Contracts;

public sealed class TransferContractTests(RecruitmentHost host) : IClassFixture<RecruitmentHost>
{
    Proto.Contracts.ContractsClient As(Guid agency) => host.Contracts(Who.AgencyOfficer(agency, "LA"), "recruitment");

    /// <summary>A contract, and another attested order of the same agency at another employer.</summary>
    async Task<(Guid Agency, string Contract, string Order, string ToEmployer, string ToOrder)> Given(int places = 1)
    {
        var (agency, _, employer, order) = await host.AttestedOrder(places: 2);
        var contract = (await As(agency).RegisterContractAsync(Ask.Contract(WorkerNumber.New("LA"), agency, employer, order))).ContractId;
        var toEmployer = await host.Employer();
        var toOrder = (await host.JobOrders(Who.AgencyOfficer(agency, "LA")).RegisterJobOrderAsync(Ask.JobOrder(toEmployer, agency, places))).JobOrderId;
        await host.JobOrders().AttestJobOrderAsync(new() { RequestId = Ask.NewId(), JobOrderId = toOrder, AttestationNumber = "X" });
        return (agency, contract, order, toEmployer, toOrder);
    }

    static Proto.TransferContractRequest To(string contract, string employer, string order, Gms.Type.V1.Date from) => new()
    {
        RequestId = Ask.NewId(), ContractId = contract, From = from, EmployerId = employer, JobOrderId = order, EndsOn = Ask.Day(2028, 12, 9), Terms = Ask.Terms(), SignedOn = Ask.Day(2026, 11, 22), Languages = { "lo", "th" },
    };

    Task<int> Left(string order) => host.Db(db => db.JobOrders.Where(o => o.Id == Guid.Parse(order)).Select(o => o.PlacesLeft).SingleAsync());

    async Task<Proto.Contract> Shown(Guid agency, string contract) => (await As(agency).GetContractAsync(new() { ContractId = contract })).Contract;

    [Fact]
    public async Task Before_the_work_began_the_old_place_is_free_and_the_new_one_taken()
    {
        var (agency, contract, order, employer, toOrder) = await Given();

        var to = (await As(agency).TransferContractAsync(To(contract, employer, toOrder, Ask.Day(2026, 12, 10)))).ContractId;

        Assert.Equal((2, 0), (await Left(order), await Left(toOrder)));
        var (old, moved) = (await Shown(agency, contract), await Shown(agency, to));
        Assert.Equal((Proto.ContractStatus.Ended, Proto.ContractEnd.Transferred, Ask.Day(2026, 12, 9)), (old.Status, old.EndReason, old.EndedOn));
        Assert.Equal((contract, employer, old.WorkerNumber), (moved.TransferredFromId, moved.EmployerId, moved.WorkerNumber));
        Assert.True(await host.Db(db => db.Outbox.AnyAsync(e => e.SubjectId == contract && e.Name == "gms.recruitment.contract-ended:1")));
        Assert.True(await host.Db(db => db.Outbox.AnyAsync(e => e.SubjectId == to && e.Name == "gms.recruitment.contract-registered:1")));
    }

    [Fact]
    public async Task After_the_work_began_the_old_place_stays_used()
    {
        var (agency, contract, order, employer, toOrder) = await Given();

        await As(agency).TransferContractAsync(To(contract, employer, toOrder, Ask.Day(2027, 6, 1)));

        Assert.Equal((1, 0), (await Left(order), await Left(toOrder)));
        Assert.Equal(Ask.Day(2027, 5, 31), (await Shown(agency, contract)).EndedOn);
    }

    [Fact]
    public async Task A_transfer_that_is_refused_ends_nothing()
    {
        var (agency, contract, order, employer, toOrder) = await Given();
        await As(agency).RegisterContractAsync(Ask.Contract(WorkerNumber.New("LA"), agency, employer, toOrder));

        Assert.Equal(["CONTRACT_JOB_ORDER_FULL"], await Refused.Codes(StatusCode.FailedPrecondition, () => As(agency).TransferContractAsync(To(contract, employer, toOrder, Ask.Day(2026, 12, 10)))));
        Assert.Equal(["JOB_ORDER_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => As(agency).TransferContractAsync(To(contract, employer, Ask.NewId(), Ask.Day(2026, 12, 10)))));
        Assert.Equal((Proto.ContractStatus.Registered, 1), ((await Shown(agency, contract)).Status, await Left(order)));
    }

    [Fact]
    public async Task Nobody_ends_a_contract_by_the_word_transferred()
    {
        var (agency, contract, _, _, _) = await Given();

        Assert.Equal(["CONTRACT_ENDED_BY_TRANSFER_ONLY"], await Refused.Codes(StatusCode.InvalidArgument, () =>
            As(agency).EndContractAsync(new() { RequestId = Ask.NewId(), ContractId = contract, LastDay = Ask.Day(2027, 1, 1), Reason = Proto.ContractEnd.Transferred })));
    }
}
