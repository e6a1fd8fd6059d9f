using Gms.Platform;
using Gms.Reintegration.Casework;
using Gms.Reintegration.Plans;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Cases;

/// <summary>How cases are shown.</summary>
static class CaseProto
{
    public static Proto.Case ToProto(this Case held, CaseworkRules rules, Words words, TimeProvider clock) => new()
    {
        CaseId = held.Id.ToString(),
        Country = held.Country,
        WorkerNumber = held.WorkerNumber,
        Source = held.Source switch
        {
            CaseSource.Return => Proto.CaseSource.Return,
            CaseSource.WalkIn => Proto.CaseSource.WalkIn,
            CaseSource.BeforeReturn => Proto.CaseSource.BeforeReturn,
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
        Signs = { held.Signs.OrderBy(s => s.SeenOn).ThenBy(s => s.Id).Select(s => ToProto(s, words)) },
        Triage = TriageRules.Of(held, rules, clock.TodayIn(held.Country)).ToProto(held, rules, words),
        Consent = held.ConsentGivenOn is { } given ? new Consent(given, held.ConsentForm!.Value, held.ConsentLanguage!).ToProto() : null,
        Reopenings = { held.Reopenings.OrderBy(r => r.Number).Select(r => ToProto(r, words.Read(r.ReasonEncrypted, held.Id))) },
        LeftAgainOn = held.LeftAgainOn?.ToProto(),
        NextDepartureId = held.NextDepartureId?.ToString() ?? "",
    };

    static Proto.Triage ToProto(this Triage triage, Case held, CaseworkRules rules, Words words) => new()
    {
        Order = triage.Order,
        Urgent = triage.Urgent,
        Reasons =
        {
            triage.Reasons.Select(r => new Proto.TriageReason
            {
                Sign = r.Sign,
                Weight = r.Weight,
                Urgent = r.Urgent,
                SignId = r.Recorded?.Id.ToString() ?? "",
                Because = r.Recorded is { } said ? $"{said.SaidBy} said on {said.SeenOn:yyyy-MM-dd}: {words.Read(said.ReasonEncrypted, said.Id)}" : r.Waits is { } days ? $"Back for {days} days or more, and no counsellor yet." : $"The reason of return is {held.Reason}.",
                Source = new() { Rule = (r.Waits is null ? "casework.json signs " : "casework.json waits ") + r.Sign, Text = rules.Meta.Source, Confidence = rules.Meta.Confidence },
            }),
        },
    };

    static Proto.CaseSign ToProto(CaseSign sign, Words words) => new()
    {
        SignId = sign.Id.ToString(),
        Sign = sign.Code,
        SeenOn = sign.SeenOn.ToProto(),
        SaidBy = Enum.Parse<Proto.SaidBy>(sign.SaidBy.ToString()),
        Reason = words.Read(sign.ReasonEncrypted, sign.Id) ?? "",
        CountsUntil = sign.CountsUntil?.ToProto(),
        RecordedBy = sign.RecordedBy,
        LiftedOn = sign.LiftedOn?.ToProto(),
        LiftedBecause = words.Read(sign.LiftedBecauseEncrypted, sign.Id) ?? "",
    };

    static Proto.CaseReopening ToProto(CaseReopening reopening, string? reason) => new()
    {
        ReopenedOn = reopening.ReopenedOn.ToProto(),
        ReopenedBy = reopening.ReopenedBy,
        Reason = reason ?? "",
        ClosedOn = reopening.ClosedOn.ToProto(),
        Outcome = reopening.Outcome.ToProto(),
    };

    public static Proto.CaseStep ToProto(this StepWatch watch) => new() { Step = watch.Step.ToString(), SubjectId = watch.SubjectId.ToString(), DueOn = watch.DueOn.ToProto() };

    public static Proto.CaseState ToProto(this CaseState state) => state switch
    {
        CaseState.BeforeReturn => Proto.CaseState.BeforeReturn,
        CaseState.Opened => Proto.CaseState.Opened,
        CaseState.Assigned => Proto.CaseState.Assigned,
        CaseState.PlanAgreed => Proto.CaseState.PlanAgreed,
        CaseState.Closed => Proto.CaseState.Closed,
    };

    public static Proto.CaseOutcome ToProto(this CaseOutcome outcome) => outcome switch
    {
        CaseOutcome.Reintegrated => Proto.CaseOutcome.Reintegrated,
        CaseOutcome.ReMigrated => Proto.CaseOutcome.ReMigrated,
        CaseOutcome.HandedOver => Proto.CaseOutcome.HandedOver,
        CaseOutcome.Declined => Proto.CaseOutcome.Declined,
        CaseOutcome.Unreachable => Proto.CaseOutcome.Unreachable,
        CaseOutcome.OpenedInError => Proto.CaseOutcome.OpenedInError,
    };
}
