using Gms.Events.Registry;
using Gms.Platform;
using Gms.Registry.Crossings;
using Gms.Registry.Departures;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Returns;

partial class ReturnsService
{
    public override async Task<Proto.RecordReturnResponse> RecordReturn(Proto.RecordReturnRequest request, ServerCallContext context)
    {
        var back = new WorkerReturn
        {
            WorkerNumber = Read.WorkerNumber(request.WorkerNumber, "worker_number"),
            Country = Read.Country(request.To, "to"),
            ComeFrom = Read.Country(request.From, "from"),
            Reason = Read.Code(request.Reason, "reason", codes.ReturnReasons),
            ReturnedOn = Read.Day(request.ReturnedOn, "returned_on"),
            DepartureId = Read.OptionalId(request.DepartureId, "departure_id"),
        };
        call.MustReach(Reach.Country(back.Country), "to");
        var worker = await db.OnRecord(back.WorkerNumber, context.CancellationToken) ?? throw Refuse.NotFound(Problems.ReturnWorkerUnknown());

        var stay = await FindStay(back, context.CancellationToken);
        Refuse.IfAny(ReturnRules.ToRecord(back, stay, worker, clock.TodayIn(back.Country)));

        db.Returns.Add(back);
        db.Publish(Returned(back));
        call.Disclose(back.WorkerNumber, "return");
        return await db.Commit(new Proto.RecordReturnResponse { ReturnId = back.Id.ToString() }, context.CancellationToken);
    }

    async Task<Stay?> FindStay(WorkerReturn back, CancellationToken cancel)
    {
        if (back.DepartureId is not { } id)
            return null;

        var found = await db.Departures.Where(d => d.Id == id).Select(d => new
        {
            d.WorkerNumber,
            ArrivedAt = db.Crossings.Where(c => c.DepartureId == id && c.Kind == CrossingKind.Arrival).Max(c => (DateTimeOffset?)c.CrossedAt),
        }).SingleOrDefaultAsync(cancel);
        return found is null ? null : new(found.WorkerNumber, found.ArrivedAt?.DayIn(back.ComeFrom));
    }

    WorkerReturned Returned(WorkerReturn back) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = clock.GetUtcNow(),
        SubjectId = back.Id.ToString(),
        SubjectVersion = 1,
        WorkerNumber = back.WorkerNumber,
        Country = back.Country,
        ReturnId = back.Id,
        From = back.ComeFrom,
        Reason = back.Reason,
        ReturnedOn = back.ReturnedOn,
        DepartureId = back.DepartureId,
    };
}
