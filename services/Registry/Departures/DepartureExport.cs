using Gms.Platform;

namespace Gms.Registry.Departures;

/// <summary>Applications to depart as they are taken out.</summary>
static class DepartureExport
{
    public static ExportTable<RegistryDb> Departures { get; } = new ExportTable<RegistryDb, Departure>
    {
        Name = "departures",
        Holds = "Applications to depart and where each stands.",
        Permission = "departures.read",
        Table = "departures",
        LeavesOut = new Dictionary<string, string>
        {
            ["request_id"] = "The caller's key of one sending.",
            ["request_hash"] = "Only knows a repeat.",
            ["not_by"] = "Stands with the decision appealed: its officer.",
            ["owner_organisation"] = "The organisation of the country of origin that decides.",
            ["recorded_at"] = "The same as received_at, save under a test clock.",
        },
        Rows = db => db.Departures,
        Key = new(d => d.Id),
        Worker = d => d.WorkerNumber,
        OfCountry = (_, rows, country) => rows.Where(d => d.Origin == country),
        OfAgency = (_, rows, agency) => rows.Where(d => d.AgencyId == agency),
        Changed = (rows, since) => rows.Where(d => since.Subjects.Contains(d.Id.ToString()) || d.OwnedAt >= since.At),
        Columns =
        [
            new("id", "The receipt.", d => d.Id),
            new("worker_number", "Who departs.", d => d.WorkerNumber),
            new("contract_id", "The contract named.", d => d.ContractId),
            new("agency_id", "The agency that applies, or whose contract it is.", d => d.AgencyId),
            new("by_agency", "Whether the agency itself applied.", d => d.ByAgency),
            new("origin", "The country of departure, which holds the record.", d => d.Origin, CodeList.Countries),
            new("destination", "The country of work.", d => d.Destination, CodeList.Countries),
            new("channel", "The legal way.", d => d.Channel, ExportCodes.Channels),
            new("checkpoint", "The border post; empty by air or sea.", d => d.Checkpoint, ExportCodes.Checkpoints),
            new("planned_on", "The planned day.", d => d.PlannedOn),
            new("employment_type", "The kind of employment.", d => d.EmploymentType, ExportCodes.EmploymentTypes),
            new("account", "The account that applied.", d => d.Account),
            new("organisation", "That account's organisation.", d => d.Organisation),
            new("received_at", "When it was received.", d => d.ReceivedAt),
            new("status", "Where it stands.", d => d.Status, CodeList.Of<DepartureStatus>()),
            new("missing_parts", "The services whose answer is waited for while it is held.", d => d.MissingParts),
            new("employer_id", "The employer of the contract, as Recruitment said at the decision.", d => d.EmployerId),
            new("held_at", "Since when it waits; empty while it does not.", d => d.HeldAt),
            new("owner", "The officer's account that claimed it.", d => d.Owner),
            new("owned_at", "Since when.", d => d.OwnedAt),
            new("version", "Counts its receipt and decisions.", d => d.Version),
        ],
    };
}
