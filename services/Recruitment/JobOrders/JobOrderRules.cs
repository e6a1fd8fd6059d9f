using Gms.Platform;
using Gms.Recruitment.Agencies;
using Gms.Recruitment.Reference;

namespace Gms.Recruitment.JobOrders;

/// <summary>What must hold for a job order to be registered and attested. Pure: every fact a rule weighs is an argument.</summary>
static class JobOrderRules
{
    public static IEnumerable<Problem> ToRegister(JobOrder order, Corridor? corridor, Agency? agency, DateOnly today)
    {
        if (corridor is null)
            yield return Problems.JobOrderCorridorUnknown(order.Origin, order.Country, order.Channel);
        else if (corridor.NeedsAgency && agency is null)
            yield return Problems.JobOrderAgencyRequired(corridor);

        if (agency is not null && agency.Country != order.Origin)
            yield return Problems.JobOrderAgencyOfOtherCountry(order.Origin);
        else if (agency is not null && !agency.MaySendTo(order.Country, today))
            yield return Problems.JobOrderAgencyNotLicensed(today);

        if (order.OpenUntil < today)
            yield return Problems.JobOrderPeriodPast();
    }

    public static IEnumerable<Problem> ToAttest(JobOrder order, DateOnly today)
    {
        if (order.Status != JobOrderStatus.Registered)
            yield return Problems.JobOrderAlreadyAttested();
        if (order.OpenUntil < today)
            yield return Problems.JobOrderPeriodPast();
    }
}
