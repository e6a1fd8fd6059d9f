using Gms.DepartureOrientation.Attendance;
using Gms.DepartureOrientation.Sessions;
using Gms.Events.Registry;
using Gms.Platform;
using Gms.Testing;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Tests.Attendance;

public sealed class CheckInTests(DepartureOrientationHost host) : IClassFixture<DepartureOrientationHost>
{
    readonly Proto.Sessions.SessionsClient _manager = new(host.As(A.Manager));

    [Fact]
    public async Task Who_comes_and_leaves_with_codes_has_proven_minutes()
    {
        var (session, worker) = await host.EnrolledWorker();

        var left = await host.Attends(session, worker, Given.At(7.75), Given.At(13));

        Assert.Equal((300, 300, true), (left.Minutes, left.TotalMinutes, left.ShareReached));
        var attendee = Assert.Single((await _manager.GetSessionAsync(new() { SessionId = session })).Session.Attendees);
        Assert.Equal((300, 300), (attendee.Minutes, attendee.ProvenMinutes));
        Assert.Equal(["gms.departure-orientation.worker-attended:1"], await host.Db(db => db.Outbox.Where(e => e.Body.Contains(worker)).Select(e => e.Name).ToListAsync()));
        Assert.Equal(["ATTENDANCE_RECORDED"], await Refused.Codes(StatusCode.FailedPrecondition, () => _manager.RecordAttendanceAsync(Given.Attendance(session, worker, 10))));
    }

    [Fact]
    public async Task A_code_that_was_used_is_worth_nothing_to_the_same_worker_and_nothing_is_written()
    {
        var (session, worker) = await host.EnrolledWorker();
        var coming = await host.CheckIn(session, worker, Given.At(8));
        await At(8).CheckInAsync(coming);

        // The same paper again, to leave; and the code of the same minute with another of the worker's own.
        Assert.Equal(["ATTENDANCE_CODE_USED session_code", "ATTENDANCE_CODE_USED worker_code"], await Faults(() => At(8).CheckOutAsync(Out(coming))));
        var later = Out(coming);
        later.SessionCode = await host.ShownCode(session, Given.At(9));
        Assert.Equal(["ATTENDANCE_CODE_USED worker_code"], await Faults(() => At(9).CheckOutAsync(later)));
        Assert.Equal(1, await host.Db(db => db.UsedCodes.CountAsync(u => db.Enrolments.Any(e => e.Id == u.EnrolmentId && e.WorkerNumber == worker))));
        Assert.Null(await host.Db(db => db.Visits.Where(v => v.WorkerNumber == worker).Select(v => v.OutAt).SingleAsync()));
    }

