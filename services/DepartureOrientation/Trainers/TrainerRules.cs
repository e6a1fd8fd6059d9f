using Gms.Platform;

namespace Gms.DepartureOrientation.Trainers;

/// <summary>What must hold for a trainer to be certified or withdrawn. Pure.</summary>
static class TrainerRules
{
    public static IEnumerable<Problem> ToCertify(Trainer trainer, string caller, DateOnly from, DateOnly until)
    {
        // A certificate is worth what its trainer is worth: nobody vouches for oneself.
        if (trainer.Account == caller)
            yield return Problems.TrainerCertifiesSelf();

        if (until < from)
            yield return Problems.TrainerEndsBeforeStart();
        else if (trainer.Certifications.Any(c => c.Overlaps(from, until)))
            yield return Problems.TrainerAlreadyCertified();
    }

    public static IEnumerable<Problem> ToWithdraw(Trainer trainer, DateOnly from)
    {
        if (!trainer.Certifications.Any(c => c.HoldsOnOrAfter(from)))
            yield return Problems.TrainerNothingToWithdraw();
    }
}
