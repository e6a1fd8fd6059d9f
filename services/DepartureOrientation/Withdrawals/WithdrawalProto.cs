using Gms.Platform;
using Google.Protobuf.WellKnownTypes;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Withdrawals;

/// <summary>How withdrawals are shown.</summary>
static class WithdrawalProto
{
    public static Proto.Withdrawal ToProto(this Withdrawal withdrawal, (int All, int Undecided) entries) => new()
    {
        WithdrawalId = withdrawal.Id.ToString(),
        Country = withdrawal.Country,
        TrainerId = withdrawal.TrainerId?.ToString() ?? "",
        ModuleCode = withdrawal.Module?.Code ?? "",
        ModuleVersion = withdrawal.Module?.Version ?? 0,
        From = withdrawal.FromDay.ToProto(),
        Reason = withdrawal.Reason,
        WithdrawnBy = withdrawal.WithdrawnBy,
        WithdrawnAt = Timestamp.FromDateTimeOffset(withdrawal.WithdrawnAt),
        Entries = entries.All,
        Undecided = entries.Undecided,
        DeparturesAskedAt = withdrawal.DeparturesAskedAt is { } asked ? Timestamp.FromDateTimeOffset(asked) : null,
        Complete = entries.Undecided == 0 && withdrawal.DeparturesAskedAt is not null,
    };

    public static Proto.WithdrawalEntry ToProto(this WithdrawalEntry entry) => new()
    {
        EntryId = entry.Id.ToString(),
        Kind = entry.Kind switch
        {
            WithdrawalEntryKind.Session => Proto.WithdrawalEntryKind.Session,
            WithdrawalEntryKind.Certification => Proto.WithdrawalEntryKind.Certification,
            WithdrawalEntryKind.Certificate => Proto.WithdrawalEntryKind.Certificate,
            WithdrawalEntryKind.Departure => Proto.WithdrawalEntryKind.Departure,
        },
        SubjectId = entry.SubjectId.ToString(),
        Country = entry.Country,
        RestsOn = entry.RestsOn?.ToString() ?? "",
        Decision = entry.Decision?.ToProto() ?? Proto.WithdrawalDecision.Unspecified,
        DecisionReason = entry.DecisionReason ?? "",
        DecidedBy = entry.DecidedBy ?? "",
        DecidedOn = entry.DecidedOn?.ToProto(),
    };

    static Proto.WithdrawalDecision ToProto(this WithdrawalDecision decision) => decision switch
    {
        WithdrawalDecision.Stands => Proto.WithdrawalDecision.Stands,
        WithdrawalDecision.ToBeRepeated => Proto.WithdrawalDecision.ToBeRepeated,
        WithdrawalDecision.Revoked => Proto.WithdrawalDecision.Revoked,
    };
}
