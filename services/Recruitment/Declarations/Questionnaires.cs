using System.Globalization;
using System.Text.Json;
using Gms.Recruitment.Reference;

namespace Gms.Recruitment.Declarations;

/// <summary>What workers are asked about their recruitment, by version. From statement_questions.json, read once at start and never changed.</summary>
public sealed class Questionnaires
{
    Questionnaires(JsonElement data)
    {
        SmallestGroup = data.GetProperty("smallest_group").GetInt32();
        All = [.. data.GetProperty("questionnaires").EnumerateArray().Select(Questionnaire.Of)];
        Indicators = All.SelectMany(q => q.Items).SelectMany(i => i.Indicators).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Anonymous statements are told in whole groups of so many.</summary>
    public int SmallestGroup { get; }

    public IReadOnlyList<Questionnaire> All { get; }

    /// <summary>The indicators (FR and FL) that an item of any version names.</summary>
    public IReadOnlySet<string> Indicators { get; }

    public static Questionnaires Load() => new(Data.Read("statement_questions.json"));

    public Questionnaire? Find(string version) => All.SingleOrDefault(q => q.Version == version);

    /// <summary>An item as its latest version words it; null for one that no version has.</summary>
    public Question? Item(string code) => All.Reverse().SelectMany(q => q.Items).FirstOrDefault(i => i.Code == code);

    /// <summary>The one that is asked on that day: the last that has begun.</summary>
    public Questionnaire On(DateOnly day) => All.Where(q => q.ValidFrom is not { } from || from <= day).MaxBy(q => q.ValidFrom ?? DateOnly.MinValue)!;
}

/// <summary>One version: its items are never changed, another wording is another version.</summary>
public sealed record Questionnaire(string Version, DateOnly? ValidFrom, IReadOnlyList<Question> Items)
{
    internal static Questionnaire Of(JsonElement data) => new(
        data.GetProperty("version").GetString()!,
        data.Text("valid_from") is { } from ? DateOnly.ParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
        [.. data.GetProperty("items").EnumerateArray().Select(Question.Of)]);
}

/// <summary>One item.</summary>
/// <param name="Code">Capitals and underscores.</param>
/// <param name="Good">The answer of a fair recruitment.</param>
/// <param name="Indicators">The indicators (FR) and ILO forced-labour indicators (FL) for which it weighs.</param>
/// <param name="OwnWording">Not the wording of the source.</param>
/// <param name="Texts">The question by language.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record Question(string Code, StatementAnswer Good, IReadOnlyList<string> Indicators, bool OwnWording, IReadOnlyDictionary<string, string> Texts, RuleSource Source)
{
    internal static Question Of(JsonElement item) => new(
        item.GetProperty("code").GetString()!,
        Enum.Parse<StatementAnswer>(item.GetProperty("good").GetString()!),
        [.. item.GetProperty("indicators").EnumerateArray().Select(i => i.GetString()!)],
        item.GetProperty("own_wording").GetBoolean(),
        item.GetProperty("text").EnumerateObject().ToDictionary(t => t.Name, t => t.Value.GetString()!),
        RuleSource.Of(item.GetProperty("code").GetString()!, item));
}
