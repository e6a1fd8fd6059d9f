using System.Globalization;
using Gms.Portal.Languages;
using Gms.Type.V1;

namespace Gms.Portal.Pages;

/// <summary>
/// What a check found, in the reader's language by its code: the text check.CODE.OUTCOME, else check.CODE, which says what is in order where the check passed. The texts
/// name no days, kinds or amounts: where the service tells those apart they stand behind, and its own sentence, which is English, is kept beside. Pure.
/// </summary>
static class CheckWords
{
    public static CheckTold Of(Texts texts, Check check)
    {
        var own = Words.Plain($"{check.Message} {check.Remedy}".Trim());
        var outcome = $"check.{check.Code}.{check.Outcome}";
        if (texts.Language == Language.English || !Has(texts, check))
            return new(Words.Plain(check.Message), Words.Plain(check.Remedy), Language.English);
        return new(
            (texts.Has(outcome) ? texts[outcome] : texts[$"check.{check.Code}"]) + Values(texts, check),
            check.Remedy.Length == 0 ? "" : texts.Has($"{outcome}.do") ? texts[$"{outcome}.do"] : texts.Has($"check.{check.Code}.do") ? texts[$"check.{check.Code}.do"] : "",
            texts.Language)
        {
            Own = own,
            NeedsOutcome = check.Outcome != Outcome.Pass && !texts.Has(outcome) && OutcomesOf(texts, check.Code),
        };
    }

    /// <summary>Sentence and what to do, where no outcome stands beside them.</summary>
    public static string InOneLine(Texts texts, Check check)
    {
        var told = Of(texts, check);
        var sentence = told.NeedsOutcome ? $"{texts[$"outcome.{check.Outcome}"]}: {told.Sentence}" : told.Sentence;
        return $"{sentence} {told.WhatToDo}".Trim();
    }

    /// <summary>The days, kinds and numbers that the service names beside its sentence, in the reader's words.</summary>
    static string Values(Texts texts, Check check) => check.Values.Count == 0 ? "" : $" ({string.Join(", ", check.Values.Select(v => Value(texts, v)))})";

    static string Value(Texts texts, string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? texts.Day(day)
        : texts.Has($"check.value.{value}") ? texts[$"check.value.{value}"]
        : texts.Code("document_kind", value);

    static bool Has(Texts texts, Check check) => texts.Has($"check.{check.Code}");

    /// <summary>Whether the text says what should be, and not what is: it can come out in several ways.</summary>
    static bool OutcomesOf(Texts texts, string code) => code.StartsWith("FR", StringComparison.Ordinal) || texts.Has($"check.{code}.Fail") || texts.Has($"check.{code}.Unknown");
}

/// <summary>A check as a page tells it, and in which language.</summary>
sealed record CheckTold(string Sentence, string WhatToDo, Language Language)
{
    /// <summary>The service's own words, in English, where something else is told; empty where they are told.</summary>
    public string Own { get; init; } = "";

    /// <summary>The sentence names what is looked at: without the outcome it would say the contrary of what came out.</summary>
    public bool NeedsOutcome { get; init; }
}
