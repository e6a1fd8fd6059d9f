using Gms.SocialSecurity.Schemes;

namespace Gms.SocialSecurity.Coverage;

/// <summary>Sentences on who enrols and by when.</summary>
static class Wording
{
    public static string WhoEnrols(EnrolmentRule rule)
    {
        var who = rule.Enroller switch
        {
            Enroller.Employer => "The employer enrols the worker",
            Enroller.Worker => "The worker enrols",
            Enroller.Agency => "The worker enrols, or the agency does",
            Enroller.EmployerOrWorker => "The employer or the worker enrols",
            Enroller.Nobody => "Nobody enrols: it follows from residence",
        };
        return $"{who} {When(rule)}.";
    }

    public static string When(EnrolmentRule rule) => rule switch
    {
        { WithinDays: { } days } => $"within {days} days of the first working day",
        { Due: EnrolmentDue.AfterStart } => "when the work starts",
        { Due: EnrolmentDue.AfterArrival } => "on arrival in the country of work",
        { Due: EnrolmentDue.BeforeDeparture } => "before departure",
        _ => "by a day that the data does not say",
    };
}
