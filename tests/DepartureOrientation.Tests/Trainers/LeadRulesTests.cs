using Gms.DepartureOrientation.Curricula;
using Gms.DepartureOrientation.Trainers;
using Xunit;

namespace Gms.DepartureOrientation.Tests.Trainers;

public sealed class LeadRulesTests
{
    static readonly Curriculum Taught = A.Curriculum(modules: [A.Module("M1"), A.Module("M2")]);

    [Fact]
    public void Nobody_leads_a_stage_that_no_certification_covers() =>
        Assert.Equal(["SESSION_TRAINER_STAGE"], Broken(A.Certification(modules: [A.Module("M1", stage: Stage.PostArrival), A.Module("M2", stage: Stage.PostArrival)])));

    [Fact]
    public void Nobody_leads_a_version_that_no_certification_covers() =>
        Assert.Equal(["SESSION_TRAINER_VERSION"], Broken(A.Certification(modules: [A.Module("M1"), A.Module("M2", version: 2)])));

    [Fact]
    public void Two_certifications_may_cover_a_curriculum_together()
    {
        var (one, other) = (A.Certification(modules: [A.Module("M1")]), A.Certification(training: Guid.NewGuid(), modules: [A.Module("M2")]));

        Assert.Empty(Broken(one, other));
        Assert.Equal([one, other], LeadRules.LedBy([one, other], Taught, "lo", A.Today, A.Today));
    }

    [Fact]
    public void What_is_certified_in_another_language_covers_nothing_in_this_one()
    {
        var (one, other) = (A.Certification(modules: [A.Module("M1")]), A.Certification(training: Guid.NewGuid(), languages: ["th"], modules: [A.Module("M2")]));

        Assert.Equal(["SESSION_TRAINER_VERSION"], Broken(one, other));
        Assert.Empty(LeadRules.LedBy([one, other], Taught, "lo", A.Today, A.Today));
    }

    [Fact]
    public void A_certification_that_covers_nothing_of_it_is_not_among_those_it_is_led_by()
    {
        var (one, other) = (A.Certification(), A.Certification(training: Guid.NewGuid(), modules: [A.Module("M9")]));

        Assert.Equal([one], LeadRules.LedBy([one, other], Taught, "lo", A.Today, A.Today));
    }

    [Fact]
    public void Trainers_are_trained_by_certifications_of_masters_only()
    {
        var forTrainers = A.Curriculum(Stage.TrainingOfTrainers, programme: null);

        Assert.Empty(LeadRules.LedBy([A.Certification()], forTrainers, "lo", A.Today, A.Today));
        Assert.Single(LeadRules.LedBy([A.Certification(level: TrainerLevel.MasterTrainer)], forTrainers, "lo", A.Today, A.Today));
    }

    [Fact]
    public void An_expired_one_leads_nothing() => Assert.Equal(["SESSION_TRAINER_NOT_CERTIFIED"], Broken(A.Certification(A.Today.AddYears(-1), A.Today.AddDays(-1))));

    static IEnumerable<string> Broken(params Certification[] certifications) => LeadRules.ToLead(certifications, Taught, "lo", A.Today, A.Today).Select(p => p.Code);
}
