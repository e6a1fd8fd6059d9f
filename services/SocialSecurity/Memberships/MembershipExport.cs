using Gms.Platform;

namespace Gms.SocialSecurity.Memberships;

/// <summary>Memberships as they are taken out.</summary>
static class MembershipExport
{
    public static ExportTable<SocialSecurityDb> Memberships { get; } = new ExportTable<SocialSecurityDb, Membership>
    {
        Name = "memberships",
        Holds = "Days in a scheme through one employer, and the months that count.",
        Permission = "memberships.read",
        Table = "memberships",
        Rows = db => db.Memberships,
        Key = new(m => m.Id),
        Worker = m => m.WorkerNumber,
        OfCountry = (_, rows, country) => rows.Where(m => m.Country == country),
        Columns =
        [
            new("id", "The membership's id.", m => m.Id),
            new("worker_number", "Who is insured.", m => m.WorkerNumber),
            new("country", "The country of the scheme, which holds the record.", m => m.Country, CodeList.Countries),
            new("scheme", "The scheme.", m => m.Scheme, ExportCodes.Schemes),
            new("employer", "Its id in Recruitment or its number at the scheme; empty for who joined without one.", m => m.Employer),
            new("employment_type", "The kind of employment.", m => m.EmploymentType, ExportCodes.EmploymentTypes),
            new("channel", "The legal way; empty when not known.", m => m.Channel, ExportCodes.Channels),
            new("from_day", "The first day.", m => m.FromDay),
            new("to_day", "The last day; empty while it goes on.", m => m.ToDay),
            new("end_reason", "Why it ended.", m => m.EndReason, CodeList.Of<MembershipEnd>()),
            new("born", "The birth date as it was confirmed when the membership began.", m => m.Born),
            new("sex", "As the Registry confirmed it.", m => m.Sex, ExportCodes.Sexes),
            new("paid_months", "The months that count, in runs: first..last.", m => Months.Of(m.PaidMonths).Runs.Select(r => $"{Months.FirstDay(r.First):yyyy-MM}..{Months.FirstDay(r.Last):yyyy-MM}")),
            new("sole", "Whether the scheme takes one membership on a day.", m => m.Sole),
            new("apart", "The rule by which this scheme and others exclude one another; empty where none holds.", m => m.Apart),
            new("apart_from", "The first day on which that rule holds; empty for always.", m => m.ApartFrom),
            new("apart_to", "The last day on which that rule holds; empty while it goes on.", m => m.ApartTo),
            new("version", "Counts its start and end.", m => m.Version),
        ],
    };
}
