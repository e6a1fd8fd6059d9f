using Gms.Recruitment.Complaints;
using Gms.Recruitment.Contracts;
using Gms.Recruitment.Employers;
using Gms.Recruitment.JobOrders;
using Gms.Recruitment.Reference;
using Outcome = Gms.Type.V1.Outcome;

namespace Gms.Recruitment.Compliance;

/// <summary>Indicators about the contract, the employer and the job order.</summary>
static class ContractFindings
{
    public static Finding Deductions(RecruitmentFacts facts)
    {
        if (facts.Terms.MonthlyDeduction is not { } deduction)
            return Finding.Unknown("The contract does not say what may be deducted for money advanced.", "Add it to the contract.");
        if (deduction.Minor == 0)
            return Finding.Pass("Nothing may be deducted for money advanced.");
        if (facts.Reference.Agencies.Of(facts.Contract.Destination, outbound: false, facts.Contract.StartsOn) is not { MaxDeductionShare: { } share, DeductionRule: { } rule })
            return Finding.Unknown($"No limit of {facts.Contract.Destination} on deductions is known here.", "Ask the labour office of the country of work.");

        return deduction.Minor <= facts.Terms.MonthlyWage.Minor * share
            ? Finding.Pass($"The deduction of {deduction.Show()} a month is within {share:0%} of the wage.", rule)
            : Finding.Fail($"The deduction of {deduction.Show()} a month is above {share:0%} of the wage.", "The employer lowers the deduction.", rule);
    }

    public static Finding SignedAndReadable(RecruitmentFacts facts)
    {
        if (facts.Version.SignedOn > facts.AsOf)
            return Finding.Fail($"The contract was signed on {facts.Version.SignedOn:yyyy-MM-dd}, after the departure.", "Sign the contract before the departure.");
        if (facts.Declaration is { } asked && !Languages.Share(facts.Version.Languages, asked.Languages))
            return Finding.Fail("The contract exists in no language that the worker reads.", "Give the worker the contract in the worker's own language.");
        if (Signature(facts, ContractParty.Worker) is not { } worker || Signature(facts, ContractParty.Employer) is not { } employer)
            return Finding.Unknown($"The signatures of worker and employer under version {facts.Version.Number} are not both recorded by {facts.AsOf:yyyy-MM-dd}.", "Have it read and signed, and record it: Contracts.SignContract.");

        var signed = $"Version {facts.Version.Number} is signed by the worker on {worker.SignedOn:yyyy-MM-dd} (recorded by {RecordedBy(worker)}) and by the employer on {employer.SignedOn:yyyy-MM-dd} (recorded by {RecordedBy(employer)})";
        return facts.Declaration is null
            ? Finding.Unknown($"{signed}; which language the worker reads has not been asked.", "Record the worker's declaration, taken without the agency present.")
            : Finding.Pass($"{signed}, in a language the worker reads.");
    }

    static ContractSignature? Signature(RecruitmentFacts facts, ContractParty party) => facts.Version.Signatures.FirstOrDefault(s => s.Party == party && s.SignedOn <= facts.AsOf);

    static string RecordedBy(ContractSignature signature) => signature.Organisation.Length == 0 ? "the worker's own account" : $"organisation {signature.Organisation}";

    public static Finding MinimumItems(RecruitmentFacts facts)
    {
        var missing = string.Join(", ", facts.Terms.Missing());
        return missing.Length == 0
            ? Finding.Pass("The contract has every minimum item.")
            : Finding.Fail($"The contract lacks: {missing}.", "Complete the contract.");
    }

    public static Finding NotSubstituted(RecruitmentFacts facts)
    {
        var complaints = facts.Complaints.Where(c => c is { Category: ComplaintCategory.ContractDiffers, CountsAgainst: true } && !TermsKept(c)).ToList();
        var worse = complaints.SelectMany(c => c.Differences).Where(d => d.Worse).Select(d => d.Field).Distinct().Order(StringComparer.Ordinal).ToList();
        if (worse.Count > 0)
            return Finding.Fail($"A contract was shown that differs to the worker's disadvantage in: {string.Join(", ", worse)}.", "The worker is due what the registered contract says; an inspector looks into it.");
        if (complaints.Any(c => c is { IsUpheld: true }))
            return Finding.Fail("It was decided that the worker was given another contract than the registered one.", "The worker is due what the registered contract says.");
        if (complaints.Count > 0)
            return Finding.Unknown("Another contract was shown; whether it is worse has not been settled.", "Settle the complaint.");
        var first = facts.Contract.Versions.MinBy(v => v.Number)!;
        // The latest, whatever the day: terms that were changed on arrival are what is looked for.
        var latest = facts.Contract.Versions.MaxBy(v => v.Number)!;
        if (latest.Number == first.Number)
            return Finding.NotApplicable("No second version of the contract is registered that could differ from the first.");
        worse = [.. ContractComparison.Of(ContractText.Parse(first.Text), first.Hash, ShownContract.Of(ContractText.Parse(latest.Text).Terms)).Where(d => d.Worse).Select(d => d.Field).Order(StringComparer.Ordinal)];
        return worse.Count > 0
            ? Finding.Fail($"Version {latest.Number} is worse for the worker than version {first.Number} in: {string.Join(", ", worse)}.", "The worker is due what was signed before the departure.")
            : Finding.Pass($"Version {latest.Number} is nowhere worse for the worker than version {first.Number} in wage, hours, days and deduction.");
    }

