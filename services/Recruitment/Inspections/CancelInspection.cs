using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Inspections;

partial class InspectionsService
{
    public override async Task<Proto.CancelInspectionResponse> CancelInspection(Proto.CancelInspectionRequest request, ServerCallContext context)
    {
        var inspection = await Find(request.InspectionId, context.CancellationToken);

        Refuse.IfAny(InspectionRules.ToBecome(inspection, InspectionState.Cancelled));

        inspection.End(InspectionState.Cancelled, clock.TodayIn(inspection.Country));
        return await db.Commit(new Proto.CancelInspectionResponse { State = inspection.State.ToProto() }, context.CancellationToken);
    }
}
