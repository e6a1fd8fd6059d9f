using Gms.Platform;

namespace Gms.Recruitment.Employers;

/// <summary>What labour offices said of employers, as it is taken out. An agency has those of the employers it works with, without the reasons.</summary>
static class StandingExport
{
    public static ExportTable<RecruitmentDb> Standings { get; } = new ExportTable<RecruitmentDb, StandingChange>
    {
        Name = "employer-standings",
        Holds = "Accreditations of employers by the labour office of the country of work, and their suspension and withdrawal.",
        Permission = "employers.read",
        Table = "employer_standings",
        Rows = db => db.Set<StandingChange>(),
        Key = new(s => s.EmployerId, s => s.Number),
        OfCountry = (db, rows, country) => rows.Where(s => db.Employers.Any(e => e.Id == s.EmployerId && e.Country == country)),
        Columns =
        [
            new("employer_id", "The employer.", s => s.EmployerId),
            new("number", "1, 2, 3 … per employer.", s => s.Number),
            new("standing", "What it became.", s => s.Standing, CodeList.Of<EmployerStanding>()),
            new("from_day", "From this day on.", s => s.From),
            new("last_day", "The last day of an accreditation with an end.", s => s.LastDay),
            new("reference", "Of an accreditation, at the labour office.", s => s.Reference),
            new("reason", "Why it was suspended or withdrawn.", s => s.Reason),
            new("recorded_at", "When it was entered.", s => s.RecordedAt),
        ],
    };
}
