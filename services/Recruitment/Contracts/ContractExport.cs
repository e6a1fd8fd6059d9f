using Gms.Platform;

namespace Gms.Recruitment.Contracts;

/// <summary>Contracts as they are taken out. What each version says is an export of its own.</summary>
static class ContractExport
{
    public static ExportTable<RecruitmentDb> Contracts { get; } = new ExportTable<RecruitmentDb, Contract>
    {
        Name = "contracts",
        Holds = "Migrant workers' employment contracts, their parties and term.",
        Permission = "contracts.read",
        Table = "contracts",
        Rows = db => db.Contracts,
        Key = new(c => c.Id),
        Worker = c => c.WorkerNumber,
        OfCountry = (_, rows, country) => rows.Where(c => c.Country == country),
        OfAgency = (_, rows, agency) => rows.Where(c => c.AgencyId == agency),
        Changed = (rows, since) => rows.Where(c => since.Subjects.Contains(c.Id.ToString())),
        Columns =
        [
            new("id", "The contract's id.", c => c.Id),
            new("worker_number", "The worker.", c => c.WorkerNumber),
            new("worker_born", "The worker's birth date as it was confirmed, as precise as it is known.", c => c.WorkerBorn),
            new("country", "The country that holds the record.", c => c.Country, CodeList.Countries),
            new("agency_id", "The agency; empty without one.", c => c.AgencyId),
            new("employer_id", "The employer.", c => c.EmployerId),
            new("job_order_id", "The job order; empty without one.", c => c.JobOrderId),
            new("transferred_from", "The contract in whose place it stands; empty for any other.", c => c.TransferredFrom),
            new("origin", "The country the worker comes from.", c => c.Origin, CodeList.Countries),
            new("destination", "The country of work.", c => c.Destination, CodeList.Countries),
            new("channel", "The legal way.", c => c.Channel, ExportCodes.Channels),
            new("occupation", "ISCO-08 unit group.", c => c.Occupation, ExportCodes.Occupations),
            new("sector", "The industry.", c => c.Sector, ExportCodes.Sectors),
            new("employment_type", "The kind of employment.", c => c.EmploymentType, ExportCodes.EmploymentTypes),
            new("starts_on", "The first day of the term.", c => c.StartsOn),
            new("ends_on", "The last day of the term.", c => c.EndsOn),
            new("last_day", "The last day in force.", c => c.LastDay),
            new("status", "Whether it is in force.", c => c.Status, CodeList.Of<ContractStatus>()),
            new("end_reason", "Why it ended.", c => c.EndReason, CodeList.Of<ContractEnd>()),
            new("text_version", "The number of the latest version.", c => c.TextVersion),
            new("text_hash", "SHA-256 of that version's text.", c => c.TextHash),
            new("registered_at", "When it was registered.", c => c.RegisteredAt),
            new("version", "Counts its changes.", c => c.Version),
        ],
    };
}
