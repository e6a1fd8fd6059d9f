using Gms.Platform;
using Gms.Recruitment.Licences;
using Gms.Recruitment.Reference;
using Proto = Gms.Type.V1;

namespace Gms.Recruitment.Agencies;

/// <summary>What must hold for a licence to be granted, suspended or reinstated. Pure: every fact a rule weighs is an argument.</summary>
static class LicenceRules
{
    /// <param name="licence">What is to be granted.</param>
    /// <param name="regime">The law of that country and direction on the licence's first day; null where none is known.</param>
    /// <param name="branches">How many branches the agency has on that day: some deposits count them.</param>
    public static IEnumerable<Problem> ToGrant(Licence licence, AgencyRegime? regime, int branches = 0)
    {
        if (regime is null)
            yield return Problems.AgencyRegimeUnknown(licence.Country, licence.Outbound);

        if (licence.ValidTo < licence.ValidFrom)
            yield return Problems.AgencyLicenceEndsBeforeStart();
        else if (regime is { LicenceMonths: { } months, LicenceMonthsRule: { MayBlock: true } rule } && TooLong(licence, months))
            yield return Problems.AgencyLicenceTooLong(months, rule);

        if (regime is { DepositRule: { MayBlock: true } deposit } && regime.DepositWith(branches) is { } least && TooLow(licence.Deposit, least))
            yield return Problems.AgencyDepositTooLow(least, deposit);
    }

    /// <summary>What could not be decided, or only warns: the value is not known, or not surely enough to refuse.</summary>
    public static IEnumerable<Proto.Check> Warnings(Licence licence, AgencyRegime regime, int branches = 0)
    {
        if (regime.DepositRule is { } deposit)
        {
            if (regime.DepositWith(branches) is not { } least)
                yield return Unknown("AGENCY_DEPOSIT", "The law asks for a deposit; its amount is not known here.", deposit);
            else if (licence.Deposit is null)
                yield return Unknown("AGENCY_DEPOSIT", $"The law asks for a deposit of {least.Show()}; none was recorded.", deposit);
            else if (licence.Deposit.Currency != least.Currency)
                yield return Unknown("AGENCY_DEPOSIT", $"The law states the deposit in {least.Currency}: {least.Show()}.", deposit);
        }
        if (regime.LicenceMonthsRule is { } period)
        {
            if (regime.LicenceMonths is not { } months)
                yield return Unknown("AGENCY_LICENCE_PERIOD", "The period for which the law allows a licence is not known here.", period);
            else if (!period.MayBlock && TooLong(licence, months))
                yield return new() { Code = "AGENCY_LICENCE_PERIOD", Outcome = Proto.Outcome.Fail, Message = $"The licence is longer than {months} months, which may be the most.", Remedy = "Confirm the period with the law.", Source = period.ToProto() };
        }
    }

    public static IEnumerable<Problem> ToSuspend(Licence licence, DateOnly from, DateOnly today)
    {
        if (from < today)
            yield return Problems.LicenceSuspensionInPast();
        if (licence.StateOn(from).Refusal(LicenceStep.Suspend) is { } impossible)
            yield return impossible;
        else if (licence.Suspensions.Any(s => s.IsOpenOn(from)))    // one that begins later
            yield return Problems.LicenceAlreadySuspended();
    }

    public static IEnumerable<Problem> ToReinstate(Licence licence, DateOnly from, DateOnly today)
    {
        if (from < today)
            yield return Problems.LicenceReinstatedInPast();
        if (licence.Suspensions.SingleOrDefault(s => s.Until is null) is not { } open)
            yield return Problems.LicenceNotSuspended();
        else if (licence.StateOn(from < open.From ? open.From : from).Refusal(LicenceStep.Reinstate) is { } impossible)
            yield return impossible;
    }

    static bool TooLong(Licence licence, int months) => licence.ValidTo is not { } to || to >= licence.ValidFrom.AddMonths(months);

    static bool TooLow(Money? deposit, Money least) => deposit is not null && deposit.Currency == least.Currency && deposit.Minor < least.Minor;

    static Proto.Check Unknown(string code, string message, RuleSource source) =>
        new() { Code = code, Outcome = Proto.Outcome.Unknown, Message = message, Remedy = "Ask the licensing office.", Source = source.ToProto() };
}
