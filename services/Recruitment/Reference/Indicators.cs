namespace Gms.Recruitment.Reference;

/// <summary>The checks of fair recruitment, in their order. From fair_recruitment_indicators.json.</summary>
public sealed class Indicators
{
    readonly Dictionary<string, Indicator> _byId;
    readonly Dictionary<string, int> _places;

    Indicators(IReadOnlyList<Indicator> all)
    {
        All = all;
        _byId = all.ToDictionary(i => i.Id);
        _places = all.Select((indicator, place) => (indicator.Id, place)).ToDictionary(p => p.Id, p => p.place);
    }

    public IReadOnlyList<Indicator> All { get; }

    public Indicator this[string id] => _byId[id];

    /// <summary>Its place in the order, from 0.</summary>
    public int PlaceOf(string id) => _places[id];

    public static Indicators Load() => new([.. Data.Read("fair_recruitment_indicators.json").GetProperty("checks").EnumerateArray().Select(check => new Indicator(
        check.GetProperty("id").GetString()!,
        check.GetProperty("check").GetString()!,
        check.GetProperty("severity").GetString()!,
        check.GetProperty("theme").GetString()!,
        RuleSource.Of(check.GetProperty("id").GetString()!, check)))]);
}

/// <summary>One check of fair recruitment.</summary>
public sealed record Indicator(string Id, string Text, string Severity, string Theme, RuleSource Source)
{
    public bool Decisive => Severity == "block";

    /// <summary>As it is shown with a check; made once, since every verdict shows all of them.</summary>
    internal Type.V1.Source Shown { get; } = Source.ToProto();
}
