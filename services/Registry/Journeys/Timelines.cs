using Gms.Events;
using Gms.Platform;
using Microsoft.EntityFrameworkCore;

namespace Gms.Registry.Journeys;

/// <summary>Writes timelines: many entries in one statement, each event once, in every generation that is in use or being built.</summary>
static class Timelines
{
    /// <summary>The channel on which watchers of a timeline are told; the payload is the worker number.</summary>
    public const string Bell = "journey";

    /// <param name="db">The database, in the transaction that the entries belong to.</param>
    /// <param name="happened">The events.</param>
    /// <param name="generation">One generation only, while it is being built; null for all in use.</param>
    /// <param name="cancel">Stops the write.</param>
    public static Task<int> Add(RegistryDb db, IReadOnlyList<Received<IWorkerEvent>> happened, int? generation, CancellationToken cancel) =>
        Add(db, [.. happened.Select(h => new Happening(h.Name, h.Event, h.Event.WorkerNumber, h.Event.Country))], generation, cancel);

    /// <summary>As above, for events that stand on many timelines.</summary>
    public static Task<int> Add(RegistryDb db, IReadOnlyList<Received<IWorkersEvent>> happened, int? generation, CancellationToken cancel) =>
        Add(db, [.. happened.SelectMany(h => h.Event.WorkerNumbers.Select(number => new Happening(h.Name, h.Event, number, h.Event.Country)))], generation, cancel);

    static Task<int> Add(RegistryDb db, IReadOnlyList<Happening> happened, int? generation, CancellationToken cancel)
    {
        Guid[] ids = [.. happened.Select(h => h.Event.EventId)];
        string[] numbers = [.. happened.Select(h => h.WorkerNumber)];
        string[] countries = [.. happened.Select(h => h.Country)];
        string[] names = [.. happened.Select(h => h.Name)];
        string[] services = [.. happened.Select(h => EventNames.ServiceOf(h.Name))];
        string[] subjects = [.. happened.Select(h => h.Event.SubjectId)];
        long[] versions = [.. happened.Select(h => h.Event.SubjectVersion)];
        DateTimeOffset[] times = [.. happened.Select(h => h.Event.OccurredAt.ToUniversalTime())];
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO journey_entries (generation, event_id, worker_number, country, name, service, subject_id, subject_version, occurred_at)
            SELECT b.generation, e.* FROM unnest({ids}, {numbers}, {countries}, {names}, {services}, {subjects}, {versions}, {times}) AS e
            CROSS JOIN (SELECT generation FROM journey_builds WHERE state <> 'Retired' AND ({generation}::integer IS NULL OR generation = {generation})) AS b
            ON CONFLICT DO NOTHING
            """, cancel);
    }

    public static Task Ring(RegistryDb db, IEnumerable<string> workerNumbers, CancellationToken cancel)
    {
        string[] numbers = [.. workerNumbers.Distinct()];
        return db.Database.ExecuteSqlAsync($"SELECT pg_notify({Bell}, number) FROM unnest({numbers}) AS number", cancel);
    }

    /// <summary>An event on one worker's timeline.</summary>
    sealed record Happening(string Name, IEvent Event, string WorkerNumber, string Country);
}
