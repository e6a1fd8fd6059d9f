using Gms.Platform;
using Grpc.Core;
using Gms.Events.Recruitment;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Inspections;

partial class InspectionsService
{
    public override async Task<Proto.RecordVisitResponse> RecordVisit(Proto.RecordVisitRequest request, ServerCallContext context)
    {
        var visitedOn = Read.Day(request.VisitedOn, "visited_on");
        var id = Read.Id(request.InspectionId, "inspection_id");
        var findings = request.Findings.Select((f, i) => new InspectionFinding
        {
            InspectionId = id,
            Number = i + 1,
            Indicator = Indicator(f.Indicator, $"findings[{i}].indicator"),
            Outcome = Read.Value<Gms.Type.V1.Outcome, Gms.Type.V1.Outcome>(f.Outcome, $"findings[{i}].outcome"),
            Text = Read.Lines(f.Text, $"findings[{i}].text", 2000),
            EvidenceReference = Read.OptionalText(f.EvidenceReference, $"findings[{i}].evidence_reference"),
        }).ToList();
        var actions = request.Actions.Select((a, i) => new CorrectiveAction
        {
            Id = Guid.CreateVersion7(),
            InspectionId = id,
            Indicator = Indicator(a.Indicator, $"actions[{i}].indicator"),
            Text = Read.Lines(a.Text, $"actions[{i}].text", 2000),
            DueOn = Read.Day(a.DueOn, $"actions[{i}].due_on"),
        }).ToList();
        Refuse.IfInvalid(InspectionRules.Found(findings, actions, visitedOn));
        var inspection = await Find(request.InspectionId, context.CancellationToken);

        Refuse.IfAny(InspectionRules.ToVisit(inspection, visitedOn, clock.TodayIn(inspection.Country)));

        inspection.Visit(visitedOn);
        db.AddRange(findings);
        db.AddRange(actions);
        db.Publish(Inspected(inspection));
        return await db.Commit(new Proto.RecordVisitResponse { State = inspection.State.ToProto(), ActionIds = { actions.Select(a => a.Id.ToString()) } }, context.CancellationToken);
    }

    AgencyInspected Inspected(Inspection inspection) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = clock.GetUtcNow(),
        SubjectId = inspection.Id.ToString(),
        SubjectVersion = inspection.Version,
        InspectionId = inspection.Id,
        AgencyId = inspection.AgencyId,
        Country = inspection.Country,
        VisitedOn = inspection.VisitedOn!.Value,
        Failed = inspection.Findings.Count(f => f.Outcome == Gms.Type.V1.Outcome.Fail),
        CorrectiveActions = inspection.Actions.Count,
    };
}
