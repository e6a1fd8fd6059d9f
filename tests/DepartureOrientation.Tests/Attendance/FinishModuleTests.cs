using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
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

    Proto.Attendance.AttendanceClient Own(string worker, double hours) => new(host.As(Who.TheWorker(worker), clock: Given.At(hours)));

    static Proto.StartModuleRequest Start(string session, string worker, string module) => new() { RequestId = Given.New(), SessionId = session, WorkerNumber = worker, ModuleCode = module };

    static Proto.FinishModuleRequest Finish(string session, string worker, string module) => new() { RequestId = Given.New(), SessionId = session, WorkerNumber = worker, ModuleCode = module };
}
