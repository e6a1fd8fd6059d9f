using Gms.Platform;
using Proto = Gms.Type.V1;

namespace Gms.Recruitment.Employers;

/// <summary>What must hold for the labour office to accredit, suspend or withdraw an employer. Pure: every fact a rule weighs is an argument.</summary>
static class EmployerRules
{
    /// <summary>Whether one standing may follow another (null: nothing was said yet). A step that is not here is refused.</summary>
    public static bool CanBecome(this EmployerStanding? from, EmployerStanding to) => (from, to) switch
    {
        (null or EmployerStanding.Suspended or EmployerStanding.Withdrawn or EmployerStanding.Expired, EmployerStanding.Accredited) => true,
        (EmployerStanding.Accredited, EmployerStanding.Suspended) => true,
        (EmployerStanding.Accredited or EmployerStanding.Suspended, EmployerStanding.Withdrawn) => true,
        _ => false,
    };

    /// <param name="employer">The employer with all that was said of it.</param>
    /// <param name="change">What is to be said.</param>
    /// <param name="today">The day in the country of work.</param>
    public static IEnumerable<Problem> ToChange(Employer employer, StandingChange change, DateOnly today)
    {
        if (!employer.StandingOn(change.From).CanBecome(change.Standing))
            yield return change.Standing == EmployerStanding.Accredited ? Problems.EmployerAlreadyAccredited() : Problems.EmployerNotAccredited();
        if (change.LastDay < change.From)
            yield return Problems.EmployerStandingEndsBeforeStart();
        if (employer.Standings.MaxBy(s => s.Number) is { } last && change.From < last.From && Undoes(change.Standing, last.Standing))
            yield return Problems.EmployerStandingBeforeLast(last.From);
        // What was true of a past day stays so; only a first accreditation may be entered late.
        if (change.From < today && (change.Standing != EmployerStanding.Accredited || employer.Standings.Count > 0))
            yield return Problems.EmployerStandingInPast();
    }

    // What is said last counts on all days from its own on, so whoever stops an employer today need not wait for what was said of a later day.
    static bool Undoes(EmployerStanding said, EmployerStanding ofLaterDay) =>
        said == EmployerStanding.Accredited || (said == EmployerStanding.Suspended && ofLaterDay == EmployerStanding.Withdrawn);

    /// <summary>Null for an employer that is accredited on the day, and for one that was stopped: that is refused, not only told.</summary>
    public static Proto.Check? Accreditation(Employer employer, DateOnly day) => employer.StandingOn(day) switch
    {
        EmployerStanding.Accredited or EmployerStanding.Suspended or EmployerStanding.Withdrawn => null,
        EmployerStanding.Expired => Told(Proto.Outcome.Fail, $"The employer's accreditation has ended before {day:yyyy-MM-dd}."),
        null => Told(Proto.Outcome.Unknown, "The labour office of the country of work has recorded no accreditation of the employer."),
    };

    static Proto.Check Told(Proto.Outcome outcome, string message) =>
        new() { Code = "EMPLOYER_ACCREDITATION", Outcome = outcome, Message = message, Remedy = "Ask the labour office of the country of work." };
}
