using System.Text.RegularExpressions;
using Gms.Portal.Languages;
using Gms.Type.V1;

namespace Gms.Portal.Pages;

/// <summary>What the services call by codes and field names, in a reader's words.</summary>
static partial class Words
{
    public static string Service(Texts texts, string name) => texts.Has($"service.{name}") ? texts[$"service.{name}"] : Spaced(name);

    /// <summary>
    /// What is wrong, in the reader's language where there is a text for it, and what to do, for somebody at a page: the service's own words, which are English and meant
    /// for programs too, but name days, numbers and values, go with it.
    /// </summary>
    public static Told Of(Texts texts, Problem problem)
    {
        var key = $"problem.{problem.Code}";
        if (!texts.Has(key))
            return OfService(problem);
        var own = OfService(problem);
        return texts.Language == Language.English
            ? own with { WhatToDo = texts[$"{key}.do"], Own = own.WhatToDo == texts[$"{key}.do"] ? "" : own.WhatToDo }
            : new(texts[key], texts[$"{key}.do"], texts.Language) { Own = $"{own.Sentence} {own.WhatToDo}".TrimEnd() };
    }

    /// <summary>What is wrong with a row of a file: there is no page on which to put it right, so the service's own words stay.</summary>
    public static Told OfRow(Texts texts, Problem problem) => Of(texts, problem) is { Own.Length: > 0 } told && texts.Language != Language.English
        ? told with { WhatToDo = $"{told.WhatToDo} ({told.Own})" }
        : OfService(problem);

    static Told OfService(Problem problem)
    {
        var english = Texts.In(Language.English);
        var sentence = problem.Field.Length > 0 && english.Has($"field.{problem.Field}") && problem.Message.StartsWith(problem.Field, StringComparison.Ordinal)
            ? english[$"field.{problem.Field}"] + problem.Message[problem.Field.Length..]
            : problem.Message;
        return new(Plain(sentence), Plain(problem.Remedy), Language.English);
    }

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
    /// <summary>The service's own words, in English, where others are shown; empty where they are shown.</summary>
    public string Own { get; init; } = "";
}
