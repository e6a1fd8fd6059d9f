using Gms.DepartureOrientation.Curricula;
using Gms.DepartureOrientation.Sessions;
using Gms.DepartureOrientation.Trainees;
using Gms.Platform;

namespace Gms.DepartureOrientation.Trainers;

/// <summary>What must hold for a trainer to be certified or withdrawn. Pure.</summary>
static class TrainerRules
{
    public static IEnumerable<Problem> ToCertify(Trainer trainer, string caller, Certification certification)
    {
        // A certificate is worth what its trainer is worth: nobody vouches for oneself.
        if (trainer.Account == caller)
            yield return Problems.TrainerCertifiesSelf();

        if (certification.ValidUntil < certification.ValidFrom)
            yield return Problems.TrainerEndsBeforeStart();
        else if (trainer.Certifications.Any(c => c.TrainingSessionId == certification.TrainingSessionId && c.Overlaps(certification.ValidFrom, certification.ValidUntil)))
            yield return Problems.TrainerAlreadyCertified();

        if (certification.Modules.Count == 0)
            yield return Problems.TrainerEvidenceCoversNothing();
    }

    /// <summary>What must hold of the training by which somebody becomes a trainer.</summary>
    public static IEnumerable<Problem> ByTraining(Trainer trainer, Training training, DateOnly validFrom)
    {
        var session = training.Session;
        if (session.Curriculum.Stage != Stage.TrainingOfTrainers)
        {
            yield return Problems.TrainerTrainingOtherStage();
            yield break;
        }
        if (session.State != SessionState.Closed)
            yield return Problems.TrainerTrainingOpen();

        // Withdrawn since with effect on its days: what was held is no training.
        if (LeadRules.LedBy(session.Trainer.Certifications, session.Curriculum, session.Language, session.FirstDay, session.LastDay).Count == 0)
            yield return Problems.TrainerTrainingNotLed();
        if (training.Trainee is null || training.Trainee.Minutes < session.Curriculum.MinutesNeeded)
            yield return Problems.TrainerTrainingNotAttended();

        // Strictly after: so along every line the days only grow, and no two who train each other on one day can both be first.
        if (validFrom <= session.LastDay)
            yield return Problems.TrainerTrainingNotOver();
        if (training.Above.Contains(trainer.Id))
            yield return Problems.TrainerCascadeCycle();
    }

    public static IEnumerable<Problem> ToWithdraw(Trainer trainer, DateOnly from)
    {
        if (!trainer.Certifications.Any(c => c.HoldsOnOrAfter(from)))
            yield return Problems.TrainerNothingToWithdraw();
    }
}

/// <summary>A training of trainers, as somebody's certification rests on it.</summary>
/// <param name="Session">With its curriculum's modules and its trainer's certifications.</param>
/// <param name="Trainee">The place of who is to be certified; null without one.</param>
/// <param name="Above">The trainer who led it and all who stand above in the cascade.</param>
sealed record Training(Session Session, Trainee? Trainee, IReadOnlyCollection<Guid> Above);
