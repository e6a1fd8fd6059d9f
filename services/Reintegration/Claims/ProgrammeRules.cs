using Gms.Reintegration.Cases;
using Types = Gms.Type.V1;

namespace Gms.Reintegration.Claims;

/// <summary>Data/eligibility.json: who may use which programme, as far as it is known. Read once at start.</summary>
public sealed record ProgrammeRules(IReadOnlyList<FactRule> Facts, IReadOnlyList<Eligibility> Rules)
{
    public static ProgrammeRules Load() => DataFile.Read<ProgrammeRules>("eligibility");

    /// <summary>The facts that only the worker's papers show.</summary>
    public IReadOnlyCollection<string> FactCodes { get; } = [.. Facts.Select(f => f.Code)];

    /// <summary>
    /// Each condition by itself. A programme is open to somebody when all that is known of it is met; when a condition is not known to be met or nothing
    /// is known of its conditions, that is unknown and never a pass. Pure.
    /// </summary>
    /// <param name="programme">The programme.</param>
    /// <param name="held">The case.</param>
    /// <param name="said">Facts as the worker's papers show them; a fact that is not in it is unknown.</param>
    /// <param name="hasSkill">Whether a skill is on record in the case.</param>
    public Match Of(Programme programme, Case held, IReadOnlyDictionary<string, bool> said, bool hasSkill)
    {
        var rule = Rules.FirstOrDefault(r => r.Programme == programme.Id && r.Holds(held.ReturnedOn));
        if (rule is null || rule.Conditions.Count == 0)
            return new(programme, Types.Outcome.Unknown, [new("CONDITIONS_UNKNOWN", Types.Outcome.Unknown, "No text was at hand that says who may use it: ask the office that runs it.", null)], rule?.Benefits ?? []);
        var met = rule.Conditions.Select(c => new Met(c.Code, Meets(c, held, said, hasSkill), c.Text, c)).ToList();
        var outcome = met.Exists(m => m.Outcome == Types.Outcome.Fail) ? Types.Outcome.Fail : met.Exists(m => m.Outcome == Types.Outcome.Unknown) ? Types.Outcome.Unknown : Types.Outcome.Pass;
        return new(programme, outcome, met, rule.Benefits);
    }

    static Types.Outcome Meets(Condition condition, Case held, IReadOnlyDictionary<string, bool> said, bool hasSkill) => condition switch
    {
        { Reasons: { } reasons } => Known(reasons.Contains(held.Reason)),
        { From: { } from } => Known(from.Contains(held.From)),
        { ReturnedSince: { } since } => Known(held.ReturnedOn >= since),
        { Skill: true } => hasSkill ? Types.Outcome.Pass : Types.Outcome.Unknown,
        { Fact: { } fact } => said.TryGetValue(fact, out var holds) ? Known(holds) : Types.Outcome.Unknown,
        _ => Types.Outcome.Unknown,
    };

    static Types.Outcome Known(bool holds) => holds ? Types.Outcome.Pass : Types.Outcome.Fail;
}

/// <summary>A fact that only the worker's papers show.</summary>
public sealed record FactRule(string Code, string Text);

/// <summary>The conditions of a programme for returns in a period; none listed where none are known.</summary>
public sealed record Eligibility(string Programme, DateOnly EffectiveFrom, DateOnly? EffectiveTo, IReadOnlyList<Condition> Conditions, IReadOnlyList<string> Benefits) : IDated;

/// <summary>One condition; exactly one of the tests is set.</summary>
public sealed record Condition(
    string Code, string Text, string Source, Types.Confidence Confidence,
    IReadOnlyList<string>? Reasons = null, IReadOnlyList<string>? From = null, DateOnly? ReturnedSince = null, bool Skill = false, string? Fact = null);

/// <summary>A programme beside a case.</summary>
public sealed record Match(Programme Programme, Types.Outcome Outcome, IReadOnlyList<Met> Conditions, IReadOnlyList<string> Benefits);

/// <param name="Condition">Null where nothing is known of the programme's conditions.</param>
public sealed record Met(string Code, Types.Outcome Outcome, string Text, Condition? Condition);
