using Gms.Platform;
using Gms.SocialSecurity.Memberships;

namespace Gms.SocialSecurity.Contributions;

/// <summary>Contributions as they are taken out.</summary>
static class ContributionExport
{
    public static ExportTable<SocialSecurityDb> Contributions { get; } = new ExportTable<SocialSecurityDb, ContributionOfMember>
    {
        Name = "contributions",
        Holds = "What was due and paid for each month of a membership, in minor units.",
        Permission = "contributions.read",
        Table = "contributions",
        Rows = db => db.Contributions.Join(db.Memberships, c => c.MembershipId, m => m.Id, (c, m) => new ContributionOfMember { Contribution = c, WorkerNumber = m.WorkerNumber, Country = m.Country, Scheme = m.Scheme }),
        Key = new(r => r.Contribution.Id),
        Worker = r => r.WorkerNumber,
        OfCountry = (_, rows, country) => rows.Where(r => r.Country == country),
        // Rows are added, never changed, and a filing's event tells the import: what is new is told by its id.
        Changed = (rows, since) => rows.Where(r => r.Contribution.Id >= since.FirstId),
        Columns =
        [
            new("id", "The contribution's id.", r => r.Contribution.Id),
            new("membership_id", "The membership.", r => r.Contribution.MembershipId),
            new("worker_number", "Who is insured.", r => r.WorkerNumber),
            new("scheme", "The scheme.", r => r.Scheme, ExportCodes.Schemes),
            new("month", "The first day of the month.", r => r.Contribution.Month),
            new("currency", "ISO 4217.", r => r.Contribution.Currency),
            new("wage", "The wage, in minor units.", r => r.Contribution.Wage),
            new("base", "The part of the wage that counts.", r => r.Contribution.Base),
            new("employee_expected", "Due from the worker.", r => r.Contribution.EmployeeExpected),
            new("employer_expected", "Due from the employer.", r => r.Contribution.EmployerExpected),
            new("employee_paid", "Paid by the worker.", r => r.Contribution.EmployeePaid),
            new("employer_paid", "Paid by the employer.", r => r.Contribution.EmployerPaid),
            new("state", "Expected and paid compared.", r => r.Contribution.State, CodeList.Of<ContributionState>()),
            new("counts", "Whether the month counts for benefits.", r => r.Contribution.Counts),
            new("rate", "The rate used: scheme and first day.", r => r.Contribution.Rate),
            new("note", "What was odd.", r => r.Contribution.Note),
            new("correction", "0 as first posted, then 1, 2 … for each correction: the greatest counts.", r => r.Contribution.Correction),
            new("filing", "The import by which it came; empty when it was posted by itself.", r => r.Contribution.Filing),
        ],
    };

    /// <summary>A month and whose it is.</summary>
    internal sealed class ContributionOfMember
    {
        public required Contribution Contribution { get; init; }

        public required string WorkerNumber { get; init; }

        public required string Country { get; init; }

        public required string Scheme { get; init; }
    }
}
