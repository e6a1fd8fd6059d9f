using Gms.Events.Registry;
using Gms.Reintegration.Cases;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Tests.Cases;

public sealed class OnWorkerReturnedTests(ReintegrationHost host) : IClassFixture<ReintegrationHost>
{
    [Fact]
    public async Task A_return_opens_a_case_in_the_country_returned_to()
    {
        var happened = A.Return();

        await host.Deliver<WorkerReturned, OnWorkerReturned>(happened);

        var held = Assert.Single(await Cases(happened.WorkerNumber));
        Assert.Equal(("LA", "TH", "END_CONTRACT", CaseSource.Return, CaseState.Opened, happened.ReturnId), (held.Country, held.From, held.Reason, held.Source, held.State, held.ReturnId!.Value));
        var told = Assert.Single(await host.Db(db => db.Outbox.Where(e => e.SubjectId == held.Id.ToString()).ToListAsync()));
        Assert.Equal(("gms.reintegration.case-opened:1", 1L), (told.Name, told.SubjectVersion));
        Assert.DoesNotContain("END_CONTRACT", told.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_event_twice_opens_one_case()
    {
        var happened = A.Return();

        await host.Deliver<WorkerReturned, OnWorkerReturned>(happened);
        await host.Deliver<WorkerReturned, OnWorkerReturned>(happened);

        Assert.Single(await Cases(happened.WorkerNumber));
    }

    [Fact]
    public async Task Two_events_of_one_return_open_one_case()
    {
        var happened = A.Return();

        await host.Deliver<WorkerReturned, OnWorkerReturned>(happened);
        await host.Deliver<WorkerReturned, OnWorkerReturned>(A.Return(happened.WorkerNumber, happened.ReturnId));

        Assert.Single(await Cases(happened.WorkerNumber));
    }

    [Fact]
    public async Task A_second_return_of_a_worker_is_a_second_case()
    {
        var happened = A.Return();

        await host.Deliver<WorkerReturned, OnWorkerReturned>(happened);
        await host.Deliver<WorkerReturned, OnWorkerReturned>(A.Return(happened.WorkerNumber));

        Assert.Equal(2, (await Cases(happened.WorkerNumber)).Count);
    }

    [Fact]
    public async Task A_worker_who_walked_in_before_the_event_came_keeps_that_case()
    {
        var request = Given.WalkIn();
        var opened = await new Proto.Cases.CasesClient(host.As(A.Counsellor)).OpenCaseAsync(request);
        var happened = A.Return(request.WorkerNumber);

        await host.Deliver<WorkerReturned, OnWorkerReturned>(happened);

        var held = Assert.Single(await Cases(request.WorkerNumber));
        Assert.Equal((opened.CaseId, CaseSource.WalkIn, happened.ReturnId), (held.Id.ToString(), held.Source, held.ReturnId!.Value));
        Assert.Equal(1, await host.Db(db => db.Outbox.CountAsync(e => e.SubjectId == opened.CaseId)));
    }

    Task<List<Case>> Cases(string worker) => host.Db(db => db.Cases.AsNoTracking().Where(c => c.WorkerNumber == worker).ToListAsync());
}
