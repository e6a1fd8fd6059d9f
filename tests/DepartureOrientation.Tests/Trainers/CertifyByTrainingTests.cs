using Gms.DepartureOrientation.Tests.Cascade;
using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Xunit;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Tests.Trainers;

public sealed class CertifyByTrainingTests(DepartureOrientationHost host) : IClassFixture<DepartureOrientationHost>
{
    readonly Proto.Trainers.TrainersClient _officer = new(host.As(A.Officer));
    readonly string _account = $"trainer-{Given.New()}";

    [Fact]
    public async Task Who_attended_becomes_a_trainer_of_what_was_taught_and_stands_on_the_training_s_list()
    {
        var training = await host.Training(await host.Root(), -10, _account);

        var certified = await host.Certify(GivenCascade.ByTraining(training, _account, -10));

        var shown = (await _officer.GetTrainerAsync(new() { TrainerId = certified.TrainerId })).Trainer;
        var certification = Assert.Single(shown.Certifications);
        Assert.Equal(("Trainee", training, ""), (shown.DisplayName, certification.TrainingSessionId, certification.Evidence));
        Assert.Equal([("SM01", 1, Proto.Stage.PreDeparture), ("SM02", 1, Proto.Stage.PreDeparture)], certification.Modules.Select(m => (m.Code, m.Version, m.Stage)));
        var trainee = Assert.Single((await new Proto.Trainees.TraineesClient(host.As(A.Officer)).ListTraineesAsync(new() { SessionId = training })).Trainees);
        Assert.Equal((_account, 360, true, certified.CertificationId), (trainee.Account, trainee.Minutes, trainee.ShareReached, trainee.CertificationId));
    }

    [Fact]
    public async Task Nobody_is_certified_without_having_attended()
    {
        var training = await host.Training(await host.Root(), -10, "somebody else");

        Assert.Equal(["TRAINER_TRAINING_NOT_ATTENDED"], await Codes(Request(training)));
    }

    [Fact]
    public async Task Nobody_is_certified_by_a_training_that_is_still_open()
    {
        var training = await host.OpenTraining(await host.Root(), -10, _account);

        Assert.Equal(["TRAINER_TRAINING_OPEN"], await Codes(GivenCascade.ByTraining(training, _account, -10)));
    }

    [Fact]
    public async Task The_certification_begins_after_the_training_s_last_day()
    {
        var training = await host.Training(await host.Root(), -10, _account);

        Assert.Equal(["TRAINER_TRAINING_NOT_OVER"], await Codes(GivenCascade.ByTraining(training, _account, -11)));
    }

    [Fact]
    public async Task A_session_for_workers_makes_no_trainer()
    {
        var (_, session, _) = await host.IssuedCertificate();

        Assert.Equal(["TRAINER_TRAINING_OTHER_STAGE"], await Codes(Request(session)));
    }

    [Fact]
    public async Task A_training_led_by_somebody_who_was_withdrawn_before_it_makes_no_trainer()
    {
        var leader = await host.Root();
        var training = await host.Training(leader, -10, _account);
        await _officer.WithdrawTrainerAsync(new() { RequestId = Given.New(), TrainerId = leader, From = Given.Today.AddDays(-20).ToProto(), Reason = Proto.WithdrawalReason.FalseRecords });

        Assert.Equal(["TRAINER_TRAINING_NOT_LED"], await Codes(GivenCascade.ByTraining(training, _account, -10)));
    }

    [Fact]
    public async Task A_trainer_is_not_renewed_by_the_own_descendant()
    {
        var account = $"trainer-{Given.New()}";
        var first = await host.Trained(await host.Root(), -20, account);
        var below = await host.Trained(await host.Trained(first, -15), -10);

        var training = await host.Training(below, -5, account);

        Assert.Equal(["TRAINER_CASCADE_CYCLE"], await Codes(GivenCascade.ByTraining(training, account, -5)));
    }

