using Gms.Platform;
using Microsoft.EntityFrameworkCore;

namespace Gms.Recruitment.Agencies;

/// <summary>Licences as they are taken out, each with its suspensions.</summary>
static class LicenceExport
{
    public static ExportTable<RecruitmentDb> Licences { get; } = new ExportTable<RecruitmentDb, Licence>
    {
        Name = "licences",
        Holds = "Licences of agencies, and the days on which they were suspended.",
        Permission = "agencies.read",
        Table = "licences",
        Within = ["licence_suspensions"],
        Rows = db => db.Set<Licence>().Include(l => l.Suspensions),
        Key = new(l => l.Id),
        OfCountry = (_, rows, country) => rows.Where(l => l.Country == country),
        OfAgency = (_, rows, agency) => rows.Where(l => l.AgencyId == agency),
        Changed = (rows, since) => rows.Where(l => since.Subjects.Contains(l.AgencyId.ToString())),
        Columns =
        [
            new("id", "The licence's id.", l => l.Id),
            new("agency_id", "Whose it is.", l => l.AgencyId),
            new("country", "The licensing country.", l => l.Country, CodeList.Countries),
            new("number", "Its number.", l => l.Number),
            new("outbound", "True for sending abroad, false for bringing in.", l => l.Outbound),
            new("valid_from", "The first day.", l => l.ValidFrom),
            new("valid_to", "The last day; empty where the law knows no fixed end.", l => l.ValidTo),
            new("countries", "The countries to which or from which it allows to recruit.", l => l.Countries, CodeList.Countries),
            new("deposit_minor", "The deposit, in minor units.", l => l.Deposit?.Minor),
            new("deposit_currency", "ISO 4217.", l => l.Deposit?.Currency),
            new("conditions", "What it is bound to.", l => l.Conditions),
            new("granted_at", "When it was granted.", l => l.GrantedAt),
            new("renews_id", "The licence that it renews; empty for a first one.", l => l.RenewsId),
            new("revoked_from", "The first day on which it is revoked; empty while it is not.", l => l.RevokedFrom),
            new("revocation_reason", "Why it was revoked.", l => l.RevocationReason),
            new("suspensions", "From each first day to the day it was valid again, and why.", l => l.Suspensions.OrderBy(s => s.From).Select(s => $"{s.From:yyyy-MM-dd}..{s.Until:yyyy-MM-dd} {s.Reason}")),
        ],
    };
}
