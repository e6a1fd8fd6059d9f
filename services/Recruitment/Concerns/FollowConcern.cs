using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Concerns;

partial class ConcernsService
{
    public override async Task<Proto.FollowConcernResponse> FollowConcern(Proto.FollowConcernRequest request, ServerCallContext context)
    {
        var reference = Read.Text(request.Reference, "reference", 20).ToUpperInvariant();
        var secret = Read.Secret(request.Secret, "secret");

        var concern = await db.Concerns.AsNoTracking().SingleOrDefaultAsync(c => c.Reference == reference, context.CancellationToken);
        if (concern?.IsToldBy(secret) is not true)
            throw Refuse.NotFound(ConcernProblems.NotFound("reference"));

        return new()
        {
            Country = concern.Country,
            State = concern.State.ToProto(),
            RaisedOn = concern.RaisedAt.DayIn(concern.Country).ToProto(),
            DueOn = concern.DueOn.ToProto(),
            Outcome = concern.Outcome.ToProto(),
            Answer = concern.Answer ?? "",
            AnsweredOn = concern.AnsweredAt?.DayIn(concern.Country).ToProto(),
        };
    }
}
