using Gms.Platform;

namespace Gms.DepartureOrientation.Sessions;

/// <summary>Sessions as they are taken out.</summary>
static class SessionExport
{
    public static ExportTable<DepartureOrientationDb> Sessions { get; } = new ExportTable<DepartureOrientationDb, Session>
    {
        Name = "sessions",
        Holds = "Occasions at which orientation was or will be taught.",
        Permission = "sessions.read",
        Table = "sessions",
        Rows = db => db.Sessions,
        Key = new(s => s.Id),
        OfCountry = (_, rows, country) => rows.Where(s => s.Country == country),
        OfOrganisation = (_, rows, caller) => rows.Where(s => s.Institution.Organisation == caller.Organisation),
        Columns =
        [
            new("id", "The session's id.", s => s.Id),
            new("country", "The institution's country.", s => s.Country, CodeList.Countries),
            new("curriculum_id", "The edition taught.", s => s.CurriculumId),
            new("institution_id", "Where.", s => s.InstitutionId),
            new("trainer_id", "By whom.", s => s.TrainerId),
            new("mode", "In a room, at a border or online.", s => s.Mode, CodeList.Of<SessionMode>()),
            new("room", "The room.", s => s.Room),
            new("places", "How many places.", s => s.Places),
            new("enrolled", "How many are taken.", s => s.Enrolled),
            new("language", "BCP 47.", s => s.Language),
            new("starts_at", "The beginning.", s => s.StartsAt),
            new("ends_at", "The end.", s => s.EndsAt),
            new("state", "Where it stands.", s => s.State, CodeList.Of<SessionState>()),
            new("cancelled_at", "When it was cancelled; empty when it was not.", s => s.CancelledAt),
            new("cancellation_reason", "Why.", s => s.CancellationReason, CodeList.Of<CancellationReason>()),
            new("version", "The number of its last event.", s => s.Version),
        ],
    };
}
