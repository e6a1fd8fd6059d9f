using Gms.Platform;
using Gms.Recruitment.JobOrders;
using Gms.Recruitment.Reference;
using Proto = Gms.Type.V1;

namespace Gms.Recruitment.Contracts;

/// <summary>Pay and time of a job, as an order or a contract promises them. Days null: not said.</summary>
sealed record Work(Money Wage, WagePeriod Period, int HoursPerWeek, int? DaysPerWeek);

/// <summary>What a standard came to: what must be refused, and what is told. A rule that is not sure enough warns and never refuses.</summary>
sealed record StandardFindings(IReadOnlyList<Problem> Problems, IReadOnlyList<Proto.Check> Checks)
{
    public static StandardFindings operator +(StandardFindings some, StandardFindings others) => new([.. some.Problems, .. others.Problems], [.. some.Checks, .. others.Checks]);
}

/// <summary>A job and a contract held against dated standards: least wage, most hours, terms, languages. Pure: the standards and the day are arguments.</summary>
static class StandardRules
{
    public static StandardFindings OfJob(ContractStandards standards, string country, string? subdivision, Work work, DateOnly day) =>
        Wage(standards.WageIn(country, subdivision, day), country, work) + Hours(standards.HoursIn(country, day), country, work);

    /// <param name="standards">The dated standards.</param>
    /// <param name="text">What the contract says.</param>
    public static StandardFindings OfContract(ContractStandards standards, ContractText text)
    {
        var terms = text.Terms;
        return OfJob(standards, text.Destination, terms.Workplace, new(terms.Wage, terms.WagePeriod, terms.HoursPerWeek, terms.DaysPerWeek), text.StartsOn)
            + new StandardFindings([], [.. Terms(standards, text), .. Language("CONTRACT_WORKERS_LANGUAGE", standards.LanguageOf(text.Origin, text.StartsOn), text), .. Language("CONTRACT_EMPLOYERS_LANGUAGE", standards.LanguageOf(text.Destination, text.StartsOn), text)]);
    }

    static StandardFindings Wage(MinimumWage? least, string country, Work work)
    {
        const string Code = "MINIMUM_WAGE";
        if (least is null)
            return Told(Code, Proto.Outcome.Unknown, $"No minimum wage of {country} is known here for that day.", "Ask the labour office of the country of work.", null);
        if (least.Amount.Currency != work.Wage.Currency)
            return Told(Code, Proto.Outcome.Unknown, $"The minimum wage is stated in {least.Amount.Currency}: {least.Amount.Show()}.", "State the wage in that currency.", least.Source);
        if (IsAtLeast(work, least))
            return Told(Code, Proto.Outcome.Pass, $"The wage is at or above the minimum of {least.Amount.Show()} by the {least.Period.ToString().ToLowerInvariant()}.", "", least.Source);

        return Failed(Problems.ContractWageBelowMinimum(least), Code, $"The wage is below the minimum of {least.Amount.Show()} by the {least.Period.ToString().ToLowerInvariant()}.", "Raise the wage.", least.Source);
    }

    /// <summary>Paid for the same period, the amounts are compared; otherwise both for an average month of the hours and days agreed, without rounding.</summary>
    static bool IsAtLeast(Work work, MinimumWage least) => work.Period == least.Period
        ? work.Wage.Minor >= least.Amount.Minor
        : (decimal)work.Wage.Minor * InAMonth(work, work.Period) >= (decimal)least.Amount.Minor * InAMonth(work, least.Period);

    /// <summary>How many such periods an average month of 52/12 weeks has, times twelve.</summary>
    static decimal InAMonth(Work work, WagePeriod period) => period switch
    {
        WagePeriod.Month => 12,
        WagePeriod.Day => 52 * (work.DaysPerWeek ?? 6),
        WagePeriod.Hour => 52 * work.HoursPerWeek,
    };

