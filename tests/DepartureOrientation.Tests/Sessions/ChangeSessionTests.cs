using System.Text.Json;
using Gms.Platform;
using Gms.Testing;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Tests.Sessions;

public sealed class ChangeSessionTests(DepartureOrientationHost host) : IClassFixture<DepartureOrientationHost>
{
    readonly Proto.Sessions.SessionsClient _manager = new(host.As(A.Manager));

    [Fact]
    public async Task A_later_session_with_more_places_takes_those_who_wait_along_and_tells_all()
    {
        var session = await Tomorrow(places: 1);
        var (holder, waiting) = (WorkerNumber.New("LA"), WorkerNumber.New("LA"));
        await _manager.EnrolWorkerAsync(Given.Enrolment(session, holder));
        await _manager.EnrolWorkerAsync(Given.Enrolment(session, waiting, wait: true));

        var changed = await _manager.ChangeSessionAsync(new() { RequestId = Given.New(), SessionId = session, Places = 2, StartsAt = At(26 + 8), EndsAt = At(26 + 16), Room = "Room 2" });

        Assert.Equal(1, changed.MovedUp);
        var shown = (await _manager.GetSessionAsync(new() { SessionId = session })).Session;
        Assert.Equal((2, 2, "Room 2", At(26 + 8)), (shown.Enrolled, shown.Places, shown.Room, shown.StartsAt));
        Assert.Equal(At(26 + 8), (await _manager.ListPlacesAsync(new() { WorkerNumber = holder })).Places[0].StartsAt);
        Assert.Equal(["gms.departure-orientation.session-changed:1"], await Events(holder));
        Assert.Equal(["gms.departure-orientation.session-changed:1", "gms.departure-orientation.place-given:1"], await Events(waiting));
    }

    [Theory]
    [InlineData(30, "", false)]
    [InlineData(0, "Room 2", true)]
    public async Task What_changed_is_told_apart_from_more_places_alone(int places, string room, bool moved)
    {
        var session = await Tomorrow(places: 1);
        await _manager.ChangeSessionAsync(new() { RequestId = Given.New(), SessionId = session, Places = places, Room = room });

        var told = await host.Db(db => db.Outbox.Where(e => e.SubjectId == session && e.Name == "gms.departure-orientation.session-changed:1").Select(e => e.Body).SingleAsync());
        Assert.Equal(moved, JsonDocument.Parse(told).RootElement.GetProperty("moved").GetBoolean());
    }

    [Fact]
    public async Task A_new_time_at_which_a_worker_is_elsewhere_is_refused_and_nothing_is_changed()
    {
        var (session, other) = (await Tomorrow(), await Tomorrow(from: 24 + 18, to: 24 + 26));
        var worker = WorkerNumber.New("LA");
        await _manager.EnrolWorkerAsync(Given.Enrolment(session, worker));
        await _manager.EnrolWorkerAsync(Given.Enrolment(other, worker));

        Assert.Equal(["SESSION_WORKER_ELSEWHERE"], await Refused.Codes(StatusCode.FailedPrecondition,
            () => _manager.ChangeSessionAsync(new() { RequestId = Given.New(), SessionId = session, StartsAt = At(24 + 16), EndsAt = At(24 + 24) })));

        Assert.Equal(At(24 + 8), (await _manager.GetSessionAsync(new() { SessionId = session })).Session.StartsAt);
        Assert.Empty(await Events(worker));
    }

    [Fact]
    public async Task Places_that_are_taken_are_not_taken_away_and_a_day_that_has_come_is_not_changed()
    {
        var session = await Tomorrow(places: 3);
        await _manager.EnrolWorkerAsync(Given.Enrolment(session, WorkerNumber.New("LA")));
        await _manager.EnrolWorkerAsync(Given.Enrolment(session, WorkerNumber.New("LA")));

        Assert.Equal(["SESSION_PLACES_TAKEN"], await Refused.Codes(StatusCode.FailedPrecondition, () => _manager.ChangeSessionAsync(new() { RequestId = Given.New(), SessionId = session, Places = 1 })));
        Assert.Equal(["SESSION_NOTHING_TO_CHANGE"], await Refused.Codes(StatusCode.InvalidArgument, () => _manager.ChangeSessionAsync(new() { RequestId = Given.New(), SessionId = session })));
        var today = await host.PlannedSession();
        Assert.Equal(["SESSION_BEGUN"], await Refused.Codes(StatusCode.FailedPrecondition, () => _manager.ChangeSessionAsync(new() { RequestId = Given.New(), SessionId = today, Places = 30 })));
    }

