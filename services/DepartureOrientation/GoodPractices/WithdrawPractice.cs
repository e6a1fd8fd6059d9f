using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.GoodPractices;

partial class GoodPracticesService
{
    public override async Task<Proto.WithdrawPracticeResponse> WithdrawPractice(Proto.WithdrawPracticeRequest request, ServerCallContext context)
    {
        var id = Read.Id(request.PracticeId, "practice_id");
        var reason = Read.Text(request.Reason, "reason", 400);
        var practice = await db.GoodPractices.SingleOrDefaultAsync(p => p.Id == id, context.CancellationToken) ?? throw Refuse.NotFound(GoodPracticeProblems.NotFound());
        // Everybody reads it; that it is not one's own is no secret.
        call.MustReach(Reach.Country(practice.Country), "practice_id");

        if (!practice.IsShared)
            throw Refuse.NotNow(GoodPracticeProblems.Withdrawn("practice_id"));

        practice.Withdraw(clock.TodayIn(practice.Country), reason);
        return await db.Commit(new Proto.WithdrawPracticeResponse { State = ToProto(practice.State) }, context.CancellationToken);
    }
}
