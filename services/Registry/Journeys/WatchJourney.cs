using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Journeys;

partial class JourneysService
{
    static readonly TimeSpan LongestWatch = TimeSpan.FromMinutes(10);

    public override async Task WatchJourney(Proto.WatchJourneyRequest request, IServerStreamWriter<Proto.WatchJourneyResponse> responseStream, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var numbers = await ReadWorker(request.WorkerNumber, cancel);
        using var watcher = bell.Watch(numbers);    // before the first look, so that nothing comes in between unseen
        var sent = new HashSet<Guid>();
        var end = Environment.TickCount64 + (long)LongestWatch.TotalMilliseconds;
        while (Environment.TickCount64 < end)
        {
            foreach (var entry in (await Entries(numbers, cancel)).Where(e => sent.Add(e.EventId)))
            {
                call.Disclose(entry.WorkerNumber, "journey");
                await responseStream.WriteAsync(new() { Entry = ToProto(entry) });
            }
            await watcher.Wait(cancel);
        }
    }
}
