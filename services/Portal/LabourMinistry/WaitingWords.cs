using Gms.Portal.Languages;
using Gms.Portal.Pages;
using Gms.Registry.V1;

namespace Gms.Portal.LabourMinistry;

/// <summary>What waits, in a reader's words. A code of no word is shown as it is, with spaces: it is English. Pure.</summary>
static class WaitingWords
{
    public static string Reason(Texts texts, Waiting waiting) => waiting switch
    {
        { Reason: "" } => texts["waiting.all"],
        { Queue: QueueKind.UnansweredDepartures } => Words.Service(texts, Kebab(waiting.Reason)),
        _ when texts.Has($"code.waits.{waiting.Reason}") => texts[$"code.waits.{waiting.Reason}"],
        _ => waiting.Reason.Replace('_', ' ').ToLowerInvariant(),
    };

    /// <summary>The four ages, in the order of the columns.</summary>
    public static IReadOnlyList<int> Ages(Waiting waiting) => [waiting.UnderADay, waiting.UnderThreeDays, waiting.UnderAWeek, waiting.AWeekOrMore];

    public static string Kebab(string part) => string.Concat(part.Select((c, i) => char.IsAsciiLetterUpper(c) && i > 0 ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
