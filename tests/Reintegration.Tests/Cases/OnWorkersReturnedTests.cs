using Gms.Events.Registry;
using Gms.Reintegration.Cases;
using Gms.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Tests.Cases;

public sealed class OnWorkersReturnedTests(ReintegrationHost host) : IClassFixture<ReintegrationHost>
{
    static WorkersReturned Returned(params WorkerReturned[] returns) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = DateTimeOffset.UnixEpoch,
        SubjectId = Guid.NewGuid().ToString(),
        SubjectVersion = 1,
        WorkerNumbers = [.. returns.Select(r => r.WorkerNumber)],
        Country = "LA",
        Returns = [.. returns.Select(r => new ListedReturn { ReturnId = r.ReturnId, WorkerNumber = r.WorkerNumber, From = r.From, Reason = r.Reason, ReturnedOn = r.ReturnedOn })],
    };

    Task<List<Case>> Cases(string worker) => host.Db(db => db.Cases.AsNoTracking().Where(c => c.WorkerNumber == worker).ToListAsync());

    [Fact]
    public async Task Each_return_of_a_list_opens_a_case_and_one_event_tells_them()
    {
        var (one, two) = (A.Return(), A.Return());
        var happened = Returned(one, two);

        await host.Deliver<WorkersReturned, OnWorkersReturned>(happened);

        Assert.Equal([one.ReturnId, two.ReturnId], [Assert.Single(await Cases(one.WorkerNumber)).ReturnId!.Value, Assert.Single(await Cases(two.WorkerNumber)).ReturnId!.Value]);
        Assert.Equal(["gms.reintegration.cases-opened:1"], await host.Db(db => db.Outbox.Where(e => e.SubjectId == happened.SubjectId).Select(e => e.Name).ToListAsync()));
    }

    [Fact]
    public async Task A_return_that_has_its_case_and_a_worker_who_walked_in_get_no_second_one()
    {
        var known = A.Return();
        await host.Deliver<WorkerReturned, OnWorkerReturned>(known);
        var request = Given.WalkIn();
        var opened = await new Proto.Cases.CasesClient(host.As(A.Counsellor)).OpenCaseAsync(request);
        var walkedIn = A.Return(request.WorkerNumber);

        await host.Deliver<WorkersReturned, OnWorkersReturned>(Returned(known, walkedIn));

        Assert.Single(await Cases(known.WorkerNumber));
        var held = Assert.Single(await Cases(request.WorkerNumber));
        Assert.Equal((opened.CaseId, walkedIn.ReturnId), (held.Id.ToString(), held.ReturnId!.Value));
    }

    [Fact]
    public async Task Two_rows_of_one_list_that_are_one_person_under_two_numbers_are_two_returns_and_none_is_lost()
    {
        var (first, second) = (A.Return(), A.Return());
        var walkIn = (await new Proto.Cases.CasesClient(host.As(A.Counsellor)).OpenCaseAsync(Given.WalkIn(first.WorkerNumber))).CaseId;
        await host.Deliver<WorkersMerged, OnWorkersMerged>(new Merging(first.WorkerNumber, second.WorkerNumber).Merged);

        await host.Deliver<WorkersReturned, OnWorkersReturned>(Returned(first, second));

        Assert.Equal((walkIn, first.ReturnId), Assert.Single(await Cases(first.WorkerNumber)) is var own ? (own.Id.ToString(), own.ReturnId!.Value) : default);
        Assert.Equal(second.ReturnId, Assert.Single(await Cases(second.WorkerNumber)).ReturnId);
    }
}
