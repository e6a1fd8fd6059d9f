using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Inspections;

partial class InspectionsService
{
    public override async Task<Proto.GetInspectionResponse> GetInspection(Proto.GetInspectionRequest request, ServerCallContext context)
    {
        var inspection = await Find(request.InspectionId, context.CancellationToken);

        return new() { Inspection = inspection.ToProto(clock.TodayIn(inspection.Country)) };
    }
}
