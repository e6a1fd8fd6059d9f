using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Tests.Sessions;

public sealed class PlanSessionTests(DepartureOrientationHost host) : IClassFixture<DepartureOrientationHost>
{
    readonly Proto.Sessions.SessionsClient _manager = new(host.As(A.Manager));

    [Fact]
    public async Task A_planned_session_is_an_event_that_names_nobody()
    {
        var request = await host.Session();

        var id = (await _manager.PlanSessionAsync(request)).SessionId;

        var happened = Assert.Single(await host.Db(db => db.Outbox.Where(e => e.SubjectId == id).ToListAsync()));
        Assert.Equal("gms.departure-orientation.session-planned:1", happened.Name);
        Assert.DoesNotContain(request.TrainerId, happened.Body, StringComparison.Ordinal);
        Assert.Equal((Proto.SessionState.Planned, 0), ((await Shown(id)).State, (await Shown(id)).Enrolled));
    }

    [Fact]
    public async Task A_room_holds_one_session_at_a_time_and_the_next_may_follow_at_once()
    {
        var first = await host.Session();
        await _manager.PlanSessionAsync(first);
        var second = first.Clone();
        second.RequestId = Given.New();
        second.TrainerId = await host.CertifiedTrainer();

        Assert.Equal(["SESSION_ROOM_TAKEN"], await Refused.Codes(StatusCode.FailedPrecondition, () => _manager.PlanSessionAsync(second)));
        second.StartsAt = first.EndsAt;
        second.EndsAt = new() { Seconds = first.EndsAt.Seconds + (6 * 3600) };
        await _manager.PlanSessionAsync(second);
    }

    [Fact]
    public async Task A_trainer_is_in_one_room_at_a_time()
    {
        var first = await host.Session();
        await _manager.PlanSessionAsync(first);
        var second = first.Clone();
        second.RequestId = Given.New();
        second.Room = "Room 2";

        Assert.Equal(["SESSION_TRAINER_TAKEN"], await Refused.Codes(StatusCode.FailedPrecondition, () => _manager.PlanSessionAsync(second)));
    }

    [Fact]
    public async Task A_withdrawn_trainer_leads_no_session()
    {
        var request = await host.Session();
        await new Proto.Trainers.TrainersClient(host.As(A.Officer)).WithdrawTrainerAsync(new() { RequestId = Given.New(), TrainerId = request.TrainerId, From = Given.Today.ToProto(), Reason = Proto.WithdrawalReason.Misconduct });

        Assert.Equal(["SESSION_TRAINER_NOT_CERTIFIED"], await Refused.Codes(StatusCode.FailedPrecondition, () => _manager.PlanSessionAsync(request)));
    }

    [Fact]
    public async Task Another_country_s_manager_finds_no_institution_here()
    {
        var request = await host.Session();
        var thai = new Proto.Sessions.SessionsClient(host.As(Who.Is(Role.TrainingManager, "TH")));

        Assert.Equal(["INSTITUTION_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => thai.PlanSessionAsync(request)));
    }

    [Fact]
    public async Task The_institution_s_own_organisation_plans_there_whatever_its_country()
    {
        var abroad = Who.Is(Role.TrainingManager, "TH");
        var request = await host.Session(institution: await host.AccreditedInstitution(abroad.Organisation));

        Assert.NotEmpty((await new Proto.Sessions.SessionsClient(host.As(abroad)).PlanSessionAsync(request)).SessionId);
    }

    [Fact]
    public async Task A_time_that_is_missing_is_named()
    {
        var request = await host.Session();
        request.StartsAt = null;

        Assert.Equal(["starts_at"], await Refused.Fields(StatusCode.InvalidArgument, () => _manager.PlanSessionAsync(request)));
    }

    async Task<Proto.Session> Shown(string id) => (await _manager.GetSessionAsync(new() { SessionId = id })).Session;
}
