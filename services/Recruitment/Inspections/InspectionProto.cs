using Gms.Platform;
using Google.Protobuf.WellKnownTypes;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Inspections;

/// <summary>How inspections are shown.</summary>
static class InspectionProto
{
    /// <param name="inspection">The inspection.</param>
    /// <param name="today">The day by which an action is overdue.</param>
    public static Proto.Inspection ToProto(this Inspection inspection, DateOnly today) => new()
    {
        InspectionId = inspection.Id.ToString(),
        Country = inspection.Country,
        AgencyId = inspection.AgencyId.ToString(),
        State = inspection.State.ToProto(),
        PlannedOn = inspection.PlannedOn.ToProto(),
        Reasons = { inspection.Reasons.Select(r => r.ToProto()) },
        VisitedOn = inspection.VisitedOn?.ToProto(),
        ClosedOn = inspection.ClosedOn?.ToProto(),
        PlannedAt = inspection.PlannedAt.ToTimestamp(),
        Findings =
        {
            inspection.Findings.OrderBy(f => f.Number).Select(f => new Proto.InspectionFinding { Indicator = f.Indicator, Outcome = f.Outcome, Text = f.Text, EvidenceReference = f.EvidenceReference ?? "" }),
        },
        Actions =
        {
            inspection.Actions.OrderBy(a => a.DueOn).ThenBy(a => a.Id).Select(a => new Proto.CorrectiveAction
            {
                ActionId = a.Id.ToString(),
                Indicator = a.Indicator,
                Text = a.Text,
                DueOn = a.DueOn.ToProto(),
                DoneOn = a.DoneOn?.ToProto(),
                EvidenceReference = a.EvidenceReference ?? "",
                Overdue = a.DoneOn is null ? a.DueOn < today : a.DoneOn > a.DueOn,
            }),
        },
    };

    public static Proto.RiskCount ToProto(this RiskCount count) => new() { Name = count.Name, Value = count.Value };

    public static Proto.InspectionState ToProto(this InspectionState state) => state switch
    {
        InspectionState.Planned => Proto.InspectionState.Planned,
        InspectionState.Visited => Proto.InspectionState.Visited,
        InspectionState.Closed => Proto.InspectionState.Closed,
        InspectionState.Cancelled => Proto.InspectionState.Cancelled,
    };
}
