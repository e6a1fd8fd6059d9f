namespace Gms.Recruitment.Reference;

/// <summary>ILO's indicators of forced labour, with the checks of fair recruitment that point to each. From fair_recruitment_indicators.json.</summary>
public sealed record ForcedLabour(IReadOnlyList<ForcedLabourIndicator> All)
{
    public static ForcedLabour Load() => new([.. Data.Read("fair_recruitment_indicators.json").GetProperty("forced_labour_indicators").EnumerateArray().Select(indicator => new ForcedLabourIndicator(
        indicator.GetProperty("id").GetString()!,
        indicator.GetProperty("indicator").GetString()!,
        indicator.GetProperty("links").EnumerateArray().Select(l => l.GetString()!).ToHashSet(StringComparer.Ordinal),
        RuleSource.Of(indicator.GetProperty("id").GetString()!, indicator)))]);
}

/// <summary>One indicator of forced labour.</summary>
public sealed record ForcedLabourIndicator(string Id, string Name, IReadOnlySet<string> Checks, RuleSource Source);
