using Gms.Platform;

namespace Gms.Registry.Journeys;

/// <summary>Timelines as they are taken out: the generation that is read now.</summary>
static class JourneyExport
{
    public static ExportTable<RegistryDb> Journeys { get; } = new ExportTable<RegistryDb, JourneyEntry>
    {
        Name = "journeys",
        Holds = "What happened to each worker, in all services, as events told it.",
        Permission = "journeys.read",
        Table = "journey_entries",
        LeavesOut = new Dictionary<string, string> { ["generation"] = "How timelines are built, not what happened." },
        Rows = db => db.JourneyEntries.Where(e => e.Generation == db.JourneyBuilds.First(b => b.State == JourneyBuildState.Current).Generation),
        Key = new(e => e.EventId, e => e.WorkerNumber),
        Worker = e => e.WorkerNumber,
        OfCountry = (db, rows, country) => rows.Where(e => db.Workers.Any(w => w.WorkerNumber == e.WorkerNumber && w.Country == country)),
        Columns =
        [
            new("event_id", "The event's id.", e => e.EventId),
            new("worker_number", "To whom it happened.", e => e.WorkerNumber),
            new("country", "The country that holds the record the event tells of.", e => e.Country, CodeList.Countries),
            new("name", "What happened.", e => ExportCodes.WithoutVersion(e.Name), ExportCodes.Events),
            new("service", "Which service told it.", e => e.Service),
            new("subject_id", "The record the event tells of.", e => e.SubjectId),
            new("subject_version", "That record's version.", e => e.SubjectVersion),
            new("occurred_at", "When it happened.", e => e.OccurredAt),
            new("received_at", "When the Registry learnt it.", e => e.ReceivedAt),
        ],
    };
}
