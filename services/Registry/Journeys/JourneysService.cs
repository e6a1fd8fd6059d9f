using Gms.Platform;
using Gms.Registry.Consents;
using Gms.Registry.Departures;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Journeys;

/// <summary>The calls of protos/gms/registry/v1/journeys.proto, one file each in this folder.</summary>
sealed partial class JourneysService(RegistryDb db, Call call, ConsentGate gate, JourneyBell bell, IPeers peers, NpgsqlDataSource database) : Proto.Journeys.JourneysBase
{
    /// <summary>A timeline is for the countries that hold the worker's records and those that cleared departures lead from and to.</summary>
    /// <returns>Every number of the worker: what happened stands under the number that it happened under.</returns>
    async Task<IReadOnlyList<string>> MayRead(string number, CancellationToken cancel)
    {
        var numbers = await db.NumbersOf(number, cancel);
        var holders = await db.Workers.Where(w => numbers.Contains(w.WorkerNumber)).Select(w => w.Country).ToListAsync(cancel);
        var consented = await gate.MustHold(numbers, holders, cancel);
        if (holders.Count == 0)
            throw Refuse.NotFound(Problems.JourneyWorkerUnknown());
        var ways = await db.Departures.Where(d => numbers.Contains(d.WorkerNumber) && d.Status == DepartureStatus.Cleared).Select(d => new { d.Origin, d.Destination }).Distinct().ToListAsync(cancel);

        call.MustReach(consented with { Countries = [.. holders, .. ways.SelectMany(w => new[] { w.Origin, w.Destination })], Worker = number }, Problems.JourneyWorkerUnknown());
        return numbers;
    }

    Task<List<JourneyEntry>> Entries(IReadOnlyList<string> numbers, CancellationToken cancel) =>
        db.JourneyEntries.AsNoTracking()
            .Where(e => numbers.Contains(e.WorkerNumber) && e.Generation == db.JourneyBuilds.First(b => b.State == JourneyBuildState.Current).Generation)
            .OrderBy(e => e.OccurredAt).ThenBy(e => e.Service).ThenBy(e => e.SubjectId).ThenBy(e => e.SubjectVersion)
            .ToListAsync(cancel);

    static Proto.JourneyEntry ToProto(JourneyEntry entry) => new()
    {
        EventId = entry.EventId.ToString(),
        Name = entry.Name,
        Service = entry.Service,
        SubjectId = entry.SubjectId,
        SubjectVersion = entry.SubjectVersion,
        OccurredAt = entry.OccurredAt.ToTimestamp(),
        ReceivedAt = entry.ReceivedAt.ToTimestamp(),
        Country = entry.Country,
    };
}
