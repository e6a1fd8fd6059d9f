using Gms.Events.SocialSecurity;
using Gms.Imports.V1;
using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.SocialSecurity.V1;
using TypeProto = Gms.Type.V1;

namespace Gms.SocialSecurity.Tests.Contributions;

public sealed class ImportFilingsTests(SocialSecurityHost host) : IClassFixture<SocialSecurityHost>
{
    readonly Proto.Contributions.ContributionsClient _officer = new(host.Officer());

    [Fact]
    public async Task A_filing_is_taken_row_by_row_and_one_event_tells_its_months_without_amounts()
    {
        var (one, two) = (await Insured(), await Insured());
        var header = Header();

        var progress = await Import(header, Row(one, 1), Row(one, 2), Row(two, 1, paid: 100_00));

        Assert.Equal((3L, 0L), (progress.Accepted, progress.Refused));
        Assert.Equal([(1, 2)], await Runs(one));
        Assert.Empty(await Runs(two));
        var kept = await host.Db(db => db.Outbox.SingleAsync(e => e.SubjectId == header.ImportId));
        var told = (ContributionsFiled)EventJson.Read(kept.Body, typeof(ContributionsFiled));
        Assert.Equal([(one, "Paid"), (one, "Paid"), (two, "Short")], told.Contributions.Select(c => (c.WorkerNumber, c.State)));
        Assert.DoesNotContain("10000", kept.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_refused_by_its_row_and_the_rest_of_the_filing_goes_through()
    {
        var (worker, elsewhere) = (await Insured(from: "2026-01-10"), await Insured(employer: "2000000002"));
        var header = Header();
        Proto.FilingRow[] wrong =
        [
            Row(worker, 13),                                                             // there is no month 13
            Row(worker, 2, year: 1998),                                                  // born in 1999
            Row(worker, 2, wage: 20_000_00, paid: 876_00),                               // above 5 % of the ceiling of 17,500 baht
            Change(Row(worker, 2), r => r.SchemeId = "TH-SSF-34"),                       // no such scheme
            Change(Row(worker, 2), r => r.SchemeId = "LA-NSSF-ENT"),                     // another country's
            Change(Row(worker, 2), r => r.Wage.Currency = "LAK"),                        // the scheme counts in baht
            Change(Row(worker, 2), r => r.Wage.Currency = "XXX"),                        // no currency
            Change(Row(worker, 2), r => r.Wage.Minor = -1),
            Row(elsewhere, 2),                                                           // another employer's worker
            Row(WorkerNumber.New("LA"), 2),                                              // nobody's
            Change(Row(worker, 2), r => r.WorkerNumber = "LA-1"),
            Row(worker, 8),                                                              // not begun yet on 15 July 2026
            Row(worker, 12, year: 2025),                                                 // before the membership
            Change(Row(worker, 2), r => r.Correction = true),                            // nothing to correct
            Change(Row(worker, 2), r => r.Employer = new('9', 61)),
        ];

        var progress = await Import(header, [Row(worker, 1), .. wrong, Row(worker, 3)]);

        Assert.Equal((2L, (long)wrong.Length), (progress.Accepted, progress.Refused));
        Assert.Equal([(1, 1), (3, 3)], await Runs(worker));
        Assert.Equal(
            [
                "month:NUMBER_OUT_OF_RANGE", "month:CONTRIBUTION_MONTH_OUTSIDE month:CONTRIBUTION_MONTH_BEFORE_BIRTH", "employee_paid:CONTRIBUTION_ABOVE_EXPECTED employer_paid:CONTRIBUTION_ABOVE_EXPECTED",
                "scheme_id:SCHEME_NOT_FOUND", "scheme_id:FILING_SCHEME_ABROAD", "wage:CONTRIBUTION_CURRENCY", "wage:MONEY_MALFORMED", "wage:MONEY_MALFORMED",
                "employer:FILING_OTHER_EMPLOYER", "worker_number:FILING_NO_MEMBERSHIP", "worker_number:WORKER_NUMBER_MALFORMED", "month:CONTRIBUTION_MONTH_AHEAD", "month:CONTRIBUTION_MONTH_OUTSIDE",
                "correction:FILING_NOTHING_TO_CORRECT", "employer:TEXT_TOO_LONG",
            ],
            await Refusals(header));
    }

    [Fact]
    public async Task A_filing_repeated_changes_nothing()
    {
        var worker = await Insured();
        Proto.FilingRow[] rows = [Row(worker, 1), Row(worker, 2, paid: 100_00)];
        await Import(Header(), rows);

        var again = await Import(Header(), rows);

        Assert.Equal((0L, 2L, 0L), (again.Accepted, again.Matched, again.Refused));
        Assert.Equal(2, (await Months(worker)).Count);
    }

    [Fact]
    public async Task The_same_figures_in_another_currency_are_not_the_same()
    {
        var (worker, header) = (await Insured(), Header());
        await Import(Header(), Row(worker, 1));

        var progress = await Import(header, Change(Row(worker, 1), r => r.EmployeePaid.Currency = "LAK"));

        Assert.Equal((0L, 1L), (progress.Matched, progress.Refused));
        Assert.Contains("employee_paid:CONTRIBUTION_CURRENCY", Assert.Single(await Refusals(header)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_twice_in_one_filing_counts_once()
    {
        var worker = await Insured();

        var progress = await Import(Header(), Row(worker, 1), Row(worker, 1));

        Assert.Equal((1L, 1L), (progress.Accepted, progress.Matched));
    }

    [Fact]
    public async Task What_is_filed_otherwise_is_refused_until_it_is_sent_as_a_correction_and_then_both_are_kept_and_the_last_counts()
    {
        var worker = await Insured();
        await Import(Header(), Row(worker, 1));
        Assert.Equal([(1, 1)], await Runs(worker));

        var (differs, corrects) = (Header(), Header());
        Assert.Equal(1, (await Import(differs, Row(worker, 1, paid: 0))).Refused);
        Assert.Equal(["correction:FILING_DIFFERS"], await Refusals(differs));
        Assert.Equal(1, (await Import(corrects, Change(Row(worker, 1, paid: 0), r => r.Correction = true))).Accepted);

        Assert.Empty(await Runs(worker));
        Assert.Equal([(1, 0L, corrects.ImportId), (0, 600_00L, (await Months(worker))[1].FilingId)], (await Months(worker)).Select(m => (m.Correction, m.EmployeePaid.Minor, m.FilingId)));

        await Import(Header(), Change(Row(worker, 1), r => r.Correction = true));
        Assert.Equal([(1, 1)], await Runs(worker));
        Assert.Equal([2, 1, 0], (await Months(worker)).Select(m => m.Correction));
    }

    [Fact]
    public async Task A_correction_of_a_correction_in_one_filing_counts_as_the_last_row_says()
    {
        var worker = await Insured();

        var progress = await Import(Header(), Row(worker, 1), Change(Row(worker, 1, paid: 0), r => r.Correction = true), Change(Row(worker, 1, paid: 100_00), r => r.Correction = true));

        Assert.Equal(3, progress.Accepted);
        Assert.Empty(await Runs(worker));
    }

    [Fact]
    public async Task A_dry_run_says_what_would_happen_and_saves_nothing()
    {
        var worker = await Insured();

        var progress = await Import(Change(Header(), h => h.DryRun = true), Row(worker, 1), Row(worker, 13));

        Assert.Equal((1L, 1L), (progress.Accepted, progress.Refused));
        Assert.Empty(await Months(worker));
    }

    [Fact]
    public async Task The_pages_of_a_membership_hold_every_filing_once()
    {
        var worker = await Insured();
        await Import(Header(), Row(worker, 1), Change(Row(worker, 1, paid: 0), r => r.Correction = true), Row(worker, 2), Row(worker, 3));
        var (seen, token) = (new List<(int, int)>(), "");
        do
        {
            var page = await _officer.ListContributionsAsync(new() { MembershipId = await MembershipOf(worker), PageSize = 1, PageToken = token }, Given.OfficersPurpose);
            seen.AddRange(page.Contributions.Select(c => (c.Month.Month, c.Correction)));
            token = page.NextPageToken;
        }
        while (token.Length > 0);

        Assert.Equal([(3, 0), (2, 0), (1, 1), (1, 0)], seen);
    }

    [Fact]
    public async Task An_office_of_another_country_cannot_file()
    {
        var worker = await Insured();

        var refused = await Assert.ThrowsAsync<RpcException>(() => Import(new Proto.Contributions.ContributionsClient(host.Officer("LA")), Header(), Row(worker, 1)));

        Assert.Equal(StatusCode.PermissionDenied, refused.StatusCode);
    }

    [Fact]
    public async Task Corrections_made_at_one_moment_never_skip_a_turn()
    {
        var worker = await Insured();
        await Import(Header(), Row(worker, 1));

        await Task.WhenAll(Import(Header(), Change(Row(worker, 1, paid: 0), r => r.Correction = true)), Import(Header(), Change(Row(worker, 1, paid: 100_00), r => r.Correction = true)));

        var turns = (await Months(worker)).Select(m => m.Correction).ToList();
        Assert.True(turns.Count >= 2, "both corrections are lost");
        Assert.Equal(Enumerable.Range(0, turns.Count).Reverse(), turns);
    }

    static ImportHeader Header() => new() { ImportId = Guid.NewGuid().ToString(), Country = "TH" };

    static T Change<T>(T message, Action<T> change)
    {
        change(message);
        return message;
    }

    static Proto.FilingRow Row(string worker, int month, int year = 2026, long wage = 12_000_00, long paid = 600_00) => new()
    {
        WorkerNumber = worker,
        SchemeId = "TH-SSF-33",
        Employer = "1000000001",
        Year = year,
        Month = month,
        Wage = Baht(wage),
        EmployeePaid = Baht(paid),
        EmployerPaid = Baht(paid),
    };

    static TypeProto.Money Baht(long minor) => new() { Minor = minor, Currency = "THB" };

    async Task<string> Insured(string from = "2026-01-10", string employer = "1000000001")
    {
        var worker = host.Worker();
        await new Proto.Memberships.MembershipsClient(host.Officer()).StartMembershipAsync(Given.Start(worker, from: from, employer: employer));
        return worker;
    }

    async Task<Proto.Membership> Shown(string worker) => Assert.Single((await new Proto.Memberships.MembershipsClient(host.Officer()).ListMembershipsAsync(new() { WorkerNumber = worker, Country = "TH" }, Given.OfficersPurpose)).Memberships);

    async Task<string> MembershipOf(string worker) => (await Shown(worker)).MembershipId;

    async Task<IEnumerable<(int, int)>> Runs(string worker) => (await Shown(worker)).Months.Select(m => (m.First.Month, m.Last.Month));

    async Task<IReadOnlyList<Proto.Contribution>> Months(string worker) => (await _officer.ListContributionsAsync(new() { MembershipId = await MembershipOf(worker) }, Given.OfficersPurpose)).Contributions;

    async Task<List<string>> Refusals(ImportHeader header)
    {
        using var rows = new Gms.Imports.V1.Imports.ImportsClient(host.Officer()).ListImportRows(new() { ImportId = header.ImportId, Outcomes = { RowOutcome.Refused } }, Given.OfficersPurpose);
        var refused = new List<string>();
        await foreach (var some in rows.ResponseStream.ReadAllAsync())
            refused.AddRange(some.Rows.Select(r => string.Join(" ", r.Problems.Select(p => $"{p.Field}:{p.Code}"))));
        return refused;
    }

    Task<ImportProgress> Import(ImportHeader header, params Proto.FilingRow[] rows) => Import(_officer, header, rows);

    static async Task<ImportProgress> Import(Proto.Contributions.ContributionsClient client, ImportHeader header, params Proto.FilingRow[] rows)
    {
        using var stream = client.ImportFilings();
        await stream.RequestStream.WriteAsync(new() { Header = header });
        await stream.RequestStream.WriteAsync(new() { Rows = new() { FirstRow = 1, Filings = { rows } } });
        await stream.RequestStream.CompleteAsync();
        return (await stream).Progress;
    }
}
