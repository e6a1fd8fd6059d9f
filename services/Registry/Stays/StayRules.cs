using Gms.Platform;
using Gms.Recruitment.V1;
using Gms.Registry.Corridors;
using Gms.Registry.Departures;
using Gms.Type.V1;
using Problem = Gms.Platform.Problem;

namespace Gms.Registry.Stays;

/// <summary>What must hold for a change to be recorded, and what the rules on record say of it. Nothing that has happened is refused for a rule's sake. Pure.</summary>
static class StayRules
{
    public static IEnumerable<Problem> ToExtend(Departure departure, DateOnly until, DateOnly? allowed)
    {
        if (departure.Status != DepartureStatus.Cleared)
            yield return Problems.StayNotCleared();
        if (until <= (allowed ?? departure.PlannedOn))
            yield return Problems.StayNotExtended();
    }

    public static IEnumerable<Problem> ToChangeEmployer(Departure departure, DateOnly changedOn, DateOnly today)
    {
        if (departure.Status != DepartureStatus.Cleared)
            yield return Problems.StayNotCleared();
        if (changedOn > today)
            yield return Problems.StayChangeInFuture();
    }

    /// <param name="corridor">The corridor of the departure; null when none is on record.</param>
    /// <param name="arrived">The day of arrival; null when none is on record.</param>
    /// <param name="allowed">The last day allowed before; null when it is not known.</param>
    /// <param name="until">The last day allowed now.</param>
    public static IEnumerable<Finding> OfExtension(Corridor? corridor, DateOnly? arrived, DateOnly? allowed, DateOnly until)
    {
        yield return corridor?.ExtensionMonths is not { } months ? Unknown("EXTENSION_LENGTH", "No rule on record says how long an extension of this channel may be.")
            : allowed is not { } end ? Unknown("EXTENSION_LENGTH", "Until when the stay was allowed before is not on record.")
            : Told(corridor, "EXTENSION_LENGTH", until <= end.AddMonths(months), $"An extension of this channel is for {months} months at most.");
        yield return corridor?.MaxTotalMonths is not { } most ? Unknown("STAY_IN_ALL", "No rule on record says how long a stay under this channel may be in all.")
            : arrived is not { } since ? Unknown("STAY_IN_ALL", "No arrival is on record: how long the stay is in all is not known.")
            : Told(corridor, "STAY_IN_ALL", until <= since.AddMonths(most), $"A stay under this channel is for {most} months at most.");
    }

    /// <param name="departure">The departure.</param>
    /// <param name="contract">What Recruitment knows of the new contract; null when it knows none.</param>
    /// <param name="answered">False when Recruitment did not answer.</param>
    public static IEnumerable<Finding> OfEmployerChange(Departure departure, ContractFacts? contract, bool answered)
    {
        yield return Unknown("MAY_CHANGE_EMPLOYER", "No rule on record says when a worker under this channel may change the employer.");
        yield return !answered ? Unknown("NEW_CONTRACT", "Recruitment did not answer: whether the new contract is registered is not known now.")
            : contract is null ? new("NEW_CONTRACT", Outcome.Fail, "Recruitment knows no such contract of this worker.")
            : contract.Destination == departure.Destination ? new("NEW_CONTRACT", Outcome.Pass, "The new contract is registered, for work in this country.")
            : new("NEW_CONTRACT", Outcome.Fail, "The new contract is for work in another country.");
    }

    static Finding Unknown(string code, string message) => new(code, Outcome.Unknown, message);

    static Finding Told(Corridor corridor, string code, bool holds, string message) => new(code, holds ? Outcome.Pass : Outcome.Fail, message)
    {
        Source = new(corridor.Id, corridor.Source, corridor.Confidence, corridor.EffectiveFrom ?? ""),
        Confidence = corridor.Confidence,
    };
}
