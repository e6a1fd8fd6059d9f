using Gms.Platform;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Departures;

partial class DeparturesService
{
    public override async Task<Proto.ClaimDepartureResponse> ClaimDeparture(Proto.ClaimDepartureRequest request, ServerCallContext context)
    {
        var departure = await Find(Read.Id(request.DepartureId, "departure_id"), context.CancellationToken);
        call.MustReach(Platform.Reach.Country(departure.Origin), "departure_id");

        Refuse.IfAny(DepartureRules.ToClaim(departure, call.Caller.Account));

        departure.Claim(call.Caller.Account, call.Caller.Organisation, clock.GetUtcNow());
        call.Disclose(departure.WorkerNumber, "departure");
        return await db.Commit(new Proto.ClaimDepartureResponse { Owner = departure.Owner, OwnedSince = departure.OwnedAt!.Value.ToTimestamp() }, context.CancellationToken);
    }
}
