using Gms.Events;
using Gms.Events.V1;
using Gms.Platform;
using Gms.Type.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Journeys;

partial class JourneysService
{
    const long RebuildLock = 0x474D534A4F55524E;    // "GMSJOURN"
    const int Chunk = 1000;

    /// <summary>The other services that publish events about workers.</summary>
    static readonly string[] Publishers = ["Recruitment", "SocialSecurity", "DepartureOrientation", "Reintegration"];

    public override async Task RebuildJourneys(Proto.RebuildJourneysRequest request, IServerStreamWriter<Proto.RebuildJourneysResponse> responseStream, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        _ = Read.Id(request.RequestId, "request_id");
        await using var holder = await database.OpenConnectionAsync(cancel);
        if (!await Ask(holder, "SELECT pg_try_advisory_lock($1)"))
            throw Refuse.NotNow(Problems.JourneyRebuildRunning());
        try
        {
            var generation = await Begin(cancel);
            await responseStream.WriteAsync(new() { Service = "registry", Entries = await OwnEvents(generation, cancel) });
            foreach (var publisher in Publishers)
                await responseStream.WriteAsync(new() { Service = new ServiceIdentity(publisher).Client, Entries = await EventsOf(publisher, generation, cancel) });
            await responseStream.WriteAsync(new() { Entries = await ChangeOver(generation, cancel), Done = true });
        }
        finally
        {
            await Ask(holder, "SELECT pg_advisory_unlock($1)");
        }
    }

    /// <summary>A new generation beside the current one; what a rebuild that ended early left is thrown away. From now on new events go to both.</summary>
    async Task<int> Begin(CancellationToken cancel)
    {
        await db.JourneyEntries.Where(e => db.JourneyBuilds.Any(b => b.Generation == e.Generation && b.State != JourneyBuildState.Current)).ExecuteDeleteAsync(cancel);
        await db.JourneyBuilds.Where(b => b.State == JourneyBuildState.Building).ExecuteUpdateAsync(b => b.SetProperty(x => x.State, JourneyBuildState.Retired), cancel);
        var build = new JourneyBuild { State = JourneyBuildState.Building };
        db.JourneyBuilds.Add(build);
        await db.Commit(cancel);
        return build.Generation;
    }

    /// <summary>The Registry's own events stand in its own log.</summary>
    Task<int> OwnEvents(int generation, CancellationToken cancel) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO journey_entries (generation, event_id, worker_number, country, name, service, subject_id, subject_version, occurred_at)
        SELECT {generation}, event_id, number, body::json ->> 'country', name, split_part(name, '.', 2), subject_id, subject_version, occurred_at
        FROM outbox CROSS JOIN LATERAL (
            SELECT body::json ->> 'workerNumber' AS number UNION ALL SELECT json_array_elements_text(body::json -> 'workerNumbers')) AS worker
        WHERE number IS NOT NULL
        ON CONFLICT DO NOTHING
        """, cancel);

    async Task<int> EventsOf(string publisher, int generation, CancellationToken cancel)
    {
        using var replay = new Gms.Events.V1.Events.EventsClient(peers.To(publisher, Purpose.Administration)).Replay(new ReplayRequest(), cancellationToken: cancel);
        var read = 0;
        var (ofOne, ofMany) = (new List<Received<IWorkerEvent>>(Chunk), new List<Received<IWorkersEvent>>());
        await foreach (var happened in replay.ResponseStream.ReadAllAsync(cancel))
        {
            if (EventNames.TypeOf(happened.Name) is not { } type)
                continue;

            if (typeof(IWorkerEvent).IsAssignableFrom(type))
                ofOne.Add(new(happened.Name, (IWorkerEvent)EventJson.Read(happened.Body, type)));
            else if (typeof(IWorkersEvent).IsAssignableFrom(type))
                ofMany.Add(new(happened.Name, (IWorkersEvent)EventJson.Read(happened.Body, type)));
            else
                continue;
            read++;
            if (ofOne.Count + ofMany.Sum(h => h.Event.WorkerNumbers.Count) >= Chunk)
                await Write();
        }
        await Write();
        return read;

        async Task Write()
        {
            if (ofOne.Count > 0)
                await Timelines.Add(db, ofOne, generation, cancel);
            if (ofMany.Count > 0)
                await Timelines.Add(db, ofMany, generation, cancel);
            ofOne.Clear();
            ofMany.Clear();
        }
    }

    /// <summary>
    /// Puts the new generation in the old one's place. An event that came shortly before the rebuild began may have been too young for its
    /// publisher's log to send and too old to go to both: it is taken over from the current generation.
    /// </summary>
    async Task<long> ChangeOver(int generation, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO journey_entries
            SELECT {generation}, e.event_id, e.worker_number, e.country, e.name, e.service, e.subject_id, e.subject_version, e.occurred_at, e.received_at
            FROM journey_entries e JOIN journey_builds c ON c.generation = e.generation AND c.state = 'Current' JOIN journey_builds n ON n.generation = {generation}
            WHERE e.received_at >= n.started_at - interval '10 minutes'
            ON CONFLICT DO NOTHING
            """, cancel);
        await db.Database.ExecuteSqlAsync($"UPDATE journey_builds SET state = 'Retired' WHERE state = 'Current'", cancel);
        await db.Database.ExecuteSqlAsync($"UPDATE journey_builds SET state = 'Current' WHERE generation = {generation}", cancel);
        await db.Commit(cancel);
        await transaction.CommitAsync(cancel);

        await db.JourneyEntries.Where(e => db.JourneyBuilds.Any(b => b.Generation == e.Generation && b.State == JourneyBuildState.Retired)).ExecuteDeleteAsync(cancel);
        return await db.JourneyEntries.LongCountAsync(e => e.Generation == generation, cancel);
    }

    static async Task<bool> Ask(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = RebuildLock } } };
        return (bool)(await command.ExecuteScalarAsync(CancellationToken.None))!;
    }
}
