using Gms.Platform;

namespace Gms.Access.Clients;

/// <summary>Programs of organisations as they are taken out.</summary>
static class ClientExport
{
    public static ExportTable<AccessDb> Clients { get; } = new ExportTable<AccessDb, MachineClient>
    {
        Name = "clients",
        Holds = "Programs of organisations that call without a person.",
        Permission = "clients.read",
        Table = "clients",
        LeavesOut = new Dictionary<string, string> { ["secret_hash"] = "Belongs to the secret." },
        Rows = db => db.Clients,
        Key = new(c => c.Id),
        OfCountry = (_, rows, country) => rows.Where(c => c.Organisation!.Country == country),
        OfAgency = (_, rows, agency) => rows.Where(c => c.Organisation!.AgencyId == agency),
        OfRegion = rows => rows,
        Columns =
        [
            new("id", "The program's id.", c => c.Id),
            new("organisation_id", "Whose it is.", c => c.OrganisationId),
            new("name", "Its name.", c => c.Name),
            new("roles", "What it may do.", c => c.Roles, ExportTables.Roles),
            new("registered_at", "When it was registered.", c => c.RegisteredAt),
            new("withdrawn_at", "When it was withdrawn.", c => c.WithdrawnAt),
            new("version", "Counts its secrets and its withdrawal.", c => c.Version),
        ],
    };
}
