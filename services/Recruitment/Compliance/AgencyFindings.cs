using Gms.Recruitment.Agencies;
using Gms.Recruitment.Reference;

namespace Gms.Recruitment.Compliance;

/// <summary>Indicators about the agency and its licence.</summary>
static class AgencyFindings
{
    public static readonly Finding NoAgency = Finding.NotApplicable("No agency takes part: the employer hires directly.");

    public static Finding LicenceValid(RecruitmentFacts facts)
    {
        if (facts.Agency is not { } agency)
            return facts.Corridor is { NeedsAgency: true } ? Finding.Fail($"Recruitment through {facts.Contract.Channel} needs a licensed agency, and none is named.", "Recruit through a licensed agency.") : NoAgency;

        foreach (var (day, what) in new[] { (facts.SentUnder.SignedOn, "signing"), (facts.AsOf, "departure") })
            if (!agency.MaySendTo(facts.Contract.Destination, day))
                return Finding.Fail(
                    $"On the day of {what}, {day:yyyy-MM-dd}, the agency had no valid licence for {facts.Contract.Destination}: {Why(agency, facts.Contract.Destination, day)}.",
                    "Ask the licensing office; the worker may not depart under this licence.");

        return Finding.Pass($"The agency's licence for {facts.Contract.Destination} is valid on the days of signing ({facts.SentUnder.SignedOn:yyyy-MM-dd}) and departure ({facts.AsOf:yyyy-MM-dd}).");
    }

    static string Why(Agency agency, string destination, DateOnly day) => agency.LicenceFor(day, destination, outbound: true) switch
    {
        null => "it has none",
        var licence => licence.StateOn(day) switch
        {
            LicenceState.NotYetValid => "not yet valid",
            LicenceState.Expired => "expired",
            LicenceState.Suspended => "suspended",
            LicenceState.Revoked => "revoked",
            LicenceState.Valid => "not for that country",
        },
    };

    public static Finding DepositHeld(RecruitmentFacts facts) => facts.Agency is { } agency
        ? Deposit(agency.Country, agency.LicenceFor(facts.SentUnder.SignedOn, facts.Contract.Destination, outbound: true), facts.Reference.Agencies.Of(agency.Country, outbound: true, facts.SentUnder.SignedOn), Acting.Of(facts.Representatives, facts.SentUnder.SignedOn).Branches)
        : NoAgency;

    /// <summary>The deposit of a licence against the law of its country on a day, which may ask for more with each branch.</summary>
    public static Finding Deposit(string country, Licence? licence, AgencyRegime? regime, int branches)
    {
        if (licence is null)
            return Finding.Unknown("The agency had no licence.");
        if (regime is not { DepositRule: { } rule })
            return Finding.Unknown($"No rule of {country} on a deposit is known here.");
        if (regime.DepositWith(branches) is not { } least)
            return Finding.Unknown("The amount that the law asks for is not known here.", "Ask the licensing office.", rule);
        if (licence.Deposit is not { } held)
            return Finding.Unknown("The licence does not record a deposit.", "Record the deposit with the licence.", rule);
        if (held.Currency != least.Currency)
            return Finding.Unknown($"The deposit is held in {held.Currency}, the law states {least.Show()}.", "Record it in the law's currency.", rule);

        return held.Minor >= least.Minor
            ? Finding.Pass($"The deposit is at or above {least.Show()}.", rule)
            : Finding.Fail($"The deposit is below {least.Show()}.", "The agency completes the deposit.", rule);
    }

    public static Finding NoOpenSanction(RecruitmentFacts facts)
    {
        if (facts.Agency is not { } agency)
            return NoAgency;
        return OpenSanction(agency, facts.AsOf);
    }

    /// <summary>Of licences whose period covers the day: one that is over is neither reinstated nor used.</summary>
    public static Finding OpenSanction(Agency agency, DateOnly day) => agency.Licences.Any(l => l.CoversDay(day) && l.StateOn(day) is LicenceState.Revoked or LicenceState.Suspended)
        ? Finding.Fail("A licence of the agency is suspended or revoked.", "Ask the licensing office.")
        : Finding.Unknown("No licence of the agency is suspended or revoked; other sanctions are not recorded here.");
}
