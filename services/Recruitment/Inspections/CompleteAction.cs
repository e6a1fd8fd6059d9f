using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Inspections;

partial class InspectionsService
{
    public override async Task<Proto.CompleteActionResponse> CompleteAction(Proto.CompleteActionRequest request, ServerCallContext context)
    {
        var id = Read.Id(request.ActionId, "action_id");
        var doneOn = Read.Day(request.DoneOn, "done_on");
        var evidence = Read.Text(request.EvidenceReference, "evidence_reference");
        var inspection = await Find(request.InspectionId, context.CancellationToken);
        var action = inspection.Actions.SingleOrDefault(a => a.Id == id) ?? throw Refuse.NotFound(InspectionProblems.ActionNotFound());

        Refuse.IfAny(InspectionRules.ToComplete(inspection, action, doneOn, clock.TodayIn(inspection.Country)));

        action.Done(doneOn, evidence);
        inspection.Corrected();
        await db.CloseWorkItems(id.ToString(), "CORRECTED", "The action is done.", clock.GetUtcNow(), context.CancellationToken);
        return await db.Commit(new Proto.CompleteActionResponse { StillOpen = inspection.Actions.Count(a => a.DoneOn is null) }, context.CancellationToken);
    }
}
