using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Concerns;

partial class ConcernsService
{
    const int MostAnswer = 1000;

    public override async Task<Proto.AnswerConcernResponse> AnswerConcern(Proto.AnswerConcernRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var outcome = Read.Value<Proto.ConcernOutcome, ConcernOutcome>(request.Outcome, "outcome");
        var answer = Read.Lines(request.Answer, "answer", MostAnswer);
        var complaint = Read.OptionalId(request.ComplaintId, "complaint_id");
        Refuse.IfInvalid(ConcernRules.Answer(outcome, complaint));
        var concern = await Find(request.ConcernId, cancel);
        if (complaint is not null && !await db.Complaints.AnyAsync(c => c.Id == complaint && c.Country == concern.Country, cancel))
            throw Refuse.NotFound(Problems.ComplaintNotFound());

        Refuse.IfAny(ConcernRules.ToAnswer(concern));

        concern.Close(outcome, answer, complaint, call.Caller.Account, clock.GetUtcNow());
        await db.CloseWorkItems(KeyOf(concern), "ANSWERED", "The concern is answered.", clock.GetUtcNow(), cancel);
        return await db.Commit(new Proto.AnswerConcernResponse { State = concern.State.ToProto() }, cancel);
    }
}
