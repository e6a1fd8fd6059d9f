using Gms.Platform;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Cases;

/// <summary>How cases are shown.</summary>
static class CaseProto
{
    public static Proto.Case ToProto(this Case held) => new()
    {
        CaseId = held.Id.ToString(),
        Country = held.Country,
        WorkerNumber = held.WorkerNumber,
        Source = held.Source switch
        {
            CaseSource.Return => Proto.CaseSource.Return,
            CaseSource.WalkIn => Proto.CaseSource.WalkIn,
        },
        ReturnId = held.ReturnId?.ToString() ?? "",
        From = held.From,
        Reason = held.Reason,
        ReturnedOn = held.ReturnedOn.ToProto(),
        State = held.State.ToProto(),
        OpenedOn = held.OpenedAt.DayIn(held.Country).ToProto(),
        Counsellor = held.Counsellor ?? "",
        Office = held.Office ?? "",
        PlanId = held.PlanId?.ToString() ?? "",
        ClosedOn = held.ClosedOn?.ToProto(),
        Outcome = held.Outcome?.ToProto() ?? Proto.CaseOutcome.Unspecified,
    };

    public static Proto.CaseState ToProto(this CaseState state) => state switch
    {
        CaseState.Opened => Proto.CaseState.Opened,
        CaseState.Assigned => Proto.CaseState.Assigned,
        CaseState.PlanAgreed => Proto.CaseState.PlanAgreed,
        CaseState.Closed => Proto.CaseState.Closed,
    };

    static Proto.CaseOutcome ToProto(this CaseOutcome outcome) => outcome switch
    {
        CaseOutcome.Reintegrated => Proto.CaseOutcome.Reintegrated,
        CaseOutcome.ReMigrated => Proto.CaseOutcome.ReMigrated,
        CaseOutcome.HandedOver => Proto.CaseOutcome.HandedOver,
        CaseOutcome.Declined => Proto.CaseOutcome.Declined,
        CaseOutcome.Unreachable => Proto.CaseOutcome.Unreachable,
        CaseOutcome.OpenedInError => Proto.CaseOutcome.OpenedInError,
    };
}
