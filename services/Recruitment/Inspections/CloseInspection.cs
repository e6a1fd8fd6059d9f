using Gms.Platform;
using Grpc.Core;
using Gms.Events.Recruitment;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Inspections;

partial class InspectionsService
{
    public override async Task<Proto.CloseInspectionResponse> CloseInspection(Proto.CloseInspectionRequest request, ServerCallContext context)
    {
        var inspection = await Find(request.InspectionId, context.CancellationToken);

        Refuse.IfAny(InspectionRules.ToBecome(inspection, InspectionState.Closed));

        inspection.End(InspectionState.Closed, clock.TodayIn(inspection.Country));
        db.Publish(new InspectionClosed
        {
            EventId = Guid.CreateVersion7(),
            OccurredAt = clock.GetUtcNow(),
            SubjectId = inspection.Id.ToString(),
            SubjectVersion = inspection.Version,
            InspectionId = inspection.Id,
            AgencyId = inspection.AgencyId,
            Country = inspection.Country,
        });
        return await db.Commit(new Proto.CloseInspectionResponse { State = inspection.State.ToProto() }, context.CancellationToken);
    }
}
