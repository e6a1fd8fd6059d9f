using Gms.Recruitment.Agencies;
using Gms.Recruitment.Employers;
using Gms.Recruitment.Reference;
using Gms.Type.V1;

namespace Gms.Recruitment.Compliance;

/// <summary>
/// The verdict on an agency or an employer: what is on record of itself, and of each other indicator what its recruitments came to. Pure: the same facts
/// give the same verdict.
/// </summary>
static class PartyVerdict
{
    static readonly Dictionary<string, Func<AgencyFacts, Finding>> OfAgency = new()
    {
        ["FR01"] = LicenceValid,
        ["FR02"] = f => AgencyFindings.Deposit(f.Agency.Country, Deciding(f), f.Reference.Agencies.Of(f.Agency.Country, Deciding(f)?.Outbound ?? true)),
        ["FR30"] = f => ComplaintFindings.OfAgency(f.Complaints, f.Record.ForAgency),
        ["FR36"] = f => AgencyFindings.OpenSanction(f.Agency, f.AsOf),
        ["FR37"] = DueDiligence,
        ["FR38"] = f => f.Agency.Country == "MM" ? Finding.Unknown("How quotas and exit rules were applied is not recorded here.") : Finding.NotApplicable("The rule is about Myanmar's quotas and exit rules."),
    };

    static readonly Dictionary<string, Func<EmployerFacts, Finding>> OfEmployer = new()
    {
        ["FR01"] = _ => Finding.NotApplicable("The rule is about agencies."),
        ["FR02"] = _ => Finding.NotApplicable("The rule is about agencies."),
        ["FR19"] = EmployerVerified,
        ["FR36"] = _ => Finding.NotApplicable("The rule is about agencies."),
        ["FR37"] = _ => Finding.NotApplicable("The rule is about agencies."),
    };

    public static IReadOnlyList<Check> Of(AgencyFacts facts) => Checks(facts.Reference, facts.Record, id => OfAgency.GetValueOrDefault(id)?.Invoke(facts), indicator => VerdictEvidence.Of(facts, indicator));

    public static IReadOnlyList<Check> Of(EmployerFacts facts) => Checks(facts.Reference, facts.Record, id => OfEmployer.GetValueOrDefault(id)?.Invoke(facts), indicator => VerdictEvidence.Of(facts, indicator));

    static Check[] Checks(RecruitmentReference reference, PartyRecord record, Func<string, Finding?> own, Func<Indicator, string> evidence)
    {
        var all = reference.Indicators.All;
        var checks = new Check[all.Count];
        for (var i = 0; i < checks.Length; i++)
            checks[i] = Verdict.Check(all[i], own(all[i].Id) ?? record.Of(i), evidence(all[i]));
        return checks;
    }

    static Licence? Deciding(AgencyFacts facts) => facts.Agency.LicenceFor(facts.AsOf, facts.Partner, outbound: null);

    static Finding LicenceValid(AgencyFacts facts)
    {
        var check = LicenceCheck.Of(Deciding(facts), facts.AsOf, facts.Partner);
        return check.Outcome == Outcome.Pass ? Finding.Pass(check.Message) : Finding.Fail(check.Message, check.Remedy);
    }

    static Finding DueDiligence(AgencyFacts facts) => facts switch
    {
        { Employers: 0 } => Finding.NotApplicable("The agency took on no job order in the last 24 months."),
        _ when facts.LookedAt >= facts.Employers => Finding.Pass("The agency kept a verdict on every employer whose job order it took on in the last 24 months."),
        _ => Finding.Unknown($"The agency kept a verdict on {facts.LookedAt} of {facts.Employers} employers whose job orders it took on in the last 24 months; it may have looked in another way.", "Keep a verdict on each employer before taking on its order (Verdicts.KeepVerdict)."),
    };

    static Finding EmployerVerified(EmployerFacts facts)
    {
        switch (facts.Employer.StandingOn(facts.AsOf))
        {
            case EmployerStanding.Suspended or EmployerStanding.Withdrawn:
                return Finding.Fail("The labour office of the country of work suspended or withdrew the employer.", "Ask the labour office; no worker may be sent there.");
            case EmployerStanding.Expired:
                return Finding.Unknown("The employer's accreditation is over.", "The labour office of the country of work accredits it anew.");
        }
        if (facts.Employer.SiteVisitedOn is not { } visited || visited > facts.AsOf)
            return Finding.Unknown("The employer is registered by the labour office of the country of work; no visit of the workplace is recorded.", "The labour office visits the workplace.");
        return facts.JobOrders > 0
            ? Finding.Pass($"The employer is registered by the labour office of the country of work, {facts.JobOrders} of its demand letters are approved, and the workplace was visited on {visited:yyyy-MM-dd}.")
            : Finding.Unknown($"The employer is registered and the workplace was visited on {visited:yyyy-MM-dd}; no demand letter is approved and open.", "The labour office of the country of work attests it.");
    }
}
