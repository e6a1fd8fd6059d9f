using Gms.Portal.Languages;
using Gms.Registry.V1;
using Gms.Type.V1;

namespace Gms.Portal.Pages;

/// <summary>Why a departure is held or refused, in sentences for an officer. Pure.</summary>
static class DepartureReasons
{
    const string Held = "gms.registry.departure-held:1", Refused = "gms.registry.departure-refused:1", Cleared = "gms.registry.departure-cleared:1";

    /// <summary>Of each departure the entry of its last decision, where that holds or refuses it.</summary>
    public static IEnumerable<JourneyEntry> LastDecisions(IEnumerable<JourneyEntry> entries) => entries
        .Where(e => e.Name is Held or Refused or Cleared)
        .GroupBy(e => e.SubjectId)
        .Select(decisions => decisions.MaxBy(e => e.SubjectVersion)!)
        .Where(last => last.Name != Cleared);

    public static IReadOnlyList<string> Of(Texts texts, Departure departure)
    {
        if (departure.Status is not (DepartureStatus.Held or DepartureStatus.Refused))
            return [];
        return
        [
            .. departure.OfficerReason.Length > 0 ? [texts["departure.officer_decided", departure.OfficerReason]] : Array.Empty<string>(),
            .. Deciding(departure).Select(c => CheckWords.InOneLine(texts, c)),
            .. departure.MissingParts.Select(part => texts["departure.part_missing", Words.Service(texts, Kebab(part))]),
        ];
    }

    /// <summary>The checks for which it is held or refused: those that failed first.</summary>
    public static IEnumerable<Check> Deciding(Departure departure)
    {
        var failed = departure.Checks.Where(c => c is { Decisive: true, Outcome: Outcome.Fail });
        var unknown = departure.Status == DepartureStatus.Held ? departure.Checks.Where(c => c is { Decisive: true, Outcome: Outcome.Unknown }) : [];
        return failed.Concat(unknown);
    }

    static string Kebab(string part) => string.Concat(part.Select((c, i) => char.IsAsciiLetterUpper(c) && i > 0 ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