    [Fact]
    public async Task Two_trainings_are_two_lines_that_may_hold_at_once_and_one_training_certifies_once()
    {
        await host.Certify(GivenCascade.ByTraining(await host.Training(await host.Root(), -20, _account), _account, -20));
        var second = GivenCascade.ByTraining(await host.Training(await host.Root(), -10, _account), _account, -10);

        var trainer = (await host.Certify(second)).TrainerId;

        Assert.Equal(2, (await _officer.GetTrainerAsync(new() { TrainerId = trainer })).Trainer.Certifications.Count);
        second.RequestId = Given.New();
        Assert.Equal(["TRAINER_ALREADY_CERTIFIED"], await Codes(second));
    }

    [Fact]
    public async Task A_line_begins_with_evidence_or_a_training_and_never_with_both()
    {
        var training = await host.Training(await host.Root(), -10, _account);
        var both = GivenCascade.ByTraining(training, _account, -10);
        both.Evidence = "1/IOM";
        var neither = Given.Trainer();
        neither.Evidence = "";

        Assert.Equal(["TRAINER_BY_TRAINING_OR_EVIDENCE"], await Codes(both));
        Assert.Equal(["evidence"], await Refused.Fields(StatusCode.InvalidArgument, () => _officer.CertifyTrainerAsync(neither)));
    }

    [Fact]
    public async Task A_trainer_leads_no_version_that_was_published_after_the_certification_and_no_other_stage()
    {
        var plan = await host.Session();
        var curricula = new Proto.Curricula.CurriculaClient(host.As(A.Manager));
        var newer = Given.Curriculum();
        newer.Modules[0].Version = 7;
        plan.CurriculumId = (await curricula.PublishCurriculumAsync(newer)).CurriculumId;
        Assert.Equal(["SESSION_TRAINER_VERSION"], await Refused.Codes(StatusCode.FailedPrecondition, () => new Proto.Sessions.SessionsClient(host.As(A.Manager)).PlanSessionAsync(plan)));

        var home = Given.Curriculum();
        (home.Stage, home.Programme) = (Proto.Stage.Return, "");
        foreach (var module in home.Modules)
            (module.Stage, module.Code) = (Proto.Stage.Return, $"R-{Given.New()}");
        plan.CurriculumId = (await curricula.PublishCurriculumAsync(home)).CurriculumId;
        Assert.Equal(["SESSION_TRAINER_STAGE"], await Refused.Codes(StatusCode.FailedPrecondition, () => new Proto.Sessions.SessionsClient(host.As(A.Manager)).PlanSessionAsync(plan)));
    }

    [Fact]
    public async Task Trainers_of_an_institution_are_listed_by_level_and_day()
    {
        var institution = await host.AccreditedInstitution();
        await host.PublishedCurriculum();
        var request = Given.Trainer();
        request.InstitutionId = institution;
        var id = (await _officer.CertifyTrainerAsync(request)).TrainerId;

        async Task<int> Found(Action<Proto.ListTrainersRequest> narrow)
        {
            Proto.ListTrainersRequest asked = new() { Country = "LA", InstitutionId = institution };
            narrow(asked);
            return (await _officer.ListTrainersAsync(asked)).Trainers.Count(t => t.TrainerId == id);
        }

        Assert.Equal(1, await Found(_ => { }));
        Assert.Equal(1, await Found(r => (r.CertifiedOn, r.Level) = (Given.Today.ToProto(), Proto.TrainerLevel.Trainer)));
        Assert.Equal(0, await Found(r => r.CertifiedOn = Given.Today.AddYears(2).ToProto()));
        Assert.Equal(0, await Found(r => r.Level = Proto.TrainerLevel.MasterTrainer));
    }

    Proto.CertifyTrainerRequest Request(string training) => GivenCascade.ByTraining(training, _account, 1);

    async Task<IEnumerable<string>> Codes(Proto.CertifyTrainerRequest request) => await Refused.Codes(StatusCode.FailedPrecondition, () => _officer.CertifyTrainerAsync(request));
}
