using Gms.Recruitment.Contracts;
using Gms.Recruitment.Costs;
using Gms.Recruitment.Reference;

namespace Gms.Recruitment.Statistics;

/// <summary>In which measure of SDG 10.7.1 a recruitment belongs.</summary>
public enum Measure
{
    /// <summary>The indicator's own population: workers who changed their country of residence.</summary>
    Resident,

    /// <summary>Border, seasonal and short-term workers, whom the indicator leaves out: measured apart.</summary>
    BorderSeasonal,

    /// <summary>Neither: not the first job there, not an employee, or the work never began.</summary>
    None,
}

/// <summary>Whether a recruitment's costs can be counted.</summary>
public enum Countability
{
    Counted,

    /// <summary>The worker has not confirmed that the recorded costs are all.</summary>
    NotConfirmed,

    /// <summary>A payment is in a currency of which nobody stated the equivalent.</summary>
    OtherCurrency,

    /// <summary>The contract names no wage.</summary>
    NoWage,

    /// <summary>So many months of wage that wage or cost is a slip of the pen.</summary>
    Implausible,
}

/// <summary>What one recruitment is for SDG 10.7.1: cost borne ÷ monthly income, of the same worker. Pure.</summary>
/// <param name="Months">The cost in months of the wage; null when it cannot be counted.</param>
sealed record CostMeasure(Measure Measure, Countability Counts, decimal? Months)
{
    /// <summary>A century of wages: nobody paid that.</summary>
    const decimal MostMonths = 1200;

    /// <param name="contract">With its versions.</param>
    /// <param name="others">The worker's other contracts, under every number.</param>
    /// <param name="current">The cost lines that count.</param>
    /// <param name="confirmed">The worker confirmed that they are all.</param>
    /// <param name="indicator">Who and what counts.</param>
    /// <param name="items">The cost items.</param>
    public static CostMeasure Of(Contract contract, IEnumerable<Contract> others, IReadOnlyList<CostLine> current, bool confirmed, CostIndicator indicator, CostItems items)
    {
        var measure = MeasureOf(contract, others, indicator);
        if (!confirmed)
            return new(measure, Countability.NotConfirmed, null);
        // The earnings of the first month: the first version of the contract.
        var wage = ContractText.Parse(contract.Versions.MinBy(v => v.Number)!.Text).Terms.MonthlyWage;
        if (wage.Minor == 0)
            return new(measure, Countability.NoWage, null);
        var borne = CostStatements.OfWorker(current).Where(c => items[c.Item].IsRecruitmentCost).Select(c => c.In(wage.Currency)).ToList();
        if (borne.Contains(null))
            return new(measure, Countability.OtherCurrency, null);
        var months = decimal.Round(borne.Sum(b => (decimal)b!.Minor) / wage.Minor, 6);
        return months > MostMonths ? new(measure, Countability.Implausible, null) : new(measure, Countability.Counted, months);
    }

    static Measure MeasureOf(Contract contract, IEnumerable<Contract> others, CostIndicator indicator)
    {
        if (!Began(contract) || indicator.NotEmployees.Contains(contract.EmploymentType))
            return Measure.None;
        var since = contract.StartsOn.AddYears(-indicator.FirstJobWithinYears);
        if (others.Any(o => Began(o) && o.Destination == contract.Destination && o.StartsOn >= since && (o.StartsOn, o.Id).CompareTo((contract.StartsOn, contract.Id)) < 0))
            return Measure.None;
        return indicator.BorderChannels.Contains(contract.Channel) || indicator.SeasonalEmployment.Contains(contract.EmploymentType) || FeeCap.WholeMonths(contract.StartsOn, contract.EndsOn) < indicator.ResidenceMonths
            ? Measure.BorderSeasonal
            : Measure.Resident;
    }

    static bool Began(Contract contract) => contract.LastDay >= contract.StartsOn;
}
