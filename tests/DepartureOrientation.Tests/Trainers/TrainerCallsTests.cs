using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Tests.Trainers;

public sealed class TrainerCallsTests(DepartureOrientationHost host) : IClassFixture<DepartureOrientationHost>, IAsyncLifetime
{
    readonly Proto.Trainers.TrainersClient _officer = new(host.As(A.Officer));

    /// <summary>Evidence covers what is published: there is something.</summary>
    public async ValueTask InitializeAsync() => await host.PublishedCurriculum();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_certified_trainer_is_shown_and_no_event_names_one()
    {
        var request = Given.Trainer();

        var id = (await _officer.CertifyTrainerAsync(request)).TrainerId;

        var shown = (await _officer.GetTrainerAsync(new() { TrainerId = id })).Trainer;
        Assert.Equal((request.Account, "Trainer One", true), (shown.Account, shown.DisplayName, shown.CertifiedToday));
        var happened = Assert.Single(await host.Db(db => db.Outbox.Where(e => e.SubjectId == id).ToListAsync()));
        Assert.DoesNotContain(request.Account, happened.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Trainer One", happened.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_known_account_is_renewed_and_stays_one_trainer()
    {
        var first = Given.Trainer();
        var renewal = Given.Trainer(first.Account);
        renewal.ValidFrom = Given.Today.AddYears(1).AddDays(1).ToProto();
        renewal.ValidUntil = Given.Today.AddYears(2).ToProto();

        var id = (await _officer.CertifyTrainerAsync(first)).TrainerId;

        Assert.Equal(id, (await _officer.CertifyTrainerAsync(renewal)).TrainerId);
        Assert.Equal(2, (await _officer.GetTrainerAsync(new() { TrainerId = id })).Trainer.Certifications.Count);
    }

    [Fact]
    public async Task A_second_certification_for_the_same_days_is_refused()
    {
        var first = Given.Trainer();
        await _officer.CertifyTrainerAsync(first);

        Assert.Equal(["TRAINER_ALREADY_CERTIFIED"], await Refused.Codes(StatusCode.FailedPrecondition, () => _officer.CertifyTrainerAsync(Given.Trainer(first.Account))));
    }

    [Fact]
    public async Task A_withdrawn_trainer_can_be_certified_anew_and_every_step_is_an_event_in_order()
    {
        var first = Given.Trainer();
        var id = (await _officer.CertifyTrainerAsync(first)).TrainerId;

        var withdrawn = await _officer.WithdrawTrainerAsync(new() { RequestId = Given.New(), TrainerId = id, From = Given.Today.ToProto(), Reason = Proto.WithdrawalReason.Quality });
        Assert.False((await _officer.GetTrainerAsync(new() { TrainerId = id })).Trainer.CertifiedToday);
        var again = Given.Trainer(first.Account);
        again.ValidFrom = Given.Today.ToProto();
        await _officer.CertifyTrainerAsync(again);

        Assert.Equal(1, withdrawn.Ended);
        Assert.Equal(
            ["gms.departure-orientation.trainer-certified:1", "gms.departure-orientation.trainer-withdrawn:1", "gms.departure-orientation.trainer-certified:1"],
            await host.Db(db => db.Outbox.Where(e => e.SubjectId == id).OrderBy(e => e.SubjectVersion).Select(e => e.Name).ToListAsync()));
    }

    [Fact]
    public async Task Nobody_certifies_the_own_account() =>
        Assert.Equal(["TRAINER_CERTIFIES_SELF"], await Refused.Codes(StatusCode.FailedPrecondition, () => _officer.CertifyTrainerAsync(Given.Trainer(A.Officer.Account))));

    [Fact]
    public async Task Another_country_s_officer_sees_no_trainer_of_here()
    {
        var id = await host.CertifiedTrainer();
        var khmer = new Proto.Trainers.TrainersClient(host.As(Who.Is(Role.MinistryOfficer, "KH")));

        Assert.Equal(["TRAINER_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => khmer.GetTrainerAsync(new() { TrainerId = id })));
    }
}
