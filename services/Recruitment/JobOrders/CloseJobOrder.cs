using Gms.Events.Recruitment;
using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.JobOrders;

partial class JobOrdersService
{
    public override async Task<Proto.CloseJobOrderResponse> CloseJobOrder(Proto.CloseJobOrderRequest request, ServerCallContext context)
    {
        var id = Read.Id(request.JobOrderId, "job_order_id");
        var reason = Read.Text(request.Reason, "reason", 1000);
        var order = await db.JobOrders.SingleOrDefaultAsync(o => o.Id == id, context.CancellationToken) ?? throw Refuse.NotFound(Problems.JobOrderNotFound());
        call.MustReach(order.Reach, Problems.JobOrderNotFound());
        call.MustReach(Reach.Country(order.Country), "job_order_id");    // as with attesting: the country of work alone
        var today = clock.TodayIn(order.Country);
        var from = Read.OptionalDay(request.From, "from") ?? today;

        Refuse.IfAny(JobOrderRules.ToClose(order, from, today));

        order.Close(from, reason);
        db.Publish(new JobOrderClosed
        {
            EventId = Guid.CreateVersion7(),
            OccurredAt = clock.GetUtcNow(),
            SubjectId = order.Id.ToString(),
            SubjectVersion = order.Version,
            JobOrderId = order.Id,
            Country = order.Country,
            From = from,
        });
        return await db.Commit(new Proto.CloseJobOrderResponse { ClosedOn = from.ToProto() }, context.CancellationToken);
    }
}
