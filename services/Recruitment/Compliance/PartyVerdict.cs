using Gms.Recruitment.Agencies;
using Gms.Recruitment.Declarations;
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
        ["FR02"] = f => AgencyFindings.Deposit(f.Agency.Country, Deciding(f), f.Reference.Agencies.Of(f.Agency.Country, Deciding(f)?.Outbound ?? true, f.AsOf), f.Acting.Branches),
        ["FR03"] = SubAgents,
        ["FR30"] = f => ComplaintFindings.OfAgency(f.Complaints, f.Record.Since, f.Record.ForAgency),
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

    public static IReadOnlyList<Check> Of(AgencyFacts facts) => Checks(facts.Reference, facts.Record, id => OfAgency.GetValueOrDefault(id)?.Invoke(facts), indicator => VerdictEvidence.Of(facts, indicator), facts.Anonymous);

    public static IReadOnlyList<Check> Of(EmployerFacts facts) => Checks(facts.Reference, facts.Record, id => OfEmployer.GetValueOrDefault(id)?.Invoke(facts), indicator => VerdictEvidence.Of(facts, indicator));

    static Check[] Checks(RecruitmentReference reference, PartyRecord record, Func<string, Finding?> own, Func<Indicator, string> evidence, AnonymousWord? anonymous = null)
    {
        var all = reference.Indicators.All;
        var checks = new Check[all.Count];
        for (var i = 0; i < checks.Length; i++)
            checks[i] = Verdict.Check(all[i], With(own(all[i].Id) ?? record.Of(i), anonymous ?? AnonymousWord.None, all[i].Id, record.ForAgency), evidence(all[i]));
        return checks;
    }

    /// <summary>What workers said without a name proves nothing, and nothing passes beside it: an inspector looks. An agency is not told why.</summary>
    static Finding With(Finding finding, AnonymousWord anonymous, string indicator, bool forAgency)
    {
        if (anonymous.Against(indicator) == 0)
            return finding;
        if (forAgency)
            return finding.Outcome is Outcome.Fail or Outcome.Unknown ? finding : Finding.Unknown("What is on record does not settle it.");
        var message = $"{finding.Message} Of the answers in {anonymous.Statements} statements without a name, {anonymous.Against(indicator)} speak against it.";
        return finding.Outcome == Outcome.Fail ? finding with { Message = message } : Finding.Unknown(message, "An inspector looks into it.");
    }

    static Licence? Deciding(AgencyFacts facts) => facts.Agency.LicenceFor(facts.AsOf, facts.Partner, outbound: null);

    static Finding LicenceValid(AgencyFacts facts)
    {
        var check = LicenceCheck.Of(Deciding(facts), facts.AsOf, facts.Partner);
        return check.Outcome == Outcome.Pass ? Finding.Pass(check.Message) : Finding.Fail(check.Message, check.Remedy);
    }

    /// <summary>What its recruitments came to; where the country's law knows no sub-agents and the agency has some, that alone fails.</summary>
    static Finding SubAgents(AgencyFacts facts)
    {
        var ofRecruitments = facts.Record.Of(facts.Reference.Indicators.PlaceOf("FR03"));
        if (facts.Acting.SubAgents == 0)
            return ofRecruitments;
        var rule = facts.Reference.Licences.SubAgents(facts.Agency.Country, facts.AsOf);
        if (rule.Allowed == false)
            return Finding.Fail($"{facts.Acting.SubAgents} sub-agents act for the agency, which the law does not allow.", "Ask the licensing office.", rule.Source);
        return ofRecruitments with { Message = $"{ofRecruitments.Message} {facts.Acting.SubAgents} sub-agents are registered under its licence." };
    }

    static Finding DueDiligence(AgencyFacts facts) => facts switch
    {
        { Acting.SubAgents: > 0 } when facts.LookedAt >= facts.Employers => Finding.Unknown($"How the agency looked at its {facts.Acting.SubAgents} registered sub-agents is not recorded here.", "Ask the agency."),
        { Employers: 0 } => Finding.NotApplicable("The agency took on no job order in the last 24 months."),
        _ when facts.LookedAt >= facts.Employers => Finding.Pass("Before taking on a job order in the last 24 months the agency kept a verdict on its employer, each time."),
        _ => Finding.Unknown($"Of {facts.Employers} employers whose job orders the agency took on in the last 24 months it kept a verdict on {facts.LookedAt} before each order; it may have looked in another way.", "Keep a verdict on each employer before taking on its order (Verdicts.KeepVerdict)."),
    };

    static Finding EmployerVerified(EmployerFacts facts)
    {
        switch (facts.Employer.StandingOn(facts.AsOf))
        {
            case EmployerStanding.Suspended or EmployerStanding.Withdrawn:
                return Finding.Fail("The labour office of the country of work suspended or withdrew the employer.", "Ask the labour office; no worker may be sent there.");
        }
        if (ContractFindings.NotVerified(facts.Employer, facts.AsOf) is { } unknown)
            return unknown;
        return facts.JobOrders > 0
            ? Finding.Pass($"The employer is accredited by the labour office of the country of work, {facts.JobOrders} of its demand letters are approved and open, and the workplace was visited on {facts.Employer.SiteVisitedOn:yyyy-MM-dd}.")
            : Finding.Unknown($"The employer is accredited and the workplace was visited on {facts.Employer.SiteVisitedOn:yyyy-MM-dd}; no demand letter is approved and open.", "The labour office of the country of work attests it.");
    }
}
