using System.Text.Json;
using Gms.Platform;
using Gms.Recruitment.JobOrders;

namespace Gms.Recruitment.Reference;

/// <summary>Minimum wages, most hours, languages and terms that a contract should have, as dated rows. From contract_standards.json.</summary>
public sealed class ContractStandards
{
    readonly List<MinimumWage> _wages;
    readonly List<MostHours> _hours;
    readonly List<ContractLanguage> _languages;
    readonly List<StandardTerms> _terms;

    ContractStandards(JsonElement data)
    {
        _wages = [.. Rows(data, "minimum_wages").Select(r => new MinimumWage(
            Text(r, "country"), r.Text("subdivision"), Enum.Parse<WagePeriod>(Text(r, "period"), ignoreCase: true), r.MoneyInWholeUnits()!, Source(r)))];
        _hours = [.. Rows(data, "hours").Select(r => new MostHours(Text(r, "country"), r.Whole("max_hours_per_week"), r.Whole("max_days_per_week"), Source(r)))];
        _languages = [.. Rows(data, "languages").Select(r => new ContractLanguage(Text(r, "country"), Text(r, "language"), Source(r)))];
        _terms = [.. Rows(data, "terms").Select(r => new StandardTerms(
            Text(r, "origin"), Text(r, "destination"), Text(r, "channel"), [.. r.GetProperty("items").EnumerateArray().Select(i => Enum.Parse<StandardTerm>(i.GetString()!.Replace("_", "", StringComparison.Ordinal), ignoreCase: true))], Source(r)))];
    }

    /// <summary>The least wage at a place on a day: the province's row before the country's, then the latest. Null where none is known.</summary>
    public MinimumWage? WageIn(string country, string? subdivision, DateOnly day) => Latest(_wages
        .Where(w => w.Country == country && (w.Subdivision is null || w.Subdivision == subdivision)).GroupBy(w => w.Subdivision is null).OrderBy(g => g.Key)
        .Select(g => Latest(g, day)).OfType<MinimumWage>().Take(1), day);

    /// <summary>The most hours and days of a week in a country on a day; null where no rule is known.</summary>
    public MostHours? HoursIn(string country, DateOnly day) => Latest(_hours.Where(h => h.Country == country), day);

    /// <summary>The language that those of a country read; null where no row says it.</summary>
    public ContractLanguage? LanguageOf(string country, DateOnly day) => Latest(_languages.Where(l => l.Country == country), day);

    /// <summary>The terms that a contract of a corridor should have on a day: the narrowest row, then the latest.</summary>
    public StandardTerms? TermsOf(string origin, string destination, string channel, DateOnly day) => _terms
        .Where(t => (t.Origin == origin || t.Origin == "*") && (t.Destination == destination || t.Destination == "*") && (t.Channel == channel || t.Channel == "*") && t.Source.AppliesOn(day))
        .OrderByDescending(t => t.Channel == channel).ThenByDescending(t => t.Destination == destination).ThenByDescending(t => t.Origin == origin).ThenByDescending(t => t.Source.EffectiveFrom ?? DateOnly.MinValue)
        .FirstOrDefault();

    public static ContractStandards Load() => Of(Data.Read("contract_standards.json"));

    internal static ContractStandards Of(JsonElement data) => new(data);

    static T? Latest<T>(IEnumerable<T> rows, DateOnly day) where T : DatedRow =>
        rows.Where(r => r.Source.AppliesOn(day)).OrderByDescending(r => r.Source.EffectiveFrom ?? DateOnly.MinValue).FirstOrDefault();

    static JsonElement.ArrayEnumerator Rows(JsonElement data, string list) => data.GetProperty(list).EnumerateArray();

    static string Text(JsonElement row, string name) => row.GetProperty(name).GetString()!;

    static RuleSource Source(JsonElement row) => RuleSource.Of(Text(row, "id"), row);
}

/// <summary>A row with the day from which it applies.</summary>
public abstract record DatedRow(RuleSource Source);

/// <summary>The least wage for one period; null subdivision for the whole country.</summary>
public sealed record MinimumWage(string Country, string? Subdivision, WagePeriod Period, Money Amount, RuleSource Source) : DatedRow(Source);

/// <summary>The most regular hours and days of a week; null where not known.</summary>
public sealed record MostHours(string Country, int? Hours, int? Days, RuleSource Source) : DatedRow(Source);

/// <summary>The language that those of a country read, BCP 47.</summary>
public sealed record ContractLanguage(string Country, string Language, RuleSource Source) : DatedRow(Source);

/// <summary>The items that a contract of a corridor should have.</summary>
public sealed record StandardTerms(string Origin, string Destination, string Channel, IReadOnlyList<StandardTerm> Items, RuleSource Source) : DatedRow(Source);

/// <summary>One item that a contract may have to have; parties, job, wage, hours and term are always there.</summary>
public enum StandardTerm
{
    Workplace,
    RestDay,
    Deductions,
    Housing,
    Insurance,
    Notice,
    ReturnTravel,
    ComplaintChannel,
}
