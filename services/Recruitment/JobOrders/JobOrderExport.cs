using Gms.Platform;
using Gms.Recruitment.Contracts;

namespace Gms.Recruitment.JobOrders;

/// <summary>Job orders as they are taken out.</summary>
static class JobOrderExport
{
    public static ExportTable<RecruitmentDb> JobOrders { get; } = new ExportTable<RecruitmentDb, JobOrder>
    {
        Name = "job-orders",
        Holds = "Employers' requests for workers: how many, for what, at what pay.",
        Permission = "job-orders.read",
        Table = "job_orders",
        Rows = db => db.JobOrders,
        Key = new(o => o.Id),
        OfCountry = (_, rows, country) => rows.Where(o => o.Country == country),
        OfAgency = (_, rows, agency) => rows.Where(o => o.AgencyId == agency || o.FurtherAgencies.Contains(agency)),
        Columns =
        [
            new("id", "The order's id.", o => o.Id),
            new("employer_id", "The employer.", o => o.EmployerId),
            new("agency_id", "The agency; empty where the channel needs none.", o => o.AgencyId),
            new("further_agencies", "Agencies that fill it beside that one.", o => o.FurtherAgencies),
            new("origin", "The country the workers come from.", o => o.Origin, CodeList.Countries),
            new("country", "The country of work, which holds the record.", o => o.Country, CodeList.Countries),
            new("channel", "The legal way.", o => o.Channel, ExportCodes.Channels),
            new("occupation", "ISCO-08 unit group.", o => o.Occupation, ExportCodes.Occupations),
            new("places", "How many workers.", o => o.Places),
            new("places_left", "How many places no contract has taken.", o => o.PlacesLeft),
            new("wage_minor", "The least wage, in minor units.", o => o.Wage.Minor),
            new("wage_currency", "ISO 4217.", o => o.Wage.Currency),
            new("wage_period", "For which time it is paid.", o => o.WagePeriod, CodeList.Of<WagePeriod>()),
            new("hours_per_week", "The most hours.", o => o.HoursPerWeek),
            new("days_per_week", "The most days; empty when the order does not say.", o => o.DaysPerWeek),
            new("housing", "Where the workers will live; empty when the order does not say.", o => o.Housing, CodeList.Of<Housing>()),
            new("monthly_deduction_minor", "The most that may be deducted each month, in minor units of the wage's currency.", o => o.MonthlyDeductionMinor),
            new("open_until", "The last day on which contracts may be registered under it.", o => o.OpenUntil),
            new("status", "Where it stands.", o => o.Status, CodeList.Of<JobOrderStatus>()),
            new("attestation_number", "The labour office's number.", o => o.AttestationNumber),
            new("closed_on", "The day from which it is closed; empty while it is not.", o => o.ClosedOn),
            new("closed_reason", "Why it was closed.", o => o.ClosedReason),
            new("registered_at", "When it was registered.", o => o.RegisteredAt),
            new("version", "Counts its changes.", o => o.Version),
        ],
    };
}
