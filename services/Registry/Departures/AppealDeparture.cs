using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Departures;

partial class DeparturesService
{
    public override async Task<Proto.AppealDepartureResponse> AppealDeparture(Proto.AppealDepartureRequest request, ServerCallContext context)
    {
        var grounds = Read.Lines(request.Grounds, "grounds", 500);
        var departure = await Find(Read.Id(request.DepartureId, "departure_id"), context.CancellationToken);

        Refuse.IfAny(DepartureRules.ToAppeal(departure));

        var last = await Last(departure, context.CancellationToken);
        var appeal = departure.Appeal(last!, grounds, call.Caller.Account, call.Caller.Organisation, clock.GetUtcNow());
        db.DepartureDecisions.Add(appeal);
        db.Publish(DepartureEvents.Decided(departure, appeal));
        call.Disclose(departure.WorkerNumber, "departure");
        return await db.Commit(new Proto.AppealDepartureResponse { DepartureId = departure.Id.ToString(), Status = departure.Status.ToProto() }, context.CancellationToken);
    }
}
