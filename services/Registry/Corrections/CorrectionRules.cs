using Gms.Platform;
using Gms.Registry.Workers;

namespace Gms.Registry.Corrections;

/// <summary>What must hold for a correction to be proposed and applied. Pure.</summary>
static class CorrectionRules
{
    /// <summary>A person is found by name, date of birth and sex: to change one of them takes two officers.</summary>
    public static bool TakesTwo(CorrectedFact fact) => fact is not CorrectedFact.Nationality;

    public static IEnumerable<Problem> ToPropose(Correction correction, FactValue old, FactValue value, DateOnly today)
    {
        if (old == value)
            yield return Problems.CorrectionChangesNothing();
        if (correction.EffectiveOn > today)
            yield return Problems.CorrectionEffectiveInFuture();
        if (correction is { Reason: CorrectionReason.Other, Explanation: null })
            yield return Problems.CorrectionNeedsExplanation();
    }

    public static IEnumerable<Problem> ToApprove(Correction correction, FactValue onRecord, FactValue old, string officer)
    {
        if (correction.State is not CorrectionState.Proposed)
            yield return Problems.CorrectionDecidedAlready();
        else if (onRecord != old)
            yield return Problems.CorrectionOvertaken();
        if (correction.ProposedBy == officer)
            yield return Problems.CorrectionSameOfficer();
    }

    /// <summary>The record as it would be must be one that could have been enrolled.</summary>
    public static IEnumerable<Problem> AsCorrected(Worker worker, FactValue value, DateOnly today)
    {
        var corrected = new Worker
        {
            WorkerNumber = worker.WorkerNumber,
            Country = worker.Country,
            BirthDate = worker.BirthDate,
            Sex = worker.Sex,
            Nationality = worker.Nationality,
            Stateless = worker.Stateless,
            EnrolledAt = worker.EnrolledAt,
            Names = [.. worker.Names],
        };
        if (value is FactValue.Names)
            corrected.Names.Clear();
        value.PutOn(corrected);
        return WorkerRules.ToBeOnRecord(corrected, today);
    }
}
