using Gms.Platform;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Queues;

partial class QueuesService
{
    public override async Task<Proto.CountWaitingResponse> CountWaiting(Proto.CountWaitingRequest request, ServerCallContext context)
    {
        var country = Read.Country(request.Country, "country");
        call.MustReach(Reach.Country(country), "country");
        var now = clock.GetUtcNow();

        var rows = await WaitingRow.Count(db, country, now, context.CancellationToken);

        return new()
        {
            At = now.ToTimestamp(),
            Waiting = { rows.Select(r => r.ToProto()).OrderBy(w => w.Queue).ThenByDescending(w => w.Reason.Length == 0).ThenByDescending(w => w.Count).ThenBy(w => w.Reason, StringComparer.Ordinal) },
        };
    }
}
