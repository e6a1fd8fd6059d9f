using Gms.Platform;

namespace Gms.Recruitment.Employers;

/// <summary>Employers as they are taken out. An agency has those with whom it has a job order or a contract.</summary>
static class EmployerExport
{
    public static ExportTable<RecruitmentDb> Employers { get; } = new ExportTable<RecruitmentDb, Employer>
    {
        Name = "employers",
        Holds = "Enterprises that employ migrant workers.",
        Permission = "employers.read",
        Table = "employers",
        Rows = db => db.Employers,
        Key = new(e => e.Id),
        OfCountry = (_, rows, country) => rows.Where(e => e.Country == country),
        OfAgency = (db, rows, agency) => rows.Where(e =>
            db.JobOrders.Any(o => o.EmployerId == e.Id && (o.AgencyId == agency || o.FurtherAgencies.Contains(agency))) || db.Contracts.Any(c => c.EmployerId == e.Id && c.AgencyId == agency)),
        Changed = (rows, since) => rows.Where(e => since.Subjects.Contains(e.Id.ToString())),
        Columns =
        [
            new("id", "The employer's id.", e => e.Id),
            new("country", "The country of work, which holds the record.", e => e.Country, CodeList.Countries),
            new("name", "Its name.", e => e.Name),
            new("name_latin", "Its name in Latin letters.", e => e.NameLatin),
            new("registration_number", "Its number in the country's business register.", e => e.RegistrationNumber),
            new("sector", "Its industry.", e => e.Sector, ExportCodes.Sectors),
            new("subdivision", "The province of work.", e => e.Subdivision, CodeList.Provinces),
            new("site_visited_on", "When the labour office visited the workplace; empty when it has not.", e => e.SiteVisitedOn),
            new("registered_at", "When it was registered here.", e => e.RegisteredAt),
            new("version", "Counts its changes.", e => e.Version),
        ],
    };
}
