using Gms.Platform;

namespace Gms.Recruitment.Reference;

/// <summary>What national law asks of agencies, by regime (country and direction). From agency_rules.json.</summary>
public sealed class AgencyRules
{
    readonly Dictionary<string, AgencyRegime> _regimes;

    AgencyRules(IEnumerable<AgencyRegime> regimes) => _regimes = regimes.ToDictionary(r => r.Id);

    /// <summary>Null where the reference knows no law for that direction.</summary>
    public AgencyRegime? Of(string country, bool outbound) => _regimes.GetValueOrDefault($"{country}-{(outbound ? "OUT" : "IN")}");

    public static AgencyRules Load() => new(Data.Read("agency_rules.json").GetProperty("regimes").EnumerateArray().Select(regime =>
    {
        var id = regime.GetProperty("id").GetString()!;
        var rules = regime.GetProperty("rules").EnumerateArray().ToLookup(r => r.GetProperty("topic").GetString()!);
        RuleSource? Source(string topic) => rules[topic].Select(r => RuleSource.Of($"{id} {topic}", r)).FirstOrDefault();

        return new AgencyRegime(
            id,
            regime.GetProperty("law").GetString()!,
            rules["deposit"].Select(r => r.Get("value")?.MoneyInWholeUnits()).FirstOrDefault(),
            Source("deposit"),
            rules["licence_validity"].Select(r => r.Whole("value_months")).FirstOrDefault(),
            Source("licence_validity"),
            rules["employer_recovery"].Select(r => r.Get("value")?.Number("max_share_of_monthly_wage")).FirstOrDefault(),
            Source("employer_recovery"));
    }));
}

/// <summary>One country's law for one direction. A value is null where the reference states none.</summary>
public sealed record AgencyRegime(
    string Id,
    string Law,
    Money? Deposit,
    RuleSource? DepositRule,
    int? LicenceMonths,
    RuleSource? LicenceMonthsRule,
    decimal? MaxDeductionShare,
    RuleSource? DeductionRule);
