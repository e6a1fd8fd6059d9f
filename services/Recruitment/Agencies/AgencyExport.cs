using Gms.Platform;

namespace Gms.Recruitment.Agencies;

/// <summary>Agencies as they are taken out.</summary>
static class AgencyExport
{
    public static ExportTable<RecruitmentDb> Agencies { get; } = new ExportTable<RecruitmentDb, Agency>
    {
        Name = "agencies",
        Holds = "Recruitment agencies.",
        Permission = "agencies.read",
        Table = "agencies",
        Rows = db => db.Agencies,
        Key = new(a => a.Id),
        OfCountry = (_, rows, country) => rows.Where(a => a.Country == country),
        OfAgency = (_, rows, agency) => rows.Where(a => a.Id == agency),
        Changed = (rows, since) => rows.Where(a => since.Subjects.Contains(a.Id.ToString())),
        Columns =
        [
            new("id", "The agency's id.", a => a.Id),
            new("country", "The country that registers and licenses it.", a => a.Country, CodeList.Countries),
            new("name", "Its name.", a => a.Name),
            new("name_latin", "Its name in Latin letters.", a => a.NameLatin),
            new("registration_number", "Its number in the country's business register.", a => a.RegistrationNumber),
            new("registered_at", "When it was registered here.", a => a.RegisteredAt),
            new("version", "Counts changes of the agency and its licences.", a => a.Version),
        ],
    };
}
