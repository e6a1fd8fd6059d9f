using Gms.Platform;
using Gms.Registry.Documents;
using Gms.Registry.Documents.Formats;

namespace Gms.Registry.Workers;

/// <summary>What must hold for a person to be enrolled. Pure: every fact a rule weighs is an argument.</summary>
static class WorkerRules
{
    /// <summary>The least age at which any of the six countries lets a person work (reference data countries, minimum_working_age).</summary>
    public const int LeastAge = 14;

    public static IEnumerable<Problem> ToEnrol(Worker worker, SentDocument document, DateOnly today)
    {
        foreach (var problem in ToBeOnRecord(worker, today))
            yield return problem;

        if (document.ValidUntil < today && !(document.ValidFrom > document.ValidUntil))
            yield return Problems.WorkerDocumentExpired();
    }

    /// <summary>What must hold of a person whatever the papers.</summary>
    public static IEnumerable<Problem> ToBeOnRecord(Worker worker, DateOnly today)
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

        foreach (var (name, i) in worker.Names.Select((name, i) => (name, i)))
            foreach (var problem in ToName(name, i))
                yield return problem;
    }

    /// <summary>The status of the nationality that was said, if it was, agrees with the rest.</summary>
    public static IEnumerable<Problem> ToSay(Worker worker, NationalityStatus? said)
    {
        if (said is { } status && status != worker.NationalityStatus)
            yield return Problems.WorkerNationalityStatusDisagrees();
    }

    /// <summary>One province of home, wherever it was said.</summary>
    public static IEnumerable<Problem> ToLiveIn(string? province, string? again)
    {
        if (province is not null && again is not null && province != again)
            yield return Problems.WorkerProvinceTwice();
    }

    public static IEnumerable<Problem> ToHaveDocumentOrReason(bool document, NoDocumentReason? reason)
    {
        if (document == reason is not null)
            yield return Problems.WorkerDocumentOrReason();
    }

    /// <summary>Of an erased person only the number is left: there is nothing to add to.</summary>
    public static IEnumerable<Problem> ToChange(Worker worker)
    {
        if (worker.KeyDestroyedAt is not null)
            yield return Problems.WorkerErased();
        else if (worker.PersonKey is null)
            yield return Problems.WorkerKeyPending();
    }

    /// <summary>The parents' names tell people of one name apart, so they too must be text that can be compared.</summary>
    public static IEnumerable<Problem> ToHaveParents(string? father, string? mother)
    {
        if (father is not null && Zawgyi.LooksLike(father))
            yield return Problems.WorkerNameZawgyi("father_name");
        if (mother is not null && Zawgyi.LooksLike(mother))
            yield return Problems.WorkerNameZawgyi("mother_name");
    }

    static IEnumerable<Problem> ToName(WorkerName name, int i)
    {
        if (!name.Full.EnumerateRunes().Any(System.Text.Rune.IsLetter))
            yield return Problems.WorkerNameWithoutLetters($"names[{i}].full");
        foreach (var (text, part) in new[] { (name.Full, "full"), (name.Family, "family"), (name.Given, "given") })
            if (text is not null && Zawgyi.LooksLike(text))
                yield return Problems.WorkerNameZawgyi($"names[{i}].{part}");
    }
}
