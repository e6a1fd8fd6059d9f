using Gms.Platform;
using Gms.Recruitment.JobOrders;

namespace Gms.Recruitment.Contracts;

/// <summary>The contract that a worker has in hand, as far as it was read. Null is a field that was not compared.</summary>
sealed record ShownContract(string? Hash, Guid? EmployerId, string? Occupation, Money? Wage, WagePeriod? WagePeriod, int? HoursPerWeek, int? DaysPerWeek, Money? MonthlyDeduction)
{
    public bool HasFields => (EmployerId, Occupation, Wage, HoursPerWeek, DaysPerWeek, MonthlyDeduction) is not (null, null, null, null, null, null);

    /// <summary>Terms in the place of others: what is compared of two versions of one contract.</summary>
    public static ShownContract Of(ContractTerms terms) => new(null, null, null, terms.Wage, terms.WagePeriod, terms.HoursPerWeek, terms.DaysPerWeek, terms.MonthlyDeduction);

    /// <summary>The registered text with what was shown in its place: the version in hand, as far as it was read.</summary>
    public ContractText Over(ContractText registered) => registered with
    {
        EmployerId = EmployerId ?? registered.EmployerId,
        Occupation = Occupation ?? registered.Occupation,
        Terms = registered.Terms with
        {
            Wage = Wage ?? registered.Terms.Wage,
            WagePeriod = WagePeriod ?? registered.Terms.WagePeriod,
            HoursPerWeek = HoursPerWeek ?? registered.Terms.HoursPerWeek,
            DaysPerWeek = DaysPerWeek ?? registered.Terms.DaysPerWeek,
            MonthlyDeduction = MonthlyDeduction ?? registered.Terms.MonthlyDeduction,
        },
    };
}

/// <summary>Whether the contract in hand is the one registered: its hash first, then field by field. Pure.</summary>
static class ContractComparison
{
    public static IReadOnlyList<ContractDifference> Of(ContractText registered, string registeredHash, ShownContract shown) =>
        shown.Hash == registeredHash ? [] : [.. Hash(registeredHash, shown), .. Fields(registered, shown)];

    /// <summary>Another text is a difference even where every field that was read agrees: something else was changed.</summary>
    static IEnumerable<ContractDifference> Hash(string registered, ShownContract shown)
    {
        if (shown.Hash is { } hash)
            yield return new("hash", registered, hash, Worse: false);
    }

    static IEnumerable<ContractDifference> Fields(ContractText registered, ShownContract shown)
    {
        var terms = registered.Terms;
        if (shown.EmployerId is { } employer && employer != registered.EmployerId)
            yield return new("employer_id", registered.EmployerId.ToString(), employer.ToString(), Worse: true);    // the licence, the order and the permit name the other one
        if (shown.Occupation is { } occupation && occupation != registered.Occupation)
            yield return new("occupation", registered.Occupation, occupation, Worse: true);
        if (shown.Wage is { } wage && (wage, shown.WagePeriod ?? terms.WagePeriod) != (terms.Wage, terms.WagePeriod))
            yield return new("wage", Pay(terms.Wage, terms.WagePeriod), Pay(wage, shown.WagePeriod ?? terms.WagePeriod), IsLess(shown.Over(registered).Terms, terms));
        if (shown.HoursPerWeek is { } hours && hours != terms.HoursPerWeek)
            yield return new("hours_per_week", $"{terms.HoursPerWeek}", $"{hours}", hours > terms.HoursPerWeek);
        if (shown.DaysPerWeek is { } days && days != terms.DaysPerWeek)
            yield return new("days_per_week", $"{terms.DaysPerWeek}", $"{days}", days > terms.DaysPerWeek);
        if (shown.MonthlyDeduction is { } deduction && deduction != terms.MonthlyDeduction)
            yield return new("monthly_deduction", terms.MonthlyDeduction is { } agreed ? Amount(agreed) : "none stated", Amount(deduction),
                deduction.Currency != terms.MonthlyDeduction?.Currency || deduction.Minor > terms.MonthlyDeduction.Minor);
    }

    /// <summary>Wages are compared for a month; one in another currency cannot be, and counts as worse.</summary>
    static bool IsLess(ContractTerms shown, ContractTerms registered) =>
        shown.Wage.Currency != registered.Wage.Currency || shown.MonthlyWage.Minor < registered.MonthlyWage.Minor;

    static string Pay(Money wage, WagePeriod period) => $"{Amount(wage)} a {period.ToString().ToLowerInvariant()}";

    static string Amount(Money money) => $"{money.Minor} {money.Currency}";
}
