using Gms.Recruitment.Agencies;
using Gms.Recruitment.Employers;
using Gms.Recruitment.Reference;
using Gms.Type.V1;

namespace Gms.Recruitment.Contracts;

/// <summary>What Recruitment holds of a contract whose work has not begun.</summary>
sealed record PreparationFacts(
    Contract Contract, ContractVersion Version, Agency Agency, Employer Employer, bool CostsStated, bool StatementMade, MinimumAge MinimumAge, ContractStandards Standards, DateOnly Today);

/// <summary>What is missing before a worker can depart, as far as Recruitment knows. Pure: every fact is an argument.</summary>
static class PreparationRules
{
    /// <summary>What other services hold, or what only the departure itself decides.</summary>
    public static IReadOnlyList<string> NotLookedAt { get; } =
    [
        "Travel document, visa and work permit: the departure checks them.",
        "Insurance for the days of work: SocialSecurity, Coverage.CheckCoverage.",
        "Orientation and its certificate: DepartureOrientation, Certificates.VerifyCertificate.",
        "Whether costs are within the law, complaints, and what the worker said: Compliance.VerifyRecruitment.",
        "Changes of the worker's record since the contract was registered.",
    ];

    public static IEnumerable<Check> Missing(PreparationFacts facts) =>
        [.. Signatures(facts), .. Parties(facts), .. Worker(facts), .. StandardRules.OfContract(facts.Standards, ContractText.Parse(facts.Version.Text)).Checks.Where(c => c.Outcome is not Outcome.Pass)];

    static IEnumerable<Check> Signatures(PreparationFacts facts)
    {
        if (!facts.Version.IsSignedBy(ContractParty.Worker))
            yield return Told("CONTRACT_SIGNED_BY_WORKER", Outcome.Fail, $"No signature of the worker under version {facts.Version.Number} is recorded.", "Have it read and signed, and record it: Contracts.SignContract.");
        if (!facts.Version.IsSignedBy(ContractParty.Employer))
            yield return Told("CONTRACT_SIGNED_BY_EMPLOYER", Outcome.Fail, $"No signature of the employer under version {facts.Version.Number} is recorded.", "Ask the employer to sign, and record it: Contracts.SignContract.");
    }

    static IEnumerable<Check> Parties(PreparationFacts facts)
    {
        var contract = facts.Contract;
        var day = contract.StartsOn > facts.Today ? contract.StartsOn : facts.Today;
        if (!facts.Agency.MaySendTo(contract.Destination, facts.Today))
            yield return Told("AGENCY_LICENCE", Outcome.Fail, $"Today, on {facts.Today:yyyy-MM-dd}, the agency has no valid licence for {contract.Destination}.", "Ask the licensing office; nobody may depart under this licence.");
        else if (!facts.Agency.MaySendTo(contract.Destination, day))
            yield return Told("AGENCY_LICENCE", Outcome.Fail, $"On {day:yyyy-MM-dd} the agency has no valid licence for {contract.Destination}.", "Apply for the renewal, or plan the departure within the licence.");

        if (facts.Employer.IsStoppedOn(day) || facts.Employer.IsStoppedOn(facts.Today))
            yield return Told("EMPLOYER_STOPPED", Outcome.Fail, "The labour office of the country of work has stopped the employer.", "Ask the labour office; transfer the worker to another employer.");
        else if (EmployerRules.Accreditation(facts.Employer, day) is { } accreditation)
            yield return accreditation;
    }

    static IEnumerable<Check> Worker(PreparationFacts facts)
    {
        if (facts.MinimumAge.IsUnder(facts.Contract.WorkerBorn, facts.Contract.StartsOn) is null)
            yield return Told("WORKER_AGE", Outcome.Unknown, "The birth date is not known well enough to say whether the worker is old enough.", "Complete the birth date in the worker's record, then register the contract anew.");
        if (!facts.CostsStated)
            yield return Told("COSTS_STATED", Outcome.Unknown, "Nobody has stated what was paid for this recruitment, and by whom.", "Record each cost as it is paid: Costs.RecordCost.");
        if (!facts.StatementMade)
            yield return Told("WORKERS_STATEMENT", Outcome.Unknown, "The worker has not been asked, without the agency, how the recruitment went.", "Let the worker know where to go: it is taken by a ministry or civil society, never by the agency.");
    }

    static Check Told(string code, Outcome outcome, string message, string remedy) => new() { Code = code, Outcome = outcome, Message = message, Remedy = remedy };
}
