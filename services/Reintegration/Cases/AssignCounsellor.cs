using Gms.Platform;
using Gms.Reintegration.Casework;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Cases;

partial class CasesService
{
    public override async Task<Proto.AssignCounsellorResponse> AssignCounsellor(Proto.AssignCounsellorRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var counsellor = Read.OptionalText(request.Counsellor, "counsellor", 64) ?? call.Caller.Account;
        var office = Read.OptionalText(request.Office, "office", 64) ?? call.Caller.Organisation;
        var id = Read.Id(request.CaseId, "case_id");
        // Two cases given to one counsellor at once are counted one after the other.
        await db.Begin(cancel);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({counsellor}, 8))", cancel);
        var held = await Find(db.Cases.Include(c => c.Signs), id, cancel);
        var today = clock.TodayIn(held.Country);
        var others = await db.Cases.CountAsync(c => c.Counsellor == counsellor && c.State != CaseState.Closed && c.Id != id, cancel);

        Refuse.IfAny([.. CaseRules.ToAssign(held), .. CaseRules.ToTake(others, Rules.CaseloadLimit(held.Country, today))]);

        var first = held.State == CaseState.Opened;
        held.Assign(counsellor, office);
        intake.Order(held);
        if (first)
        {
            await db.End(Step.Assign, held.Id, held, clock.GetUtcNow(), cancel);
            intake.Taken(held, today);
        }
        call.Disclose(held.WorkerNumber, "case");
        return await db.Commit(new Proto.AssignCounsellorResponse { State = held.State.ToProto() }, cancel);
    }
}
