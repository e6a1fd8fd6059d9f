using Gms.Events.Recruitment;
using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.JobOrders;

partial class JobOrdersService
{
    public override async Task<Proto.AttestJobOrderResponse> AttestJobOrder(Proto.AttestJobOrderRequest request, ServerCallContext context)
    {
        var id = Read.Id(request.JobOrderId, "job_order_id");
        var number = Read.Text(request.AttestationNumber, "attestation_number", 60);
        var order = await db.JobOrders.Include(o => o.Employer!.Standings).SingleOrDefaultAsync(o => o.Id == id, context.CancellationToken)
            ?? throw Refuse.NotFound(Problems.JobOrderNotFound());
        call.MustReach(order.Reach, Problems.JobOrderNotFound());
        call.MustReach(Reach.Country(order.Country), "job_order_id");    // the country of origin sees it but does not attest

        Refuse.IfAny(JobOrderRules.ToAttest(order, order.Employer, clock.TodayIn(order.Country)));

        order.Attest(number);
        db.Publish(new JobOrderAttested
        {
            EventId = Guid.CreateVersion7(),
            OccurredAt = clock.GetUtcNow(),
            SubjectId = order.Id.ToString(),
            SubjectVersion = order.Version,
            JobOrderId = order.Id,
            Country = order.Country,
        });
        return await db.Commit(new Proto.AttestJobOrderResponse { Status = order.Status.ToProto() }, context.CancellationToken);
    }
}
