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
    /// <summary>A timeline is for the country that holds the worker's record and the countries that cleared departures lead from and to.</summary>
    async Task<string> ReadWorker(string workerNumber, CancellationToken cancel)
    {
        var number = Read.WorkerNumber(workerNumber, "worker_number");
        var worker = await db.Workers.Where(w => w.WorkerNumber == number).Select(w => new
        {
            w.Country,
            Ways = db.Departures.Where(d => d.WorkerNumber == number && d.Status == DepartureStatus.Cleared).Select(d => new { d.Origin, d.Destination }).Distinct().ToList(),
        }).AsSingleQuery().SingleOrDefaultAsync(cancel);
        var consented = await gate.MustHold(number, worker?.Country ?? WorkerNumber.CountryOf(number), cancel);
        if (worker is null)
            throw Refuse.NotFound(Problems.JourneyWorkerUnknown());

        call.MustReach(consented with { Countries = [worker.Country, .. worker.Ways.SelectMany(w => new[] { w.Origin, w.Destination })], Worker = number }, Problems.JourneyWorkerUnknown());
        return number;
    }

    Task<List<JourneyEntry>> Entries(string number, CancellationToken cancel) =>
        db.JourneyEntries.AsNoTracking()
            .Where(e => e.WorkerNumber == number && e.Generation == db.JourneyBuilds.First(b => b.State == JourneyBuildState.Current).Generation)
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
