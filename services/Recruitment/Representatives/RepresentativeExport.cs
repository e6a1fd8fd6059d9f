using Gms.Platform;

namespace Gms.Recruitment.Representatives;

/// <summary>Whoever acts for agencies as it is taken out.</summary>
static class RepresentativeExport
{
    public static ExportTable<RecruitmentDb> Representatives { get; } = new ExportTable<RecruitmentDb, Representative>
    {
        Name = "agency-representatives",
        Holds = "Branches, officers, signatories, offices abroad and sub-agents of agencies, for dated days.",
        Permission = "representatives.read",
        Table = "agency_representatives",
        Rows = db => db.Representatives,
        Key = new(r => r.Id),
        OfCountry = (db, rows, country) => rows.Where(r => db.Agencies.Any(a => a.Id == r.AgencyId && a.Country == country)),
        OfAgency = (_, rows, agency) => rows.Where(r => r.AgencyId == agency),
        Changed = (rows, since) => rows.Where(r => since.Subjects.Contains(r.Id.ToString())),
        Columns =
        [
            new("id", "The representative's id.", r => r.Id),
            new("agency_id", "For whom it acts.", r => r.AgencyId),
            new("country", "Where it acts.", r => r.Country, CodeList.Countries),
            new("kind", "As what.", r => r.Kind, CodeList.Of<RepresentativeKind>()),
            new("name", "Its name.", r => r.Name),
            new("name_latin", "Its name in Latin letters.", r => r.NameLatin),
            new("registration_number", "Its number in the business register or on its card.", r => r.RegistrationNumber),
            new("subdivision", "The province where it acts.", r => r.Subdivision, CodeList.Provinces),
            new("from_day", "The first day.", r => r.From),
            new("last_day", "The last day; empty while it has no end.", r => r.LastDay),
            new("one_agency", "True for a sub-agent that may act for no other agency.", r => r.OneAgency),
            new("registered_at", "When it was registered.", r => r.RegisteredAt),
            new("version", "Counts its changes.", r => r.Version),
        ],
    };
}
