using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Tests.Sessions;

public sealed class GiveUpPlaceTests(DepartureOrientationHost host) : IClassFixture<DepartureOrientationHost>
{
    readonly Proto.Sessions.SessionsClient _manager = new(host.As(A.Manager));

    [Fact]
    public async Task Who_waits_first_gets_the_place_that_is_given_up_and_is_told()
    {
        var session = await host.PlannedSession(places: 1, inDays: 1);
        var (holder, first, second) = (WorkerNumber.New("LA"), WorkerNumber.New("LA"), WorkerNumber.New("LA"));
        await _manager.EnrolWorkerAsync(Given.Enrolment(session, holder));
        Assert.Equal(["SESSION_FULL"], await Refused.Codes(StatusCode.FailedPrecondition, () => _manager.EnrolWorkerAsync(Given.Enrolment(session, first))));
        Assert.Equal((Proto.EnrolmentState.Waiting, 1), await Waits(session, first));
        Assert.Equal((Proto.EnrolmentState.Waiting, 2), await Waits(session, second));
        Assert.Equal(["SESSION_WAITS_ALREADY"], await Refused.Codes(StatusCode.FailedPrecondition, () => _manager.EnrolWorkerAsync(Given.Enrolment(session, first, wait: true))));

        var given = await _manager.GiveUpPlaceAsync(GiveUp(session, holder));

        Assert.Equal((Proto.EnrolmentState.Withdrawn, 1), (given.State, given.MovedUp));
        Assert.Equal([(holder, Proto.EnrolmentState.Withdrawn), (first, Proto.EnrolmentState.Placed), (second, Proto.EnrolmentState.Waiting)], await Attendees(session));
        Assert.Equal(["gms.departure-orientation.place-given-up:1"], await Events(holder));
        Assert.Equal(["gms.departure-orientation.place-given:1"], await Events(first));
        Assert.Empty(await Events(second));
        Assert.Equal(["PLACE_NOT_HELD"], await Refused.Codes(StatusCode.FailedPrecondition, () => _manager.GiveUpPlaceAsync(GiveUp(session, holder))));
    }

    [Fact]
    public async Task Places_given_up_by_many_at_once_go_to_those_who_wait_in_order()
    {
        var session = await host.PlannedSession(places: 5, inDays: 1);
        string[] holders = [.. Enumerable.Range(0, 5).Select(_ => WorkerNumber.New("LA"))];
        string[] waiting = [.. Enumerable.Range(0, 8).Select(_ => WorkerNumber.New("LA"))];
        foreach (var holder in holders)
            await _manager.EnrolWorkerAsync(Given.Enrolment(session, holder));
        foreach (var next in waiting)
            await Waits(session, next);

        // Five give up while others try to slip in.
        var outsiders = Enumerable.Range(0, 5).Select(async _ =>
        {
            var refusal = await Assert.ThrowsAsync<RpcException>(async () => await _manager.EnrolWorkerAsync(Given.Enrolment(session, WorkerNumber.New("LA"))));
            Assert.Equal(StatusCode.FailedPrecondition, refusal.StatusCode);
        });
        await Task.WhenAll([.. holders.Select(async h => await _manager.GiveUpPlaceAsync(GiveUp(session, h))), .. outsiders]);

        var places = await Attendees(session);
        Assert.Equal(waiting[..5], places.Where(p => p.State == Proto.EnrolmentState.Placed).Select(p => p.Worker));
        Assert.Equal(waiting[5..], places.Where(p => p.State == Proto.EnrolmentState.Waiting).Select(p => p.Worker));
        Assert.Equal(5, (await _manager.GetSessionAsync(new() { SessionId = session })).Session.Enrolled);
    }

    [Fact]
    public async Task Who_has_got_a_place_elsewhere_at_that_time_is_passed_over_and_goes_on_waiting()
    {
        var session = await host.PlannedSession(places: 1, inDays: 1);
        var (holder, busy, free) = (WorkerNumber.New("LA"), WorkerNumber.New("LA"), WorkerNumber.New("LA"));
        await _manager.EnrolWorkerAsync(Given.Enrolment(session, holder));
        await Waits(session, busy);
        await Waits(session, free);
        await _manager.EnrolWorkerAsync(Given.Enrolment(await host.PlannedSession(inDays: 1), busy));

        await _manager.GiveUpPlaceAsync(GiveUp(session, holder));

        Assert.Equal([(holder, Proto.EnrolmentState.Withdrawn), (busy, Proto.EnrolmentState.Waiting), (free, Proto.EnrolmentState.Placed)], await Attendees(session));
    }