    [Fact]
    public async Task A_cancelled_session_frees_workers_room_and_trainer_and_tells_those_who_had_a_place_or_waited()
    {
        var plan = await host.Session(places: 1);
        var session = (await _manager.PlanSessionAsync(plan)).SessionId;
        var (holder, waiting) = (WorkerNumber.New("LA"), WorkerNumber.New("LA"));
        await _manager.EnrolWorkerAsync(Given.Enrolment(session, holder));
        await _manager.EnrolWorkerAsync(Given.Enrolment(session, waiting, wait: true));

        var cancelled = await _manager.CancelSessionAsync(new() { RequestId = Given.New(), SessionId = session, Reason = Proto.CancellationReason.TrainerUnavailable });

        Assert.Equal((Proto.SessionState.Cancelled, 2), (cancelled.State, cancelled.Told));
        Assert.Equal(["gms.departure-orientation.session-cancelled:1"], await Events(waiting));
        plan.RequestId = Given.New();
        var again = (await _manager.PlanSessionAsync(plan)).SessionId;
        await _manager.EnrolWorkerAsync(Given.Enrolment(again, holder));
        Assert.Equal(["SESSION_CANCELLED"], await Refused.Codes(StatusCode.FailedPrecondition, () => _manager.EnrolWorkerAsync(Given.Enrolment(session, WorkerNumber.New("LA")))));
        Assert.Equal(["SESSION_CANCELLED", "ATTENDANCE_NOT_ENROLLED"], await Refused.Codes(StatusCode.FailedPrecondition, () => _manager.RecordAttendanceAsync(Given.Attendance(session, holder))));
        Assert.Equal((0, Proto.CancellationReason.TrainerUnavailable), (await _manager.GetSessionAsync(new() { SessionId = session })).Session is var s ? (s.Enrolled, s.CancellationReason) : default);
    }

    [Fact]
    public async Task A_session_that_somebody_attended_is_not_cancelled()
    {
        var (session, worker) = await host.EnrolledWorker();
        await _manager.RecordAttendanceAsync(Given.Attendance(session, worker, 10));

        Assert.Equal(["SESSION_BEGUN"], await Refused.Codes(StatusCode.FailedPrecondition, () => _manager.CancelSessionAsync(new() { RequestId = Given.New(), SessionId = session, Reason = Proto.CancellationReason.SafetyOrHealth })));
    }

    [Fact]
    public async Task Whoever_looks_for_a_place_finds_it_by_country_stage_and_language()
    {
        var session = await host.PlannedSession(places: 7, inDays: 1);
        var worker = new Proto.Sessions.SessionsClient(host.As(Who.TheWorker(WorkerNumber.New("LA"))));

        var found = await All(worker, new() { Country = "LA", Stage = Proto.Stage.PreDeparture, Language = "lo", PageSize = 2 });

        Assert.Equal((7, "LA-VT", Proto.SessionMode.Room), found.Single(s => s.SessionId == session) is var offer ? (offer.FreePlaces, offer.Province, offer.Mode) : default);
        Assert.Empty(await All(worker, new() { Country = "LA", Language = "vi" }));
        Assert.Empty(await All(worker, new() { Country = "KH" }));
    }

    static async Task<List<Proto.SessionOffer>> All(Proto.Sessions.SessionsClient client, Proto.FindSessionsRequest request)
    {
        var all = new List<Proto.SessionOffer>();
        do
        {
            var page = await client.FindSessionsAsync(request);
            all.AddRange(page.Sessions);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return all;
    }

    async Task<string> Tomorrow(int places = 20, double from = 24 + 8, double to = 24 + 16)
    {
        var plan = await host.Session(places);
        (plan.StartsAt, plan.EndsAt) = (At(from), At(to));
        return (await _manager.PlanSessionAsync(plan)).SessionId;
    }

    static Timestamp At(double hours) => Timestamp.FromDateTimeOffset(Given.At(hours));

    Task<List<string>> Events(string worker) => host.Db(db => db.Outbox.Where(e => e.Body.Contains(worker)).OrderBy(e => e.EventId).Select(e => e.Name).ToListAsync());
}
