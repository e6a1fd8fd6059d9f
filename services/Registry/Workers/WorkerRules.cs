using Gms.Platform;

namespace Gms.Registry.Workers;

/// <summary>What must hold for a person to be enrolled. Pure: every fact a rule weighs is an argument.</summary>
static class WorkerRules
{
    /// <summary>The least age at which any of the six countries lets a person work (reference data countries, minimum_working_age).</summary>
    public const int LeastAge = 14;

    public static IEnumerable<Problem> ToEnrol(Worker worker, Document document, DateOnly today)
    {
        if (worker.Names.Count == 0)
            yield return Problems.WorkerNeedsName();

        if (worker.BirthDate.Earliest > today)
            yield return Problems.WorkerBornInFuture();
        else if (worker.BirthDate.Latest < today.AddYears(-120))
            yield return Problems.WorkerBirthTooLongAgo();
        // A birth date that lacks its day is read in the person's favour: as the oldest the person can be.
        else if (worker.BirthDate.Earliest.AddYears(LeastAge) > today)
            yield return Problems.WorkerTooYoung(LeastAge);

        if (worker is { Stateless: true, Nationality: not null })
            yield return Problems.WorkerStatelessWithNationality();

        if (document.ValidFrom > document.ValidUntil)
            yield return Problems.WorkerDocumentEndsBeforeStart();
        else if (document.ValidUntil < today)
            yield return Problems.WorkerDocumentExpired();
    }
}
