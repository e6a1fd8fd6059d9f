using Gms.Platform;
using Gms.Recruitment.Agencies;
using Gms.Recruitment.Employers;
using Gms.Recruitment.Reference;

namespace Gms.Recruitment.JobOrders;

/// <summary>What must hold for a job order to be registered and attested. Pure: every fact a rule weighs is an argument.</summary>
static class JobOrderRules
{
    public static IEnumerable<Problem> ToRegister(JobOrder order, Corridor? corridor, Agency? agency, IReadOnlyList<Agency> further, Employer? employer, DateOnly today)
    {
        if (corridor is null)
            yield return Problems.JobOrderCorridorUnknown(order.Origin, order.Country, order.Channel);
        else if (corridor.NeedsAgency && agency is null)
            yield return Problems.JobOrderAgencyRequired(corridor);

        if (agency is not null && agency.Country != order.Origin)
            yield return Problems.JobOrderAgencyOfOtherCountry(order.Origin);
        else if (agency is not null && !agency.MaySendTo(order.Country, today))
            yield return Problems.JobOrderAgencyNotLicensed(today);

        if (agency is null && further.Count > 0)
            yield return Problems.JobOrderFurtherAlone();
        foreach (var other in further)
            if (other.Country != order.Origin)
                yield return Problems.JobOrderAgencyOfOtherCountry(order.Origin, "further_agency_ids");
            else if (!other.MaySendTo(order.Country, today))
                yield return Problems.JobOrderAgencyNotLicensed(today, "further_agency_ids");
        if (employer?.IsStoppedOn(today) is true)
            yield return Problems.JobOrderEmployerStopped(today);
        if (order.Wage.Minor == 0)
            yield return Problems.JobOrderWageMissing();
        if (order.OpenUntil < today)
            yield return Problems.JobOrderPeriodPast();
    }

    public static IEnumerable<Problem> ToAttest(JobOrder order, Employer? employer, DateOnly today)
    {
        if (order.ClosedOn is { } closed)
            yield return Problems.JobOrderClosed(closed);
        if (employer?.IsStoppedOn(today) is true)
            yield return Problems.JobOrderEmployerStopped(today);
        if (order.Status != JobOrderStatus.Registered)
            yield return Problems.JobOrderAlreadyAttested();
        if (order.OpenUntil < today)
            yield return Problems.JobOrderPeriodPast();
    }

    public static IEnumerable<Problem> ToClose(JobOrder order, DateOnly from, DateOnly today)
    {
        if (order.ClosedOn is { } closed)
            yield return Problems.JobOrderClosed(closed);
        if (from < today)
            yield return Problems.JobOrderClosedInPast();
    }
}
