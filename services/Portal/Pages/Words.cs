using System.Text.RegularExpressions;
using Gms.Portal.Languages;
using Gms.Type.V1;

namespace Gms.Portal.Pages;

/// <summary>What the services call by codes and field names, in a reader's words.</summary>
static partial class Words
{
    public static string Service(Texts texts, string name) => texts.Has($"service.{name}") ? texts[$"service.{name}"] : Spaced(name);

    /// <summary>What is wrong, in the reader's language where there is a text for it: else the service's own sentence, which is English, without the field's name in it.</summary>
    public static Told Of(Texts texts, Problem problem)
    {
        if (texts.Language != Language.English && texts.Has($"problem.{problem.Code}"))
            return new(texts[$"problem.{problem.Code}"], texts[$"problem.{problem.Code}.do"], texts.Language);
        var sentence = problem.Field.Length > 0 && texts.Has($"field.{problem.Field}") && problem.Message.StartsWith(problem.Field, StringComparison.Ordinal)
            ? Texts.In(Language.English)[$"field.{problem.Field}"] + problem.Message[problem.Field.Length..]
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
sealed record Told(string Sentence, string WhatToDo, Language Language);
