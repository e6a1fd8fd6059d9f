using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Departures;

partial class DeparturesService
{
    public override async Task<Proto.ReleaseDepartureResponse> ReleaseDeparture(Proto.ReleaseDepartureRequest request, ServerCallContext context)
    {
        var departure = await Find(Read.Id(request.DepartureId, "departure_id"), context.CancellationToken);
        call.MustReach(Platform.Reach.Country(departure.Origin), "departure_id");

        Refuse.IfAny(DepartureRules.ToRelease(departure));

        departure.Release();
        call.Disclose(departure.WorkerNumber, "departure");
        return await db.Commit(new Proto.ReleaseDepartureResponse(), context.CancellationToken);
    }
}
