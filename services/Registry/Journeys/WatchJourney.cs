using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Journeys;

partial class JourneysService
{
    static readonly TimeSpan LongestWatch = TimeSpan.FromMinutes(10);

    public override async Task WatchJourney(Proto.WatchJourneyRequest request, IServerStreamWriter<Proto.WatchJourneyResponse> responseStream, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var asked = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        using var watcher = bell.Watch(await MayRead(asked, cancel));    // before the first look, so that nothing comes in between unseen
        var sent = new HashSet<Guid>();
        var end = Environment.TickCount64 + (long)LongestWatch.TotalMilliseconds;
        while (Environment.TickCount64 < end)
        {
            // The worker may be merged or parted meanwhile, so that the numbers are asked each time.
            foreach (var entry in (await Entries(await db.NumbersOf(asked, cancel), cancel)).Where(e => sent.Add(e.EventId)))
            {
                call.Disclose(entry.WorkerNumber, "journey");
                await responseStream.WriteAsync(new() { Entry = ToProto(entry) });
            }
            await watcher.Wait(cancel);
        }
    }
}
