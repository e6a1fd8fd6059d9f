using Gms.Platform;

namespace Gms.Access.Organisations;

/// <summary>Organisations as they are taken out.</summary>
static class OrganisationExport
{
    public static ExportTable<AccessDb> Organisations { get; } = new ExportTable<AccessDb, Organisation>
    {
        Name = "organisations",
        Holds = "Offices, agencies and bodies whose people and programs use the registry.",
        Permission = "organisations.read",
        Table = "organisations",
        Rows = db => db.Organisations,
        Key = new(o => o.Id),
        OfCountry = (_, rows, country) => rows.Where(o => o.Country == country),
        OfAgency = (_, rows, agency) => rows.Where(o => o.AgencyId == agency),
        OfRegion = rows => rows,
        Columns =
        [
            new("id", "The organisation's id.", o => o.Id),
            new("kind", "What it is.", o => o.Kind, CodeList.Of<OrganisationKind>()),
            new("name", "Its name.", o => o.Name),
            new("country", "Its country; empty for a body of the region.", o => o.Country, CodeList.Countries),
            new("agency_id", "The agency in Recruitment that it is.", o => o.AgencyId),
            new("registered_at", "When it was registered.", o => o.RegisteredAt),
            new("version", "Counts its changes.", o => o.Version),
        ],
    };
}
