using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.JobOrders;

partial class JobOrdersService
{
    public override async Task<Proto.GetJobOrderResponse> GetJobOrder(Proto.GetJobOrderRequest request, ServerCallContext context)
    {
        var id = Read.Id(request.JobOrderId, "job_order_id");
        var order = await db.JobOrders.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, context.CancellationToken)
            ?? throw Refuse.NotFound(Problems.JobOrderNotFound());
        call.MustReach(order.Reach, Problems.JobOrderNotFound());

        return order.ToProto();
    }
}
