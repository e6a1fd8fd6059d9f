using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Journeys;

partial class JourneysService
{
    public override async Task<Proto.GetJourneyResponse> GetJourney(Proto.GetJourneyRequest request, ServerCallContext context)
    {
        var asked = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var numbers = await MayRead(asked, context.CancellationToken);

        var entries = await Entries(numbers, context.CancellationToken);
        foreach (var number in numbers)
            call.Disclose(number, "journey");
        return new() { WorkerNumber = await db.SurvivorOf(asked, context.CancellationToken), Entries = { entries.Select(ToProto) } };
    }
}
