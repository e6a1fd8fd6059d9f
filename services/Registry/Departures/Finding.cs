using Gms.Type.V1;

namespace Gms.Registry.Departures;

/// <summary>What one check of a departure came to. Kept with the decision.</summary>
public sealed record Finding(string Code, Outcome Outcome, string Message)
{
    public string Remedy { get; init; } = "";

    /// <summary>Null for a rule of the registry itself.</summary>
    public FindingSource? Source { get; init; }

    /// <summary>How sure the rule is: only a rule of high or medium confidence refuses or holds.</summary>
    public Confidence Confidence { get; init; } = Confidence.High;

    public bool Decisive { get; init; }

    /// <summary>It may rest on what the worker said or on a complaint: what came out is not told to an agency.</summary>
    public bool OfficersOnly { get; init; }

    /// <summary>The days, codes and numbers of the message, separated by commas; null where it has none.</summary>
    public string? Values { get; init; }

    public bool IsSure => Confidence is Confidence.High or Confidence.Medium;

    public bool Refuses => Decisive && IsSure && Outcome == Outcome.Fail;

    public bool Holds => Decisive && IsSure && Outcome == Outcome.Unknown;

    /// <summary>A check that another service made, decisive only if that service's word counts for this channel.</summary>
    public static Finding Of(Check check, bool partCounts) => new(check.Code, check.Outcome, check.Message)
    {
        Remedy = check.Remedy,
        Source = check.Source is { } source ? new(source.Rule, source.Text, source.Confidence, source.EffectiveFrom) : null,
        Confidence = check.Source?.Confidence ?? Confidence.High,
        Decisive = check.Decisive && partCounts,
        OfficersOnly = check.OfficersOnly,
        Values = check.Values.Count > 0 ? string.Join(',', check.Values) : null,
    };

    /// <param name="forAgency">An agency reads it: whether the worker spoke, or a complaint was made, is not told.</param>
    public Check ToProto(bool forAgency) => new()
    {
        Code = Code,
        Outcome = forAgency && OfficersOnly ? Outcome.Unknown : Outcome,
        Message = forAgency && OfficersOnly ? "What the worker said and complaints came to is told to officers only." : Message,
        Remedy = forAgency && OfficersOnly ? "" : Remedy,
        Source = Source is { } source ? new() { Rule = source.Rule, Text = source.Text, Confidence = source.Confidence, EffectiveFrom = source.EffectiveFrom } : null,
        Decisive = Decisive,
        OfficersOnly = OfficersOnly,
        Values = { Values is null || (forAgency && OfficersOnly) ? [] : Values.Split(',') },
    };
}

/// <summary>Where a rule comes from, as kept with a decision.</summary>
public sealed record FindingSource(string Rule, string Text, Confidence Confidence, string EffectiveFrom);
