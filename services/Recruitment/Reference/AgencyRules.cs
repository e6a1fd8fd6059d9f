using System.Text.Json;
using Gms.Platform;

namespace Gms.Recruitment.Reference;

/// <summary>What national law asks of agencies, by regime (country and direction) and day. From agency_rules.json.</summary>
public sealed class AgencyRules
{
    readonly Dictionary<string, Regime> _regimes;

    AgencyRules(IEnumerable<Regime> regimes) => _regimes = regimes.ToDictionary(r => r.Id);

    /// <summary>The law on a day: of each topic the latest rule that has come into effect. Null where the reference knows no law for that direction.</summary>
    public AgencyRegime? Of(string country, bool outbound, DateOnly day) => _regimes.GetValueOrDefault($"{country}-{(outbound ? "OUT" : "IN")}")?.On(day);

    public static AgencyRules Load() => Of(Data.Read("agency_rules.json"));

    internal static AgencyRules Of(JsonElement data) => new(data.GetProperty("regimes").EnumerateArray().Select(regime =>
    {
        var id = regime.GetProperty("id").GetString()!;
        return new Regime(id, regime.GetProperty("law").GetString()!, regime.GetProperty("rules").EnumerateArray()
            .Select(r => (Topic: r.GetProperty("topic").GetString()!, Row: r)).ToLookup(r => r.Topic, r => new Rule(RuleSource.Of($"{id} {r.Topic}", r.Row), r.Row)));
    }));

    sealed record Rule(RuleSource Source, JsonElement Row);

    sealed record Regime(string Id, string Law, ILookup<string, Rule> Rules)
    {
        public AgencyRegime On(DateOnly day)
        {
            var (deposit, months, recovery, licence) = (In("deposit", day), In("licence_validity", day), In("employer_recovery", day), In("licence", day));
            return new(
                Id,
                Law,
                deposit?.Row.Get("value")?.MoneyInWholeUnits(),
                deposit?.Row.Get("value") is { } value && value.Number("per_branch") is { } more && value.Text("currency") is { } currency ? Currency.InMinorUnits(more, currency) : null,
                deposit?.Source,
                months?.Row.Whole("value_months"),
                months?.Source,
                recovery?.Row.Get("value")?.Number("max_share_of_monthly_wage"),
                recovery?.Source,
                licence?.Row.Get("value")?.MoneyInWholeUnits(),
                licence?.Source);
        }

        Rule? In(string topic, DateOnly day) => Rules[topic].Where(r => r.Source.AppliesOn(day)).OrderByDescending(r => r.Source.EffectiveFrom ?? DateOnly.MinValue).FirstOrDefault();
    }
}

/// <summary>One country's law for one direction on a day. A value is null where the reference states none.</summary>
public sealed record AgencyRegime(
    string Id,
    string Law,
    Money? Deposit,
    Money? DepositPerBranch,
    RuleSource? DepositRule,
    int? LicenceMonths,
    RuleSource? LicenceMonthsRule,
    decimal? MaxDeductionShare,
    RuleSource? DeductionRule,
    Money? Capital,
    RuleSource? CapitalRule)
{
    /// <summary>The deposit of an agency with so many branches; null where the law's amount is not known.</summary>
    public Money? DepositWith(int branches) => Deposit is { } own && DepositPerBranch is { } more ? own with { Minor = own.Minor + (branches * more.Minor) } : Deposit;
}