    static StandardFindings Hours(MostHours? most, string country, Work work)
    {
        const string Code = "HOURS_OF_WORK";
        if (most?.Hours is not { } hours)
            return Told(Code, Proto.Outcome.Unknown, $"The most hours of work of {country} are not known here.", "Ask the labour office of the country of work.", most?.Source);
        if (work.HoursPerWeek > hours)
            return Failed(Problems.ContractHoursAboveMaximum(hours, most.Source), Code, $"{work.HoursPerWeek} hours a week are above the {hours} of {country}.", "Lower the regular hours; overtime is another thing.", most.Source);
        if (most.Days is { } days && work.DaysPerWeek > days)
            return Failed(Problems.ContractDaysAboveMaximum(days, most.Source), Code, $"{work.DaysPerWeek} days a week are above the {days} of {country}.", "Give a day of rest.", most.Source);
        return Told(Code, Proto.Outcome.Pass, $"Hours and days are within those of {country}.", "", most.Source);
    }

    static IEnumerable<Proto.Check> Terms(ContractStandards standards, ContractText text)
    {
        if (standards.TermsOf(text.Origin, text.Destination, text.Channel, text.StartsOn) is not { } should)
            return [Check("STANDARD_TERMS", Proto.Outcome.Unknown, "No standard terms of this corridor are known here.", "Ask the labour ministry.", null)];
        var missing = should.Items.Where(i => !Has(text.Terms, i)).ToList();
        return missing.Count == 0
            ? [Check("STANDARD_TERMS", Proto.Outcome.Pass, "The contract has every standard term of the corridor.", "", should.Source)]
            : [Check("STANDARD_TERMS", Proto.Outcome.Fail, $"The contract lacks: {string.Join(", ", missing.Select(Words))}.", "Complete the contract before it is signed, or amend it.", should.Source)];
    }

    static IEnumerable<Proto.Check> Language(string code, ContractLanguage? language, ContractText text) => language is null
        ? []
        : Languages.Share([language.Language], text.Languages)
            ? [Check(code, Proto.Outcome.Pass, $"The contract exists in {language.Language}.", "", language.Source)]
            : [Check(code, Proto.Outcome.Fail, $"The contract does not exist in {language.Language}.", "Add the text in that language, and have it signed.", language.Source)];

    internal static bool Has(ContractTerms terms, StandardTerm item) => item switch
    {
        StandardTerm.Workplace => terms.Workplace is not null,
        StandardTerm.RestDay => terms.DaysPerWeek < 7,
        StandardTerm.Deductions => terms.MonthlyDeduction is not null,
        StandardTerm.Housing => terms.Housing is not null,
        StandardTerm.Insurance => terms.InsuranceStated is true,
        StandardTerm.Notice => terms.NoticeDays is not null,
        StandardTerm.ReturnTravel => terms.ReturnTravelPaidBy is not null,
        StandardTerm.ComplaintChannel => terms.ComplaintChannelNamed is true,
    };

    static string Words(StandardTerm item) => item switch
    {
        StandardTerm.Workplace => "place of work",
        StandardTerm.RestDay => "a day of rest",
        StandardTerm.Deductions => "deductions",
        StandardTerm.Housing => "housing",
        StandardTerm.Insurance => "insurance",
        StandardTerm.Notice => "how it can be ended",
        StandardTerm.ReturnTravel => "the way home",
        StandardTerm.ComplaintChannel => "where to complain",
    };

    static StandardFindings Failed(Problem problem, string code, string message, string remedy, RuleSource source) =>
        new(source.MayBlock ? [problem] : [], [Check(code, Proto.Outcome.Fail, message, remedy, source)]);

    static StandardFindings Told(string code, Proto.Outcome outcome, string message, string remedy, RuleSource? source) => new([], [Check(code, outcome, message, remedy, source)]);

    static Proto.Check Check(string code, Proto.Outcome outcome, string message, string remedy, RuleSource? source) =>
        new() { Code = code, Outcome = outcome, Message = message, Remedy = remedy, Source = source?.ToProto() };
}
