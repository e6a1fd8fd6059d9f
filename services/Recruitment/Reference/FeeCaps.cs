using Gms.Platform;
using Gms.Recruitment.Contracts;
using Gms.Recruitment.Costs;

namespace Gms.Recruitment.Reference;

/// <summary>What national law lets a worker be charged, as dated rows. From fee_caps.json.</summary>
public sealed class FeeCaps
{
    readonly List<FeeCap> _caps;

    FeeCaps(IEnumerable<FeeCap> caps) => _caps = [.. caps];

    public static FeeCaps Load() => new(Data.Read("fee_caps.json").GetProperty("caps").EnumerateArray().Select(cap => new FeeCap(
        cap.GetProperty("country").GetString()!,
        Enum.Parse<Payee>(cap.GetProperty("collected_by").GetString()!.Replace("_", "", StringComparison.Ordinal), ignoreCase: true),
        cap.GetProperty("partner").GetString()!,
        cap.Text("sector"),
        cap.Text("covers") == "ALL",
        cap.MoneyInWholeUnits(),
        cap.Number("months_per_12"),
        cap.Number("max_months"),
        (int?)cap.Number("from_months"),
        cap.Number("share"),
        RuleSource.Of(cap.GetProperty("id").GetString()!, cap))));

    /// <summary>The cap for money that this payee takes, on the day it is paid; null when the reference has none. The narrowest and latest row counts.</summary>
    public FeeCap? For(Payee collector, string origin, string destination, string sector, DateOnly day) => Narrowest(c => c.FromMonths is null, collector, origin, destination, sector, day);

    /// <summary>The same for a contract of so many months, and after it the one that limits long contracts beside it, where the reference has one.</summary>
    public IEnumerable<FeeCap?> All(Payee collector, string origin, string destination, string sector, DateOnly day, int months)
    {
        yield return For(collector, origin, destination, sector, day);
        if (Narrowest(c => c.FromMonths <= months, collector, origin, destination, sector, day) is { } beside)
            yield return beside;
    }

    FeeCap? Narrowest(Func<FeeCap, bool> ofTerm, Payee collector, string origin, string destination, string sector, DateOnly day)
    {
        var (country, partner) = collector == Payee.OriginAgency ? (origin, destination) : (destination, origin);
        return _caps
            .Where(c => ofTerm(c) && c.CollectedBy == collector && c.Country == country && (c.Partner == partner || c.Partner == "*") && (c.Sector == sector || c.Sector is null) && c.Source.AppliesOn(day))
            .OrderByDescending(c => c.Partner == partner)
            .ThenByDescending(c => c.Sector == sector)
            .ThenByDescending(c => c.Source.EffectiveFrom)
            .FirstOrDefault();
    }
}

/// <summary>One dated limit; all values null where the reference states none.</summary>
/// <param name="FromMonths">Set for one that holds beside the others, for contracts of so many months or more.</param>
public sealed record FeeCap(string Country, Payee CollectedBy, string Partner, string? Sector, bool CoversEverything, Money? Amount, decimal? MonthsPer12, decimal? MaxMonths, int? FromMonths, decimal? Share, RuleSource Source)
{
    /// <summary>The limit in money for a contract; null when no value is known or the wage cannot be told by the month.</summary>
    public Money? LimitFor(ContractTerms terms, DateOnly startsOn, DateOnly endsOn)
    {
        if (Amount is not null)
            return Amount;

        var months = WholeMonths(startsOn, endsOn);
        var wage = terms.MonthlyWage;
        if (MonthsPer12 is { } per12)
            return wage with { Minor = (long)(wage.Minor * per12 * months / 12) };
        if (MaxMonths is { } most)
            return wage with { Minor = (long)(wage.Minor * most) };
        if (Share is { } share)
            return wage with { Minor = (long)(wage.Minor * months * share) };
        return null;
    }

    /// <summary>Completed months of the term, both days included: a part of a month gives no right to charge more.</summary>
    internal static int WholeMonths(DateOnly startsOn, DateOnly endsOn)
    {
        var after = endsOn < DateOnly.MaxValue ? endsOn.AddDays(1) : endsOn;
        var months = ((after.Year - startsOn.Year) * 12) + after.Month - startsOn.Month;
        return startsOn.AddMonths(months) > after ? months - 1 : months;
    }
}
