using Gms.Events.Registry;
using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Distress;

partial class DistressService
{
    public override async Task<Proto.AnswerDistressResponse> AnswerDistress(Proto.AnswerDistressRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var id = Read.Id(request.CaseId, "case_id");
        var state = Read.Value<Proto.DistressState, DistressState>(request.State, "state");
        var outcome = Read.Lines(request.Outcome, "outcome", 500);
        var held = await db.Set<DistressCase>().SingleOrDefaultAsync(c => c.Id == id, cancel) ?? throw Refuse.NotFound(Problems.DistressNotFound());
        call.MustReach(held.Reach, Problems.DistressNotFound());

        Refuse.IfAny(DistressRules.ToAnswer(held, state));

        held.Answer(state, outcome);
        if (state == DistressState.Closed)
        {
            await db.CloseWorkItems(Key(held.Id), "CLOSED", outcome, clock.GetUtcNow(), cancel);
            db.Publish(new DistressClosed
            {
                EventId = Guid.CreateVersion7(),
                OccurredAt = clock.GetUtcNow(),
                SubjectId = held.Id.ToString(),
                SubjectVersion = held.Version,
                WorkerNumber = held.WorkerNumber,
                Country = held.Origin,
                CaseId = held.Id,
            });
        }
        call.Disclose(held.WorkerNumber, "distress");
        return await db.Commit(new Proto.AnswerDistressResponse { State = request.State }, cancel);
    }
}
