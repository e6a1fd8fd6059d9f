using Gms.Events.Registry;
using Gms.Platform;
using Grpc.Core;
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

        await db.Begin(context.CancellationToken);
        if ((await intake.Take([back], context.CancellationToken))[0].Refused is { } refused)
            throw refused;

        db.Publish(Returned(back));
        call.Disclose(back.WorkerNumber, "return");
        return await db.Commit(new Proto.RecordReturnResponse { ReturnId = back.Id.ToString() }, context.CancellationToken);
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
