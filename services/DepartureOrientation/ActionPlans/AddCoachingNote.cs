using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.ActionPlans;

partial class ActionPlansService
{
    public override async Task<Proto.AddCoachingNoteResponse> AddCoachingNote(Proto.AddCoachingNoteRequest request, ServerCallContext context)
    {
        var measure = await FindMeasure(db.Measures.AsNoTracking(), Read.Id(request.MeasureId, "measure_id"), context.CancellationToken);
        var note = new CoachingNote
        {
            MeasureId = measure.Id,
            Text = Read.Text(request.Text, "text", 2000),
            At = clock.GetUtcNow(),
            Account = call.Caller.Account,
            Organisation = call.Caller.Organisation,
        };
        db.Add(note);
        return await db.Commit(new Proto.AddCoachingNoteResponse { NoteId = note.Id.ToString() }, context.CancellationToken);
    }
}
