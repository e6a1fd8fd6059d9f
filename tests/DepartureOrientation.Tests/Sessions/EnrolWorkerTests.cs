using Gms.Platform;
using Gms.Registry.V1;
using Gms.Testing;
using Gms.Type.V1;
using Grpc.Core;
using Xunit;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Tests.Sessions;

public sealed class EnrolWorkerTests(DepartureOrientationHost host) : IClassFixture<DepartureOrientationHost>
{
    readonly Proto.Sessions.SessionsClient _manager = new(host.As(A.Manager));

    [Fact]
    public async Task A_worker_whom_the_Registry_knows_gets_a_place()
    {
        var session = await host.PlannedSession();
        var worker = WorkerNumber.New("LA");

        await _manager.EnrolWorkerAsync(Enrolment(session, worker.ToLowerInvariant()));

        var shown = (await _manager.GetSessionAsync(new() { SessionId = session })).Session;
        Assert.Equal(worker, Assert.Single(shown.Attendees).WorkerNumber);
        Assert.Equal(1, shown.Enrolled);
        Assert.Contains(host.Peers.Asked, asked => asked is { Method: DepartureOrientationHost.Confirm, Purpose: Purpose.Orientation, Request: ConfirmWorkerRequest request } && request.WorkerNumber == worker);
    }

    /// <summary>Attendance of a list on paper is entered afterwards: allowed, but not silently.</summary>
    [Fact]
    public async Task A_place_in_a_session_that_is_over_is_given_and_told()
    {
        var session = await host.PlannedSession();
        var afterwards = new Proto.Sessions.SessionsClient(host.As(A.Manager, clock: DateTimeOffset.UtcNow.AddDays(3)));

        Assert.True((await afterwards.EnrolWorkerAsync(Enrolment(session, WorkerNumber.New("LA")))).SessionOver);
        Assert.False((await new Proto.Sessions.SessionsClient(host.As(A.Manager, clock: DateTimeOffset.UtcNow.AddDays(-3))).EnrolWorkerAsync(Enrolment(session, WorkerNumber.New("LA")))).SessionOver);
    }

    [Fact]
    public async Task A_number_that_the_Registry_does_not_know_gets_none()
    {
        var session = await host.PlannedSession();

        Assert.Equal(["SESSION_WORKER_UNKNOWN"], await Refused.Codes(StatusCode.FailedPrecondition, () => _manager.EnrolWorkerAsync(Enrolment(session, A.UnknownWorker))));
    }

    [Fact]
    public async Task While_the_Registry_is_down_nobody_is_enrolled_and_a_repeat_later_does_it()
    {
        var request = Enrolment(await host.PlannedSession(), WorkerNumber.New("LA"));
        host.Peers.TakeDown(DepartureOrientationHost.Confirm);

        await Refused.With(StatusCode.Unavailable, () => _manager.EnrolWorkerAsync(request));
        host.RegistryIsUp();

        Assert.NotEmpty((await _manager.EnrolWorkerAsync(request)).EnrolmentId);
    }

    [Fact]
    public async Task Of_twenty_workers_at_once_for_three_places_three_get_one()
    {
        var session = await host.PlannedSession(places: 3);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            try
            {
                await _manager.EnrolWorkerAsync(Enrolment(session, WorkerNumber.New("LA")));
                return "";
            }
            catch (RpcException refusal)
            {
                return refusal.Problems()[0].Code;
            }
        }));

        Assert.Equal(3, answers.Count(a => a.Length == 0));
        Assert.Equal(["SESSION_FULL"], answers.Where(a => a.Length > 0).Distinct());
        Assert.Equal(3, (await _manager.GetSessionAsync(new() { SessionId = session })).Session.Enrolled);
    }

    [Fact]
    public async Task A_worker_has_one_place_in_a_session()
    {
        var (session, worker) = await host.EnrolledWorker();

        Assert.Equal(["SESSION_WORKER_ENROLLED"], await Refused.Codes(StatusCode.FailedPrecondition, () => _manager.EnrolWorkerAsync(Enrolment(session, worker))));
        Assert.Equal(1, (await _manager.GetSessionAsync(new() { SessionId = session })).Session.Enrolled);
    }

    [Fact]
    public async Task A_worker_is_in_one_room_at_a_time()
    {
        var (_, worker) = await host.EnrolledWorker();
        var elsewhere = await host.PlannedSession();

        Assert.Equal(["SESSION_WORKER_ELSEWHERE"], await Refused.Codes(StatusCode.FailedPrecondition, () => _manager.EnrolWorkerAsync(Enrolment(elsewhere, worker))));
    }

    [Fact]
    public async Task What_is_no_worker_number_is_refused_by_its_field() =>
        Assert.Equal(["worker_number"], await Refused.Fields(StatusCode.InvalidArgument, () => _manager.EnrolWorkerAsync(Enrolment(Given.New(), "LA-7KQ2-M9XD-0"))));

    static Proto.EnrolWorkerRequest Enrolment(string session, string worker) => new() { RequestId = Given.New(), SessionId = session, WorkerNumber = worker };
}
