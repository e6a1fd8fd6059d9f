using Gms.Platform;
using Types = Gms.Type.V1;

namespace Gms.DepartureOrientation.ActionPlans;

/// <summary>What a figure is counted in.</summary>
public enum IndicatorUnit
{
    Count,
    Percent,
    MonthsOfWage,
}

/// <summary>Data/indicators.json: the figures that a measure may name. Read once at start.</summary>
public sealed class IndicatorList
{
    readonly Dictionary<string, IndicatorDefinition> _byCode;

    IndicatorList(IndicatorFile file) => _byCode = file.Indicators.ToDictionary(i => i.Code);

    public IReadOnlyCollection<string> Codes => _byCode.Keys;

    public IEnumerable<IndicatorDefinition> All => _byCode.Values.OrderBy(i => i.Code, StringComparer.Ordinal);

    public IndicatorDefinition this[string code] => _byCode[code];

    public static IndicatorList Load() => new(DataFile.Read<IndicatorFile>("indicators"));

    sealed record IndicatorFile(IReadOnlyList<IndicatorDefinition> Indicators);
}

/// <summary>One figure: what it counts, whose data, and what narrows it.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Unit">What it is counted in.</param>
/// <param name="Service">Whose data it is computed from.</param>
/// <param name="Takes">Parameters that narrow it.</param>
/// <param name="Needs">Of these, those without which it cannot be computed.</param>
/// <param name="Definition">Who and what counts.</param>
/// <param name="Source">Where the definition comes from; null for one of our own.</param>
/// <param name="Confidence">How sure that is.</param>
public sealed record IndicatorDefinition(
    string Code, string Title, IndicatorUnit Unit, string Service, IReadOnlyList<string> Takes, IReadOnlyList<string> Needs, string Definition, string? Source, Types.Confidence Confidence)
{
    /// <summary>Whether an indicator says what this figure needs, and nothing that it does not take. Pure.</summary>
    public IEnumerable<Problem> ToName(Indicator indicator)
    {
        var given = indicator.Parameters().ToList();
        foreach (var missing in Needs.Except(given))
            yield return ActionPlanProblems.IndicatorParameterMissing(missing);
        foreach (var unused in given.Except(Takes))
            yield return ActionPlanProblems.IndicatorParameterNotTaken(unused);
    }

    public Types.Source ToSource() => new() { Rule = Code, Text = Source is null ? $"{Definition} Own definition." : $"{Definition} {Source}", Confidence = Confidence };
}
