using Gms.DepartureOrientation.V1;
using Gms.Portal.Languages;

namespace Gms.Portal.TrainingCentre;

/// <summary>Withdrawals in a reader's words. Pure.</summary>
static class WithdrawalWords
{
    /// <summary>What was withdrawn: a trainer by name, where the page knows it, or a module's version.</summary>
    public static string Of(Texts texts, Withdrawal withdrawal, IReadOnlyDictionary<string, string> names) => withdrawal.TrainerId.Length > 0
        ? names.GetValueOrDefault(withdrawal.TrainerId, texts["sessions.trainer"])
        : texts["withdrawals.module", withdrawal.ModuleCode, withdrawal.ModuleVersion];

    /// <summary>Of a trainer a reason of the list, of a module the office's own words.</summary>
    public static string Why(Texts texts, Withdrawal withdrawal) => withdrawal.TrainerId.Length > 0 ? texts.Code("withdrawal_reason", withdrawal.Reason) : withdrawal.Reason;

    /// <summary>Where an entry is looked at; nothing where it has no page, or none for its reader: departures are looked at in the ministry.</summary>
    public static string? PageOf(WithdrawalEntry entry, bool inMinistry) => entry.Kind switch
    {
        WithdrawalEntryKind.Session => $"/sessions/{entry.SubjectId}",
        WithdrawalEntryKind.Certificate => $"/certificates/{entry.SubjectId}",
        WithdrawalEntryKind.Departure when inMinistry => $"/departures/{entry.SubjectId}",
        WithdrawalEntryKind.Certification => $"/sessions/{entry.RestsOn}",
        _ => null,
    };

    /// <summary>Only a paper can be revoked.</summary>
    public static IEnumerable<(string Code, string Text)> Decisions(Texts texts, WithdrawalEntry entry) =>
        new[] { WithdrawalDecision.Stands, WithdrawalDecision.ToBeRepeated, WithdrawalDecision.Revoked }
            .Where(d => d != WithdrawalDecision.Revoked || entry.Kind is WithdrawalEntryKind.Certificate or WithdrawalEntryKind.Certification)
            .Select(d => ($"{d}", texts[$"withdrawal.decision.{d}"]));
}
