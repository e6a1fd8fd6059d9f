using System.Text.RegularExpressions;
using Gms.Portal.Languages;
using Gms.Type.V1;

namespace Gms.Portal.Pages;

/// <summary>What the services call by codes and field names, in a reader's words.</summary>
static partial class Words
{
    public static string Service(Texts texts, string name) => texts.Has($"service.{name}") ? texts[$"service.{name}"] : Spaced(name);

    /// <summary>
    /// What is wrong, in the reader's language where there is a text for it: else the service's own sentence, which is English, without the field's name in it.
    /// In English the service's sentence stays, since it has days and numbers in it; what to do is told for somebody at a page, not for a program.
    /// </summary>
    public static Told Of(Texts texts, Problem problem)
    {
        var key = $"problem.{problem.Code}";
        if (texts.Language != Language.English && texts.Has(key))
            return new(texts[key], texts[$"{key}.do"], texts.Language) { InEnglish = HasNumbers(problem.Message) && !HasNumbers(texts[key]) ? Plain(problem.Message) : null };
        var english = Texts.In(Language.English);
        var sentence = problem.Field.Length > 0 && english.Has($"field.{problem.Field}") && problem.Message.StartsWith(problem.Field, StringComparison.Ordinal)
            ? english[$"field.{problem.Field}"] + problem.Message[problem.Field.Length..]
            : problem.Message;
        return new(Plain(sentence), english.Has(key) ? english[$"{key}.do"] : Plain(problem.Remedy), Language.English);
    }

    static bool HasNumbers(string sentence) => sentence.Any(char.IsDigit);

    /// <summary>A service's sentence with names of fields as words: worker_number, terms.wage.</summary>
    public static string Plain(string sentence) => FieldName().Replace(sentence, found => Spaced(found.Value)) is { Length: > 0 } plain
        ? char.ToUpperInvariant(plain[0]) + plain[1..]
        : "";

    static string Spaced(string name) => name.Replace('_', ' ').Replace('-', ' ').Replace('.', ' ');

    [GeneratedRegex(@"\b[a-z]+(\.[a-z]+)*(_[a-z]+)+(\.[a-z_]+)*\b")]
    private static partial Regex FieldName();
}

/// <summary>A problem as a page tells it, and in which language: a screen reader has to know.</summary>
sealed record Told(string Sentence, string WhatToDo, Language Language)
{
    /// <summary>The service's own sentence, where it has days or numbers that this one has not; unset else.</summary>
    public string? InEnglish { get; init; }
}