    [Fact]
    public async Task A_place_on_which_the_worker_attended_is_kept()
    {
        var (session, worker) = await host.EnrolledWorker();
        await _manager.RecordAttendanceAsync(Given.Attendance(session, worker, 10));

        Assert.Equal(["PLACE_ATTENDED"], await Refused.Codes(StatusCode.FailedPrecondition, () => _manager.GiveUpPlaceAsync(GiveUp(session, worker))));
    }

    [Fact]
    public async Task A_worker_asks_for_a_place_gives_it_up_and_asks_again_and_for_nobody_else()
    {
        var session = await host.PlannedSession();
        var worker = WorkerNumber.New("LA");
        var own = new Proto.Sessions.SessionsClient(host.As(Who.TheWorker(worker)));

        await own.EnrolWorkerAsync(Given.Enrolment(session, worker));
        await own.GiveUpPlaceAsync(GiveUp(session, worker));
        await own.EnrolWorkerAsync(Given.Enrolment(session, worker));

        Assert.Equal([Proto.EnrolmentState.Placed, Proto.EnrolmentState.Withdrawn], (await own.ListPlacesAsync(new() { WorkerNumber = worker })).Places.Select(p => p.State));
        Assert.Equal(["SESSION_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => own.EnrolWorkerAsync(Given.Enrolment(session, WorkerNumber.New("LA")))));
        Assert.Equal("Worker", await host.Db(db => db.Enrolments.Where(e => e.WorkerNumber == worker).Select(e => e.EnrolledBy.ToString()).FirstAsync()));
    }

    [Fact]
    public async Task An_agency_asks_for_workers_of_whom_it_has_a_contract_and_gives_up_only_what_it_asked_for()
    {
        var session = await host.PlannedSession();
        var agency = Guid.NewGuid();
        var (own, former, strange) = (WorkerNumber.New("LA"), WorkerNumber.New("LA"), WorkerNumber.New("LA"));
        host.Contracts.Add((own, agency, false));
        host.Contracts.Add((former, agency, true));
        host.Contracts.Add((strange, Guid.NewGuid(), false));
        var officer = new Proto.Sessions.SessionsClient(host.As(Who.AgencyOfficer(agency, "LA")));

        await officer.EnrolWorkerAsync(Given.Enrolment(session, own));

        Assert.Equal(["SESSION_NOT_OWN_WORKER"], await Refused.Codes(StatusCode.FailedPrecondition, () => officer.EnrolWorkerAsync(Given.Enrolment(session, former))));
        Assert.Equal(["SESSION_NOT_OWN_WORKER"], await Refused.Codes(StatusCode.FailedPrecondition, () => officer.EnrolWorkerAsync(Given.Enrolment(session, strange))));
        await _manager.EnrolWorkerAsync(Given.Enrolment(session, strange));
        Assert.Equal(["SESSION_NOT_OWN_WORKER"], await Refused.Codes(StatusCode.FailedPrecondition, () => officer.GiveUpPlaceAsync(GiveUp(session, strange))));
        Assert.Single((await officer.ListPlacesAsync(new() { WorkerNumber = own })).Places);
        Assert.Empty((await officer.ListPlacesAsync(new() { WorkerNumber = strange })).Places);
        await officer.GiveUpPlaceAsync(GiveUp(session, own));
    }

    static Proto.GiveUpPlaceRequest GiveUp(string session, string worker) => new() { RequestId = Given.New(), SessionId = session, WorkerNumber = worker };

    async Task<(Proto.EnrolmentState, int)> Waits(string session, string worker)
    {
        var answer = await _manager.EnrolWorkerAsync(Given.Enrolment(session, worker, wait: true));
        return (answer.State, answer.WaitingNumber);
    }

    async Task<IReadOnlyList<(string Worker, Proto.EnrolmentState State)>> Attendees(string session) =>
        [.. (await _manager.GetSessionAsync(new() { SessionId = session })).Session.Attendees.Select(a => (a.WorkerNumber, a.State))];

    Task<List<string>> Events(string worker) => host.Db(db => db.Outbox.Where(e => e.Body.Contains(worker)).OrderBy(e => e.EventId).Select(e => e.Name).ToListAsync());
}