    /// <summary>It was decided that the worker has the terms that were signed, and somebody other than the agency confirms it.</summary>
    static bool TermsKept(Complaint complaint) => complaint is { IsUpheld: true, Remedy: ComplaintRemedy.ContractKept, State: ComplaintState.Remedied or ComplaintState.Closed };

    /// <summary>By the dated minimum of the place of work. That co-workers have the same cannot be told, and is not claimed.</summary>
    public static Finding Wage(RecruitmentFacts facts)
    {
        var terms = facts.Terms;
        if (facts.Reference.Standards.WageIn(facts.Contract.Destination, terms.Workplace, facts.Contract.StartsOn) is not { } least)
            return Finding.Unknown($"The wage is {terms.Wage.Show()} by the {terms.WagePeriod.ToString().ToLowerInvariant()}; the minimum wage of {terms.Workplace ?? facts.Contract.Destination} is not known here.", "Compare it with the minimum wage of the province.");
        var check = StandardRules.OfJob(facts.Reference.Standards, facts.Contract.Destination, terms.Workplace, new(terms.Wage, terms.WagePeriod, terms.HoursPerWeek, terms.DaysPerWeek), facts.Contract.StartsOn)
            .Checks.Single(c => c.Code == "MINIMUM_WAGE");
        // Without the province a wage above the country's row may be below that of the place.
        return check.Outcome == Outcome.Pass && terms.Workplace is null
            ? Finding.Unknown("The contract names no place of work, whose minimum wage may be higher.", "Add it to the contract.", least.Source)
            : new(check.Outcome, check.Message, check.Remedy, least.Source);
    }

    public static Finding Registered(RecruitmentFacts facts)
    {
        var contract = facts.Contract;
        if (contract.LastDay < contract.StartsOn)
            return Finding.Fail("The contract was ended before the work began.", "Register the new contract.");
        if (contract.Status == ContractStatus.Ended && contract.LastDay < facts.AsOf)
            return Finding.Fail($"The contract ended on {contract.LastDay:yyyy-MM-dd}.", "Register the new contract.");
        if (contract.LastDay < facts.AsOf)
            return Finding.Fail($"The contract's term was over on {contract.LastDay:yyyy-MM-dd}.", "Register the extension.");
        return Finding.Pass($"Version {facts.Version.Number} is registered; its text has the hash {facts.Version.Hash[..12]}…");
    }

    public static Finding EmployerVerified(RecruitmentFacts facts)
    {
        if (facts.Contract.JobOrder is null && facts.Corridor is { NeedsJobOrder: true })
            return Finding.Fail("The channel needs an approved demand letter, and there is none.", "The employer asks the labour office for approval.");
        if (facts.Contract.Employer!.IsStoppedOn(facts.AsOf))
            return Finding.Fail("The labour office of the country of work suspended or withdrew the employer.", "Ask the labour office; the worker may not be sent there.");
        if (facts.Contract.JobOrder is { Status: not JobOrderStatus.Attested })
            return Finding.Fail("The demand letter is not approved.", "The labour office of the country of work attests it.");

        if (NotVerified(facts.Contract.Employer!, facts.AsOf) is { } unknown)
            return unknown;
        var letter = facts.Contract.JobOrder is { } order ? $"the demand letter is approved ({order.AttestationNumber})" : "the channel needs no demand letter";
        return Finding.Pass($"The employer is accredited by the labour office of the country of work; {letter}; the workplace was visited on {facts.Contract.Employer!.SiteVisitedOn:yyyy-MM-dd}.");
    }

    /// <summary>What is missing before an employer that is not stopped counts as verified on the day: the accreditation and a visit; null when nothing is.</summary>
    public static Finding? NotVerified(Employer employer, DateOnly day)
    {
        const string accredit = "The labour office of the country of work accredits it.";
        return employer.StandingOn(day) switch
        {
            null => Finding.Unknown("The employer is registered; the labour office of the country of work has recorded no accreditation.", accredit),
            EmployerStanding.Expired => Finding.Unknown("The employer's accreditation is over.", accredit),
            _ when employer.SiteVisitedOn is not { } visited || visited > day => Finding.Unknown("The employer is accredited by the labour office of the country of work; no visit of the workplace is recorded.", "The labour office visits the workplace."),
            _ => null,
        };
    }

    public static Finding WithinJobOrder(RecruitmentFacts facts) => facts.Contract.JobOrder is { } order
        ? Finding.Pass($"The contract is for the approved job and holds one of the {order.Places} approved places.")
        : Finding.NotApplicable("There is no job order.");

    public static Finding OldEnough(RecruitmentFacts facts)
    {
        var minimum = MinimumAge.For(facts.Corridor, facts.Reference.Indicators);
        return minimum.IsUnder(facts.Contract.WorkerBorn, facts.Contract.StartsOn) switch
        {
            false => Finding.Pass($"The worker is {minimum.Years} or older on the first day of work.", minimum.Source),
            true => Finding.Fail($"The worker is younger than {minimum.Years} on the first day of work.", "The worker may not be sent; refer a child to the social welfare office.", minimum.Source),
            null => Finding.Unknown("The birth date is not known well enough to say.", "Complete the birth date in the worker's record.", minimum.Source),
        };
    }

    public static Finding WayHome(RecruitmentFacts facts) => facts.Terms.ReturnTravelPaidBy switch
    {
        null => Finding.Unknown("The contract does not say who pays the way home.", "Add it to the contract."),
        Costs.Payer.Worker or Costs.Payer.Family => Finding.Fail("The worker pays the way home.", "The employer or agency takes over the cost."),
        _ => Finding.Pass("The way home is not at the worker's cost."),
    };
}
