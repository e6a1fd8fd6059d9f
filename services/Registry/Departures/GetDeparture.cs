using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Departures;

partial class DeparturesService
{
    public override async Task<Proto.GetDepartureResponse> GetDeparture(Proto.GetDepartureRequest request, ServerCallContext context)
    {
        var id = Read.OptionalId(request.DepartureId, "departure_id");
        var requestId = id is null ? Read.Id(request.RequestId, "request_id") : (Guid?)null;

        var departures = db.Departures.AsNoTracking();
        var departure = await (id is null ? departures.Where(d => d.RequestId == requestId) : departures.Where(d => d.Id == id)).SingleOrDefaultAsync(context.CancellationToken)
            ?? throw Refuse.NotFound(Unknown);
        call.MustReach(Reach(departure), Unknown);

        call.Disclose(departure.WorkerNumber, "departure");
        return new() { Departure = departure.ToProto(await Last(departure, context.CancellationToken), ForAgency) };
    }
}
