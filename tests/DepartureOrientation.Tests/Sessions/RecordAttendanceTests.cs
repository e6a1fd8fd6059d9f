using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Tests.Sessions;

public sealed class RecordAttendanceTests(DepartureOrientationHost host) : IClassFixture<DepartureOrientationHost>
{
    readonly Proto.Sessions.SessionsClient _trainer = new(host.As(A.Trainer));

    [Fact]
    public async Task Attendance_is_on_the_worker_s_timeline()
    {
        var (session, worker) = await host.EnrolledWorker();

        var answer = await _trainer.RecordAttendanceAsync(Given.Attendance(session, worker, 288));

        Assert.Equal((288, true), (answer.TotalMinutes, answer.ShareReached));
        var happened = Assert.Single(await host.Db(db => db.Outbox.Where(e => e.Body.Contains(worker)).ToListAsync()));
        Assert.Equal(("gms.departure-orientation.worker-attended:1", 1L), (happened.Name, happened.SubjectVersion));
    }

    [Fact]
    public async Task A_minute_under_the_share_does_not_reach_it()
    {
        var (session, worker) = await host.EnrolledWorker();

        Assert.False((await _trainer.RecordAttendanceAsync(Given.Attendance(session, worker, 287))).ShareReached);
    }

    [Fact]
    public async Task A_day_recorded_by_two_at_once_counts_once()
    {
        var (session, worker) = await host.EnrolledWorker();

        await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ =>
        {
            try
            {
                await _trainer.RecordAttendanceAsync(Given.Attendance(session, worker, 200));
            }
            catch (RpcException refusal) when (refusal.StatusCode is StatusCode.FailedPrecondition or StatusCode.Aborted)
            {
                // The others.
            }
        }));

        Assert.Equal(200, await host.Db(db => db.Enrolments.Where(e => e.WorkerNumber == worker).Select(e => e.Minutes).SingleAsync()));
        Assert.Equal(1, await host.Db(db => db.Outbox.CountAsync(e => e.Body.Contains(worker))));
    }

    [Fact]
    public async Task Attendance_without_enrolment_is_refused()
    {
        var session = await host.PlannedSession();

        Assert.Equal(["ATTENDANCE_NOT_ENROLLED"], await Refused.Codes(StatusCode.FailedPrecondition, () => _trainer.RecordAttendanceAsync(Given.Attendance(session, WorkerNumber.New("LA")))));
    }

    [Fact]
    public async Task A_closed_session_takes_no_attendance_and_no_worker()
    {
        var (session, worker) = await host.EnrolledWorker();
        await _trainer.CloseSessionAsync(new() { RequestId = Given.New(), SessionId = session });

        Assert.Equal(["SESSION_CLOSED"], await Refused.Codes(StatusCode.FailedPrecondition, () => _trainer.RecordAttendanceAsync(Given.Attendance(session, worker))));
        Assert.Equal(["SESSION_CLOSED"], await Refused.Codes(StatusCode.FailedPrecondition, () => _trainer.EnrolWorkerAsync(new() { RequestId = Given.New(), SessionId = session, WorkerNumber = WorkerNumber.New("LA") })));
        Assert.Equal(["SESSION_CLOSED"], await Refused.Codes(StatusCode.FailedPrecondition, () => _trainer.CloseSessionAsync(new() { RequestId = Given.New(), SessionId = session })));
    }

    [Theory]
    [InlineData("INSERT INTO attendance (enrolment_id, day, minutes, recorded_by, recorded_at) SELECT id, current_date, 60, 'x', now() FROM enrolments WHERE session_id = $1", "attendance_session_open")]
    [InlineData("INSERT INTO enrolments (id, session_id, worker_number, country, starts_at, ends_at, minutes, version) SELECT gen_random_uuid(), $1, 'LA-0000-0000-0', 'LA', 'epoch', now(), 0, 0", "enrolments_session_open")]
    public async Task The_database_itself_refuses_what_comes_after_the_closing(string sql, string constraint)
    {
        var (session, _) = await host.EnrolledWorker();
        await _trainer.CloseSessionAsync(new() { RequestId = Given.New(), SessionId = session });
        await using var database = NpgsqlDataSource.Create(host.Database.AppConnection);
        await using var late = database.CreateCommand(sql);
        late.Parameters.Add(new() { Value = Guid.Parse(session) });

        Assert.Equal(constraint, (await Assert.ThrowsAsync<PostgresException>(() => late.ExecuteNonQueryAsync())).ConstraintName);
    }

    [Fact]
    public async Task Another_country_s_trainer_finds_no_session_here()
    {
        var (session, worker) = await host.EnrolledWorker();
        var thai = new Proto.Sessions.SessionsClient(host.As(Who.Is(Role.Trainer, "TH")));

        Assert.Equal(["SESSION_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => thai.RecordAttendanceAsync(Given.Attendance(session, worker))));
        Assert.Equal(["SESSION_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => thai.GetSessionAsync(new() { SessionId = session })));
    }
}
