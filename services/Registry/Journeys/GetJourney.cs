using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Journeys;

partial class JourneysService
{
    public override async Task<Proto.GetJourneyResponse> GetJourney(Proto.GetJourneyRequest request, ServerCallContext context)
    {
        var number = await ReadWorker(request.WorkerNumber, context.CancellationToken);

        var entries = await Entries(number, context.CancellationToken);
        call.Disclose(number, "journey");
        return new() { WorkerNumber = number, Entries = { entries.Select(ToProto) } };
    }
}
