using Gms.Recruitment.Reference;

namespace Gms.Recruitment.Compliance;

/// <summary>The records that each indicator of a verdict rests on, by what the indicator is about: kinds and ids. Pure.</summary>
static class VerdictEvidence
{
    /// <summary>More lines are found by Costs.ReviewCosts.</summary>
    const int MostLines = 5;

    public static string Of(RecruitmentFacts facts, Indicator indicator) => indicator.Theme switch
    {
        "licence" or "law" => facts.Agency is { } agency ? Licences(agency) : "",
        "fees" or "travel" => Joined([.. facts.Costs.Take(MostLines).Select(c => $"cost {c.Id}"), Statement(facts)]),
        "debt" or "documents" or "movement" or "information" => Statement(facts),
        "grievance" => Joined([.. facts.Complaints.Take(MostLines).Select(c => $"complaint {c.Id}"), Statement(facts)]),
        "contract" or "deductions" or "return" or "age" => $"contract {facts.Contract.Id} version {facts.Version.Number} {facts.Version.Hash[..12]}",
        "employer" or "job_order" => Joined([$"employer {facts.Contract.EmployerId}", facts.Contract.JobOrderId is { } order ? $"job order {order}" : ""]),
        _ => "",
    };

    public static string Of(AgencyFacts facts, Indicator indicator) => indicator.Theme switch
    {
        "licence" or "law" => Licences(facts.Agency),
        "ethics" => "",
        _ => facts.Record.Evidence,
    };

    public static string Of(EmployerFacts facts, Indicator indicator) => indicator.Theme == "employer" ? $"employer {facts.Employer.Id}" : facts.Record.Evidence;

    static string Licences(Agencies.Agency agency) => Joined([.. agency.Licences.OrderBy(l => l.Number, StringComparer.Ordinal).Take(MostLines).Select(l => $"licence {l.Number}")]);

    static string Statement(RecruitmentFacts facts) => Joined([.. facts.Declarations.Take(MostLines).Select(d => $"declaration {d.Id}")]);

    static string Joined(IReadOnlyList<string> records) => string.Join(", ", records.Where(r => r.Length > 0));
}
