using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Tests.Attendance;

public sealed class FinishModuleTests(DepartureOrientationHost host) : IClassFixture<DepartureOrientationHost>
{
    [Fact]
    public async Task A_worker_follows_the_modules_of_an_online_session_in_the_own_time()
    {
        var (session, worker) = await host.EnrolledWorker(await host.OnlineSession());

        await Own(worker, 1).StartModuleAsync(Start(session, worker, "SM01"));
        Assert.Equal(["ATTENDANCE_ELSEWHERE"], await Refused.Codes(StatusCode.FailedPrecondition, () => Own(worker, 2).StartModuleAsync(Start(session, worker, "SM02"))));
        Assert.Equal(["MODULE_TOO_SOON"], await Refused.Codes(StatusCode.FailedPrecondition, () => Own(worker, 3).FinishModuleAsync(Finish(session, worker, "SM01"))));
        var first = await Own(worker, 9).FinishModuleAsync(Finish(session, worker, "SM01"));
        await Own(worker, 10).StartModuleAsync(Start(session, worker, "SM02"));
        var second = await Own(worker, 12.5).FinishModuleAsync(Finish(session, worker, "SM02"));

        // Open all morning, the first counts what it has; the second what it took.
        Assert.Equal((180, 150, 330, true), (first.Minutes, second.Minutes, second.TotalMinutes, second.ShareReached));
        Assert.Equal(["MODULE_BEGUN"], await Refused.Codes(StatusCode.FailedPrecondition, () => Own(worker, 13).StartModuleAsync(Start(session, worker, "SM02"))));
        Assert.Equal(["MODULE_NOT_IN_CURRICULUM"], await Refused.Codes(StatusCode.FailedPrecondition, () => Own(worker, 13).StartModuleAsync(Start(session, worker, "SM99"))));
    }

    [Fact]
    public async Task Online_there_is_no_code_and_in_a_room_no_module()
    {
        var (online, worker) = await host.EnrolledWorker(await host.OnlineSession());
        var (room, other) = await host.EnrolledWorker();

        Assert.Equal(["ATTENDANCE_ONLINE"], await Refused.Codes(StatusCode.FailedPrecondition, () => new Proto.Attendance.AttendanceClient(host.As(A.Trainer, clock: Given.At(8))).ShowSessionCodeAsync(new() { SessionId = online })));
        Assert.Equal(["ATTENDANCE_NOT_ONLINE"], await Refused.Codes(StatusCode.FailedPrecondition, () => Own(other, 8).StartModuleAsync(Start(room, other, "SM01"))));
        Assert.Equal(["ATTENDANCE_NOT_ENROLLED"], await Refused.Codes(StatusCode.FailedPrecondition, () => Own(other, 8).StartModuleAsync(Start(online, other, "SM01"))));
        Assert.Equal(["SESSION_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => Own(other, 8).StartModuleAsync(Start(online, worker, "SM01"))));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_module_left_open_in_a_session_that_is_over_keeps_nobody_from_another_session(bool closed)
    {
        var (session, worker) = await host.EnrolledWorker(await host.OnlineSession(2));
        var later = await host.OnlineSession();
        await host.EnrolledWorkerIn(later, worker);
        await Own(worker, 1).StartModuleAsync(Start(session, worker, "SM01"));

        if (closed)
            await new Proto.Sessions.SessionsClient(host.As(A.Manager, clock: Given.At(49))).CloseSessionAsync(new() { RequestId = Given.New(), SessionId = session });
        else
            await Own(worker, 49).StartModuleAsync(Start(later, worker, "SM01"));

        var left = await host.Db(db => db.ModuleVisits.Where(m => m.WorkerNumber == worker).OrderBy(m => m.StartedAt).FirstAsync());
        Assert.Equal((left.StartedAt, 0), (left.FinishedAt, left.Minutes));
    }

    [Fact]
    public async Task Whoever_forgot_to_leave_a_room_can_follow_a_module_when_its_session_is_over()
    {
        var (room, worker) = await host.EnrolledWorker();
        var online = await host.OnlineSession();
        await host.EnrolledWorkerIn(online, worker);
        await new Proto.Attendance.AttendanceClient(host.As(A.Trainer, clock: Given.At(15))).CheckInAsync(await host.CheckIn(room, worker, Given.At(15)));

        Assert.Equal(["ATTENDANCE_ELSEWHERE"], await Refused.Codes(StatusCode.FailedPrecondition, () => Own(worker, 15.5).StartModuleAsync(Start(online, worker, "SM01"))));
        Assert.NotNull((await Own(worker, 17).StartModuleAsync(Start(online, worker, "SM01"))).StartedAt);
    }

    Proto.Attendance.AttendanceClient Own(string worker, double hours) => new(host.As(Who.TheWorker(worker), clock: Given.At(hours)));

    static Proto.StartModuleRequest Start(string session, string worker, string module) => new() { RequestId = Given.New(), SessionId = session, WorkerNumber = worker, ModuleCode = module };

    static Proto.FinishModuleRequest Finish(string session, string worker, string module) => new() { RequestId = Given.New(), SessionId = session, WorkerNumber = worker, ModuleCode = module };
}
