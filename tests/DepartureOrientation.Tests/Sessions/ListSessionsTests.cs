using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Xunit;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Tests.Sessions;

public sealed class ListSessionsTests(DepartureOrientationHost host) : IClassFixture<DepartureOrientationHost>
{
    readonly Proto.Sessions.SessionsClient _manager = new(host.As(A.Manager));

    [Fact]
    public async Task A_session_says_how_full_it_is_and_how_many_wait()
    {
        var session = await host.PlannedSession(places: 1, inDays: 1);
        await host.EnrolledWorkerIn(session, WorkerNumber.New("LA"));
        await _manager.EnrolWorkerAsync(Given.Enrolment(session, WorkerNumber.New("LA"), wait: true));
        await _manager.EnrolWorkerAsync(Given.Enrolment(session, WorkerNumber.New("LA"), wait: true));

        var listed = (await Listed(new() { Country = "LA" })).Single(s => s.SessionId == session);

        Assert.Equal((1, 1, 2, "Before leaving for Thailand", "Trainer One"), (listed.Places, listed.Enrolled, listed.Waiting, listed.Title, listed.Trainer));
    }

    [Fact]
    public async Task By_state_and_day_only_what_is_asked_for_is_listed()
    {
        var (planned, cancelled) = (await host.PlannedSession(), await host.PlannedSession(inDays: 3));
        var (closed, _) = await host.AttendedSession();
        await _manager.CancelSessionAsync(new() { RequestId = Given.New(), SessionId = cancelled, Reason = Proto.CancellationReason.RoomUnavailable });
        async Task<string> Among(Proto.ListSessionsRequest asked)
        {
            var ids = (await Listed(asked)).Select(s => s.SessionId).ToHashSet();
            return string.Join(", ", new[] { ("planned", planned), ("cancelled", cancelled), ("closed", closed) }.Where(s => ids.Contains(s.Item2)).Select(s => s.Item1));
        }

        Assert.Equal("planned", await Among(new() { Country = "LA", State = Proto.SessionState.Planned }));
        Assert.Equal("cancelled", await Among(new() { Country = "LA", State = Proto.SessionState.Cancelled }));
        Assert.Equal("planned, closed", await Among(new() { Country = "LA", FromDay = Given.Today.ToProto(), ToDay = Given.Today.ToProto() }));
        Assert.Equal("cancelled", await Among(new() { Country = "LA", FromDay = Given.Today.AddDays(1).ToProto() }));
        Assert.Equal("", await Among(new() { Country = "LA", ToDay = Given.Today.AddDays(-1).ToProto() }));
        Assert.Equal("", await Among(new() { Country = "LA", Stage = Proto.Stage.PostArrival }));
    }

    [Fact]
    public async Task A_trainer_finds_the_own_sessions_and_nobody_else_s()
    {
        var others = await host.PlannedSession();
        var request = await host.Session();    // publishes the curriculum that the trainer is certified for
        request.TrainerId = (await new Proto.Trainers.TrainersClient(host.As(A.Officer)).CertifyTrainerAsync(Given.Trainer(A.Trainer.Account))).TrainerId;
        var own = (await _manager.PlanSessionAsync(request)).SessionId;

        var listed = (await new Proto.Sessions.SessionsClient(host.As(A.Trainer)).ListSessionsAsync(new() { Country = "LA", LedByCaller = true })).Sessions.Select(s => s.SessionId).ToList();

        Assert.Contains(own, listed);
        Assert.DoesNotContain(others, listed);
    }

    [Fact]
    public async Task Pages_hold_every_session_once()
    {
        for (var i = 0; i < 5; i++)
            await host.PlannedSession(inDays: 10 + i);
        var (found, token) = (new List<string>(), "");
        do
        {
            var page = await _manager.ListSessionsAsync(new() { Country = "LA", PageSize = 2, PageToken = token });
            found.AddRange(page.Sessions.Select(s => s.SessionId));
            token = page.NextPageToken;
        }
        while (token.Length > 0);

        Assert.Equal((await Listed(new() { Country = "LA" })).Select(s => s.SessionId), found);
    }

    [Fact]
    public async Task Another_country_s_sessions_are_not_for_this_office()
    {
        var refusal = await Assert.ThrowsAsync<RpcException>(async () => await _manager.ListSessionsAsync(new() { Country = "TH" }));

        Assert.Equal(StatusCode.PermissionDenied, refusal.StatusCode);
    }

    async Task<IReadOnlyList<Proto.SessionSummary>> Listed(Proto.ListSessionsRequest asked)
    {
        asked.PageSize = 200;
        return (await _manager.ListSessionsAsync(asked)).Sessions;
    }
}
