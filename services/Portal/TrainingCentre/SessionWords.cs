using Gms.DepartureOrientation.V1;
using Gms.Portal.Languages;
using Gms.Portal.OwnRecord;

namespace Gms.Portal.TrainingCentre;

/// <summary>Sessions in a reader's words. Pure.</summary>
static class SessionWords
{
    public const string Service = "DepartureOrientation", Purpose = "orientation";

    /// <summary>The languages in which orientation is held, by what the contracts call them.</summary>
    public static IEnumerable<(string Code, string Text)> Languages => Language.All.Where(l => l != Language.English).Select(l => (CodeOf(l), l.Name)).Append(("en", Language.English.Name));

    /// <summary>A language by its own name; one that the Portal does not speak by its code.</summary>
    public static string LanguageName(string code) => Language.All.FirstOrDefault(l => CodeOf(l) == code.Split('-')[0])?.Name ?? code;

    /// <summary>The languages of the certifications that hold on a day: nobody teaches by one that ended.</summary>
    public static IEnumerable<string> TeachesIn(Trainer trainer, DateOnly day) => trainer.Certifications
        .Where(c => Shown.Day(c.ValidFrom) <= day && day <= Shown.Day(c.ValidUntil) && (c.WithdrawnFrom is null || day < Shown.Day(c.WithdrawnFrom)))
        .SelectMany(c => c.Languages).Distinct();

    public static string LanguageNames(IEnumerable<string> codes) => string.Join(", ", codes.Select(LanguageName));

    /// <summary>What is free, and who waits.</summary>
    public static string Places(Texts texts, SessionSummary session) =>
        texts["sessions.free_of", Math.Max(0, session.Places - session.Enrolled), session.Places] + (session.Waiting > 0 ? $" · {texts["sessions.waiting", session.Waiting]}" : "");

    /// <summary>Seldom all known: what there is, one after the other.</summary>
    public static string Joined(params string[] parts) => string.Join(" · ", parts.Where(p => p.Length > 0));

    /// <summary>In groups of three, as people read signs to one another.</summary>
    public static string Spaced(string code) => string.Join(' ', code.Chunk(3).Select(group => new string(group)));

    static string CodeOf(Language language) => language.Code.Split('-')[0];
}
