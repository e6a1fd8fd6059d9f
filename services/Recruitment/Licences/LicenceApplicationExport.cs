using Gms.Platform;

namespace Gms.Recruitment.Licences;

/// <summary>Applications for licences as they are taken out.</summary>
static class LicenceApplicationExport
{
    public static ExportTable<RecruitmentDb> Applications { get; } = new ExportTable<RecruitmentDb, LicenceApplication>
    {
        Name = "licence-applications",
        Holds = "Agencies' applications for licences and their renewal, and what came of them.",
        Permission = "licences.read",
        Table = "licence_applications",
        Rows = db => db.LicenceApplications,
        Key = new(a => a.Id),
        OfCountry = (_, rows, country) => rows.Where(a => a.Country == country),
        OfAgency = (_, rows, agency) => rows.Where(a => a.AgencyId == agency),
        Changed = (rows, since) => rows.Where(a => since.Subjects.Contains(a.Id.ToString())),
        Columns =
        [
            new("id", "The application's id.", a => a.Id),
            new("agency_id", "Who applied.", a => a.AgencyId),
            new("country", "The licensing country.", a => a.Country, CodeList.Countries),
            new("outbound", "True for sending abroad, false for bringing in.", a => a.Outbound),
            new("countries", "The countries applied for.", a => a.Countries, CodeList.Countries),
            new("renews_id", "The licence to be renewed; empty for a first one.", a => a.RenewsId),
            new("capital_minor", "Capital paid up, in minor units.", a => a.Capital?.Minor),
            new("capital_currency", "ISO 4217.", a => a.Capital?.Currency),
            new("deposit_minor", "The deposit held or offered, in minor units.", a => a.Deposit?.Minor),
            new("deposit_currency", "ISO 4217.", a => a.Deposit?.Currency),
            new("statement", "What the agency said to it.", a => a.Statement),
            new("applied_on", "The day on which it came.", a => a.AppliedOn),
            new("applied_at", "When it was entered.", a => a.AppliedAt),
            new("status", "Where it stands.", a => a.Status, CodeList.Of<ApplicationStatus>()),
            new("reasons", "Why it was refused.", a => a.Reasons),
            new("decided_on", "The day of the decision.", a => a.DecidedOn),
            new("licence_id", "The licence granted.", a => a.LicenceId),
        ],
        LeavesOut = new Dictionary<string, string> { ["account"] = "Who entered it: the audit's, not the agency's." },
    };
}
