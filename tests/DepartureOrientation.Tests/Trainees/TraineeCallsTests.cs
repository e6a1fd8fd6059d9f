using Gms.DepartureOrientation.Tests.Cascade;
using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Xunit;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Tests.Trainees;

public sealed class TraineeCallsTests(DepartureOrientationHost host) : IClassFixture<DepartureOrientationHost>
{
    readonly Proto.Trainees.TraineesClient _manager = new(host.As(A.Manager));
    readonly Proto.Sessions.SessionsClient _sessions = new(host.As(A.Manager));

    [Fact]
    public async Task A_training_of_trainers_takes_no_worker_by_number()
    {
        var training = await host.OpenTraining(await host.Root(), 0);

        Assert.Equal(["SESSION_FOR_TRAINERS"], await Refused.Codes(StatusCode.FailedPrecondition, () => _sessions.EnrolWorkerAsync(new() { RequestId = Given.New(), SessionId = training, WorkerNumber = WorkerNumber.New("LA") })));
    }

    [Fact]
    public async Task A_session_for_workers_takes_no_trainee()
    {
        var session = await host.PlannedSession();

        Assert.Equal(["TRAINEE_OTHER_STAGE"], await Refused.Codes(StatusCode.FailedPrecondition, () => _manager.EnrolTraineeAsync(GivenCascade.Trainee(session, "a"))));
    }

    [Fact]
    public async Task A_trainee_has_one_place_and_the_place_is_counted()
    {
        var training = await host.OpenTraining(await host.Root(), 0);
        await _manager.EnrolTraineeAsync(GivenCascade.Trainee(training, "a"));

        Assert.Equal(["TRAINEE_ENROLLED"], await Refused.Codes(StatusCode.FailedPrecondition, () => _manager.EnrolTraineeAsync(GivenCascade.Trainee(training, "a"))));
        Assert.Equal(1, (await _sessions.GetSessionAsync(new() { SessionId = training })).Session.Enrolled);
    }

    [Fact]
    public async Task Nobody_records_the_own_attendance_nor_a_day_twice_nor_longer_than_the_session()
    {
        var training = await host.OpenTraining(await host.Root(), 0);
        var own = (await _manager.EnrolTraineeAsync(GivenCascade.Trainee(training, A.Manager.Account))).TraineeId;
        var other = (await _manager.EnrolTraineeAsync(GivenCascade.Trainee(training, "b"))).TraineeId;

        Assert.Equal(["TRAINEE_OWN_ATTENDANCE"], await Refused.Codes(StatusCode.FailedPrecondition, () => _manager.RecordTraineeAttendanceAsync(Attendance(own))));
        Assert.Equal(["ATTENDANCE_TOO_LONG"], await Refused.Codes(StatusCode.FailedPrecondition, () => _manager.RecordTraineeAttendanceAsync(Attendance(other, 421))));
        Assert.True((await _manager.RecordTraineeAttendanceAsync(Attendance(other))).ShareReached);
        Assert.Equal(["ATTENDANCE_RECORDED"], await Refused.Codes(StatusCode.FailedPrecondition, () => _manager.RecordTraineeAttendanceAsync(Attendance(other, 1))));
    }

    [Fact]
    public async Task Who_leads_a_training_is_not_trained_by_it()
    {
        var leader = await host.Root();
        var training = await host.OpenTraining(leader, 0);
        var account = (await new Proto.Trainers.TrainersClient(host.As(A.Officer)).GetTrainerAsync(new() { TrainerId = leader })).Trainer.Account;

        Assert.Equal(["TRAINEE_LEADS_IT"], await Refused.Codes(StatusCode.FailedPrecondition, () => _manager.EnrolTraineeAsync(GivenCascade.Trainee(training, account))));
    }

    static Proto.RecordTraineeAttendanceRequest Attendance(string trainee, int minutes = 360) => new() { RequestId = Given.New(), TraineeId = trainee, Day = Given.Today.ToProto(), Minutes = minutes };
}
