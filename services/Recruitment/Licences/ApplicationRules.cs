using Gms.Platform;
using Gms.Recruitment.Agencies;
using Gms.Recruitment.Reference;
using Proto = Gms.Type.V1;

namespace Gms.Recruitment.Licences;

/// <summary>What must hold for an application to be made and decided. Pure: every fact a rule weighs is an argument.</summary>
static class ApplicationRules
{
    /// <param name="application">What is applied for.</param>
    /// <param name="regime">The law of that country and direction on the day of the application; null where none is known.</param>
    /// <param name="renewed">The licence to be renewed; null for a first one.</param>
    /// <param name="today">The day of the application.</param>
    public static IEnumerable<Problem> ToApply(LicenceApplication application, AgencyRegime? regime, Licence? renewed, DateOnly today)
    {
        if (regime is null)
            yield return Problems.AgencyRegimeUnknown(application.Country, application.Outbound);
        if (regime is { Capital: { } least, CapitalRule: { MayBlock: true } rule } && application.Capital is { } capital && capital.Currency == least.Currency && capital.Minor < least.Minor)
            yield return Problems.LicenceCapitalTooLow(least, rule);
        if (renewed is null)
            yield break;

        if (renewed.StateOn(today).Refusal(LicenceStep.Renew) is { } impossible)
            yield return impossible;
        else if (renewed.ValidTo is null)
            yield return Problems.LicenceWithoutEnd();
        if (renewed.Outbound != application.Outbound)
            yield return Problems.LicenceRenewalOtherDirection();
    }

    /// <summary>What could not be decided, or only warns.</summary>
    public static IEnumerable<Proto.Check> Warnings(LicenceApplication application, AgencyRegime regime, Licence? renewed, RenewalNotice? notice, DateOnly today)
    {
        if (regime is { Capital: { } least, CapitalRule: { } rule } && application.Capital?.Currency != least.Currency)
            yield return new()
            {
                Code = "LICENCE_CAPITAL", Outcome = Proto.Outcome.Unknown, Source = rule.ToProto(), Remedy = $"State it in {least.Currency}.",
                Message = application.Capital is null ? $"The law asks for capital of {least.Show()}; none was stated." : $"The law states the capital in {least.Currency}: {least.Show()}.",
            };
        if (renewed?.ValidTo is { } end && notice is not null && today > end.AddDays(-notice.Days))
            yield return new()
            {
                Code = "LICENCE_RENEWAL_NOTICE", Outcome = Proto.Outcome.Fail, Source = notice.Source.ToProto(), Remedy = "The office decides whether it takes a late application.",
                Message = $"The renewal was to be asked for by {end.AddDays(-notice.Days):yyyy-MM-dd}, {notice.Days} days before the end.",
            };
    }

    public static IEnumerable<Problem> ToDecide(LicenceApplication application, string account)
    {
        if (application.Status != ApplicationStatus.Applied)
            yield return Problems.LicenceApplicationDecided(application.Status);
        if (application.Account == account)
            yield return Problems.LicenceOwnApplication();
    }

    /// <summary>What is granted is what was applied for, and a renewal begins when the licence before it has ended.</summary>
    public static IEnumerable<Problem> ToGrant(LicenceApplication application, Licence granted, Licence? renewed, DateOnly today)
    {
        foreach (var country in granted.Countries.Except(application.Countries))
            yield return Problems.LicenceCountryNotAppliedFor(country);
        if (renewed is null)
            yield break;
        // One that is to be stopped until its end has nothing to go on from, though it is valid today.
        if ((renewed.StateOn(today).Refusal(LicenceStep.Renew) ?? renewed.StateOn(renewed.ValidTo ?? today).Refusal(LicenceStep.Renew)) is { } impossible)
            yield return impossible;
        if (renewed.ValidTo is not { } end || granted.ValidFrom <= end)
            yield return Problems.LicenceRenewalNotNext(renewed.ValidTo);
    }

    public static IEnumerable<Problem> ToRevoke(Licence licence, DateOnly from, DateOnly today)
    {
        if (from < today)
            yield return Problems.LicenceRevocationInPast();
        if (licence.RevokedFrom is not null)
            yield return Problems.LicenceAlreadyRevoked();
        else if (licence.StateOn(from).Refusal(LicenceStep.Revoke) is { } impossible)
            yield return impossible;
    }
}