    [Fact]
    public async Task The_same_codes_sent_by_two_at_once_let_one_in()
    {
        var (session, worker) = await host.EnrolledWorker();
        var coming = await host.CheckIn(session, worker, Given.At(8));

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            var copy = coming.Clone();
            copy.RequestId = Given.New();
            try
            {
                await At(8).CheckInAsync(copy);
                return "in";
            }
            catch (RpcException refusal) when (refusal.StatusCode == StatusCode.FailedPrecondition)
            {
                return "refused";
            }
        }));

        Assert.Single(answers, "in");
        Assert.Equal(1, await host.Db(db => db.Visits.CountAsync(v => v.WorkerNumber == worker)));
    }

    [Fact]
    public async Task A_code_of_earlier_a_made_up_one_and_somebody_else_s_are_refused()
    {
        var session = await host.PlannedSession();
        var (_, worker) = await host.EnrolledWorker(session);
        var (_, other) = await host.EnrolledWorker(session);
        var coming = await host.CheckIn(session, worker, Given.At(8));

        Assert.Equal(["ATTENDANCE_CODE_EXPIRED session_code"], await Faults(() => At(8.1).CheckInAsync(coming.Clone())));
        var madeUp = coming.Clone();
        madeUp.SessionCode = "ZZZZZZ";
        Assert.Equal(["ATTENDANCE_CODE_WRONG session_code"], await Faults(() => At(8).CheckInAsync(madeUp)));
        var proxy = coming.Clone();
        proxy.WorkerCode = (await host.CodesOf(session, other))[0];
        Assert.Equal(["ATTENDANCE_CODE_WRONG worker_code"], await Faults(() => At(8).CheckInAsync(proxy)));
        Assert.Equal(0, await host.Db(db => db.Visits.CountAsync(v => v.WorkerNumber == worker)));
    }

    [Fact]
    public async Task Without_a_place_nobody_checks_in()
    {
        var session = await host.PlannedSession();
        var request = new Proto.CheckInRequest { RequestId = Given.New(), SessionId = session, WorkerNumber = WorkerNumber.New("LA"), SessionCode = await host.ShownCode(session, Given.At(8)), WorkerCode = "ABCD1234" };

        Assert.Equal(["ATTENDANCE_NOT_ENROLLED worker_number"], await Faults(() => At(8).CheckInAsync(request)));
    }

    [Fact]
    public async Task A_trainer_whose_leave_was_withdrawn_takes_no_attendance()
    {
        var plan = await host.Session();
        var session = (await _manager.PlanSessionAsync(plan)).SessionId;
        var (_, worker) = await host.EnrolledWorker(session);
        var coming = await host.CheckIn(session, worker, Given.At(8));
        await new Proto.Trainers.TrainersClient(host.As(A.Officer)).WithdrawTrainerAsync(new() { RequestId = Given.New(), TrainerId = plan.TrainerId, From = Given.Today.ToProto(), Reason = Proto.WithdrawalReason.Quality });

        Assert.Equal(["SESSION_TRAINER_NOT_CERTIFIED trainer_id"], await Faults(() => At(8).CheckInAsync(coming)));
    }

    [Fact]
    public async Task A_worker_who_is_in_one_room_is_not_in_another_under_whatever_number()
    {
        // The second session begins when the first ends: a place in both is possible, a stay in both is not.
        var (first, worker) = await host.EnrolledWorker();
        var plan = await host.Session();
        (plan.StartsAt, plan.EndsAt) = (Timestamp.FromDateTimeOffset(Given.At(16)), Timestamp.FromDateTimeOffset(Given.At(23)));
        var second = (await _manager.PlanSessionAsync(plan)).SessionId;
        var survivor = WorkerNumber.New("LA");
        await host.Deliver<WorkersMerged, OnWorkersMerged>(new Merging(survivor, worker).Merged);
        await host.EnrolledWorkerIn(second, survivor);
        await At(15.4).CheckInAsync(await host.CheckIn(first, worker, Given.At(15.4)));

        Assert.Equal(["ATTENDANCE_ELSEWHERE worker_number"], await Faults(async () => await At(15.7).CheckInAsync(await host.CheckIn(second, survivor, Given.At(15.7)))));

        // Whoever forgot to check out is not kept out for ever.
        await At(16.6).CheckInAsync(await host.CheckIn(second, survivor, Given.At(16.6)));
        Assert.Equal(VisitEnding.NotCheckedOut, await host.Db(db => db.Visits.Where(v => v.WorkerNumber == worker).Select(v => v.Ending).SingleAsync()));
    }

    [Fact]
    public async Task Two_rooms_at_once_let_a_worker_into_one()
    {
        var (first, worker) = await host.EnrolledWorker();
        var plan = await host.Session();
        (plan.StartsAt, plan.EndsAt) = (Timestamp.FromDateTimeOffset(Given.At(16)), Timestamp.FromDateTimeOffset(Given.At(23)));
        var second = (await _manager.PlanSessionAsync(plan)).SessionId;
        await host.EnrolledWorkerIn(second, worker);
        Proto.CheckInRequest[] both = [await host.CheckIn(first, worker, Given.At(15.8)), await host.CheckIn(second, worker, Given.At(15.8))];

        var answers = await Task.WhenAll(both.Select(async coming =>
        {
            try
            {
                await At(15.8).CheckInAsync(coming);
                return "in";
            }
            catch (RpcException refusal)
            {
                return refusal.Problems()[0].Code;
            }
        }));

        Assert.Equal(["ATTENDANCE_ELSEWHERE", "in"], answers.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Too_far_in_too_little_time_is_an_officer_s_question_and_keeps_nobody_out()
    {
        var institution = (await new Proto.Institutions.InstitutionsClient(host.As(A.Officer)).RegisterInstitutionAsync(new() { RequestId = Given.New(), Country = "LA", Name = Given.New(), Kind = Proto.InstitutionKind.Tvet, Province = "LA-SV" })).InstitutionId;
        await new Proto.Institutions.InstitutionsClient(host.As(A.Officer)).AccreditInstitutionAsync(new() { RequestId = Given.New(), InstitutionId = institution, StartsOn = Given.Today.ToProto(), EndsOn = Given.Today.AddDays(9).ToProto(), Reference = "1" });
        var (first, worker) = await host.EnrolledWorker();
        var plan = await host.Session(institution: institution);
        (plan.StartsAt, plan.EndsAt) = (Timestamp.FromDateTimeOffset(Given.At(16)), Timestamp.FromDateTimeOffset(Given.At(23)));
        var second = (await _manager.PlanSessionAsync(plan)).SessionId;
        await host.EnrolledWorkerIn(second, worker);
        await host.Attends(first, worker, Given.At(8), Given.At(15.5));

        await At(16.25).CheckInAsync(await host.CheckIn(second, worker, Given.At(16.25)));

        var items = await host.Db(db => db.WorkItems.AsNoTracking().Where(i => i.Kind == "ATTENDANCE_IMPLAUSIBLE" && i.Subjects.Contains(worker)).ToListAsync());
        Assert.Equal(("45", "OTHER_PROVINCE_MINUTES", "Low"), Assert.Single(items).Facts is var f ? (f["minutes_between"], f["figure"], f["confidence"]) : default);
        Assert.Equal(["OTHER_PROVINCE_MINUTES"], await host.Db(db => db.Visits.Where(v => v.WorkerNumber == worker && v.OutAt == null).Select(v => v.Flags).SingleAsync()));
    }

    [Fact]
    public async Task Renewed_codes_make_the_lost_paper_worthless()
    {
        var (session, worker) = await host.EnrolledWorker();
        var lost = await host.CheckIn(session, worker, Given.At(8));
        var own = new Proto.Attendance.AttendanceClient(host.As(Who.TheWorker(worker)));

        await own.RenewWorkerCodesAsync(new() { RequestId = Given.New(), SessionId = session, WorkerNumber = worker });

        Assert.Equal(["ATTENDANCE_CODE_WRONG worker_code"], await Faults(() => At(8).CheckInAsync(lost)));
        var renewed = await own.ListWorkerCodesAsync(new() { SessionId = session, WorkerNumber = worker });
        Assert.Equal((2, 20), (renewed.Batch, renewed.WorkerCodes.Count));
        await At(8).CheckInAsync(await host.CheckIn(session, worker, Given.At(8)));
    }

    [Fact]
    public async Task Neither_trainer_nor_agency_sees_a_worker_s_codes_and_no_code_is_on_record()
    {
        var (session, worker) = await host.EnrolledWorker();
        var code = (await host.CodesOf(session, worker))[0];
        var shown = await host.ShownCode(session, Given.At(8));
        await host.Attends(session, worker, Given.At(8), Given.At(9));

        foreach (var who in (Who[])[A.Trainer, Who.AgencyOfficer(Guid.NewGuid(), "LA"), A.Officer])
            Assert.Equal(["PERMISSION_MISSING"], await Refused.Codes(StatusCode.PermissionDenied, () => new Proto.Attendance.AttendanceClient(host.As(who)).ListWorkerCodesAsync(new() { SessionId = session, WorkerNumber = worker })));
        Assert.Equal(0, await host.Db(db => db.Database.SqlQuery<int>(
            $"""SELECT count(*)::integer AS "Value" FROM (SELECT body AS t FROM outbox UNION ALL SELECT row_to_json(u)::text FROM used_codes u UNION ALL SELECT row_to_json(v)::text FROM visits v UNION ALL SELECT encode(response, 'escape') FROM requests) x WHERE t LIKE '%' || {code} || '%' OR t LIKE '%' || {shown} || '%'""").SingleAsync()));
    }

    [Fact]
    public async Task Who_never_checked_out_of_a_closed_session_has_no_minutes()
    {
        var (session, worker) = await host.EnrolledWorker();
        await At(8).CheckInAsync(await host.CheckIn(session, worker, Given.At(8)));

        await _manager.CloseSessionAsync(new() { RequestId = Given.New(), SessionId = session });

        Assert.Equal((VisitEnding.NotCheckedOut, 0), await host.Db(db => db.Visits.Where(v => v.WorkerNumber == worker).Select(v => new { v.Ending, v.Minutes }).SingleAsync()) is var v ? (v.Ending!.Value, v.Minutes) : default);
        Assert.Equal(["SESSION_CLOSED"], await Refused.Codes(StatusCode.FailedPrecondition, () => new Proto.Attendance.AttendanceClient(host.As(A.Trainer, clock: Given.At(9))).ShowSessionCodeAsync(new() { SessionId = session })));
    }

    [Fact]
    public async Task In_a_session_of_several_days_a_night_is_no_attendance()
    {
        var (session, worker) = await host.EnrolledWorker(await Planned(8, 40));
        await At(15.8).CheckInAsync(await host.CheckIn(session, worker, Given.At(15.8)));

        Assert.Equal(["ATTENDANCE_NOT_INSIDE worker_number"], await Faults(async () => await At(32.2).CheckOutAsync(await host.CheckOut(session, worker, Given.At(32.2)))));

        // Whoever forgot to check out is let in the next day, and has that day's minutes.
        var left = await host.Attends(session, worker, Given.At(32.5), Given.At(37.5));
        Assert.Equal((300, 300), (left.Minutes, left.TotalMinutes));
        Assert.Equal([VisitEnding.NotCheckedOut, VisitEnding.CheckedOut], await host.Db(db => db.Visits.Where(v => v.WorkerNumber == worker).OrderBy(v => v.InAt).Select(v => v.Ending!.Value).ToListAsync()));
    }

    [Fact]
    public async Task A_session_of_one_evening_may_pass_midnight()
    {
        var (session, worker) = await host.EnrolledWorker(await Planned(20, 27));

        Assert.Equal(360, (await host.Attends(session, worker, Given.At(20), Given.At(26))).Minutes);
    }

    /// <summary>A session between two hours, counted from today's midnight.</summary>
    async Task<string> Planned(double from, double to)
    {
        var plan = await host.Session();
        (plan.StartsAt, plan.EndsAt) = (Timestamp.FromDateTimeOffset(Given.At(from)), Timestamp.FromDateTimeOffset(Given.At(to)));
        return (await _manager.PlanSessionAsync(plan)).SessionId;
    }

    Proto.Attendance.AttendanceClient At(double hours) => new(host.As(A.Trainer, clock: Given.At(hours)));

    static Proto.CheckOutRequest Out(Proto.CheckInRequest coming) =>
        new() { RequestId = Given.New(), SessionId = coming.SessionId, WorkerNumber = coming.WorkerNumber, SessionCode = coming.SessionCode, WorkerCode = coming.WorkerCode };

    static async Task<IReadOnlyList<string>> Faults<T>(Func<AsyncUnaryCall<T>> call) => [.. (await Refused.With(StatusCode.FailedPrecondition, call)).Problems().Select(p => $"{p.Code} {p.Field}")];

    static async Task<IReadOnlyList<string>> Faults<T>(Func<Task<T>> call)
    {
        var refusal = await Assert.ThrowsAsync<RpcException>(call);
        return [.. refusal.Problems().Select(p => $"{p.Code} {p.Field}")];
    }
}
