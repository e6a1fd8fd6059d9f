using Gms.Platform;
using Microsoft.EntityFrameworkCore;

namespace Gms.DepartureOrientation.Institutions;

/// <summary>Institutions as they are taken out.</summary>
static class InstitutionExport
{
    public static ExportTable<DepartureOrientationDb> Institutions { get; } = new ExportTable<DepartureOrientationDb, Institution>
    {
        Name = "institutions",
        Holds = "Where orientation is taught, and for which days each was accredited.",
        Permission = "institutions.read",
        Table = "institutions",
        Within = ["accreditations", "accreditation_extensions"],
        Rows = db => db.Institutions.Include(i => i.Accreditations).ThenInclude(a => a.Extensions),
        Key = new(i => i.Id),
        OfCountry = (_, rows, country) => rows.Where(i => i.Country == country),
        OfOrganisation = (_, rows, caller) => rows.Where(i => i.Organisation == caller.Organisation),
        Columns =
        [
            new("id", "The institution's id.", i => i.Id),
            new("country", "The country that holds the record.", i => i.Country, CodeList.Countries),
            new("name", "Its name.", i => i.Name),
            new("kind", "What it is.", i => i.Kind, CodeList.Of<InstitutionKind>()),
            new("province", "Where it is; empty when it has no one place.", i => i.Province, CodeList.Provinces),
            new("organisation", "The organisation whose staff run it.", i => i.Organisation),
            new("accreditations", "First and last day of each, and the decisions behind it: accredited, extended, withdrawn.", i => i.Accreditations.OrderBy(a => a.StartsOn).Select(a => $"{a.StartsOn:yyyy-MM-dd}..{a.LastDay:yyyy-MM-dd} {string.Join(", ", [a.Reference, .. a.Extensions.OrderBy(e => e.FormerEndsOn).Select(e => e.Reference), .. a.WithdrawalReference is { } withdrawn ? new[] { withdrawn } : []])}")),
        ],
    };
}
