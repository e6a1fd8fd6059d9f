using Gms.Imports.V1;
using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Tests.Contracts;

public sealed class ImportContractsTests(RecruitmentHost host) : IClassFixture<RecruitmentHost>
{
    static ImportHeader Header(bool dryRun = false, string country = "LA") => new() { ImportId = Guid.NewGuid().ToString(), Country = country, DryRun = dryRun };

    Proto.Contracts.ContractsClient As(Guid agency) => host.Contracts(Who.AgencyOfficer(agency, "LA"), "recruitment");

    async Task<ImportProgress> Import(Guid agency, ImportHeader header, List<Proto.RegisterContractRequest> rows, long first = 1)
    {
        using var stream = As(agency).ImportContracts();
        await stream.RequestStream.WriteAsync(new() { Header = header });
        await stream.RequestStream.WriteAsync(new() { Rows = new() { FirstRow = first, Contracts = { rows } } });
        await stream.RequestStream.CompleteAsync();
        return (await stream).Progress;
    }

    async Task<List<ImportedRow>> Report(Guid agency, ImportHeader header)
    {
        using var rows = new Imports.V1.Imports.ImportsClient(host.As(Who.AgencyOfficer(agency, "LA"), "recruitment", RecruitmentHost.Now)).ListImportRows(new() { ImportId = header.ImportId });
        var all = new List<ImportedRow>();
        await foreach (var some in rows.ResponseStream.ReadAllAsync())
            all.AddRange(some.Rows);
        return all;
    }

    Task<int> Left(string order) => host.Db(db => db.JobOrders.Where(o => o.Id == Guid.Parse(order)).Select(o => o.PlacesLeft).SingleAsync());

    [Fact]
    public async Task Good_rows_are_saved_and_each_bad_one_is_reported_with_its_field()
    {
        var (agency, _, employer, order) = await host.AttestedOrder();
        var (other, _) = await host.LicensedAgency();
        Proto.RegisterContractRequest Row(Action<Proto.RegisterContractRequest>? change = null)
        {
            var row = Ask.Contract(WorkerNumber.New("LA"), agency, employer, order);
            change?.Invoke(row);
            return row;
        }
        var good = Row();
        var stranger = Row();
        host.Strangers.Add(stranger.WorkerNumber);
        List<Proto.RegisterContractRequest> rows =
        [
            good,
            Row(r => r.EndsOn = Ask.Day(2026, 12, 9)),
            Row(r => r.Terms.Wage.Minor = -1),
            Row(r => r.Terms.Wage.Currency = "XYZ"),
            Row(r => r.Terms.Wage.Minor = long.MaxValue),
            Row(r => r.AgencyId = other.ToString()),
            stranger,
            good.Clone(),
            Row(r => r.WorkerNumber = good.WorkerNumber),
            Row(r => r.Terms = null),
            Row(r => r.Occupation = "0000"),
            Row(),
        ];
        rows[8].EndsOn = Ask.Day(2028, 1, 1);
        var header = Header();

        var progress = await Import(agency, header, rows);

        Assert.Equal((2L, 1L, 9L), (progress.Accepted, progress.Matched, progress.Refused));
        var report = await Report(agency, header);
        Assert.Equal(
            ["", "CONTRACT_ENDS_BEFORE_START ends_on", "MONEY_MALFORMED terms.wage", "MONEY_MALFORMED terms.wage", "MONEY_MALFORMED terms.wage", "OUTSIDE_SCOPE agency_id", "CONTRACT_WORKER_UNKNOWN worker_number", "", "CONTRACT_OVERLAPS starts_on", "FIELD_REQUIRED terms", "VALUE_UNKNOWN occupation", ""],
            report.Select(r => r.Problems.Count == 0 ? "" : $"{r.Problems[0].Code} {r.Problems[0].Field}"));
        Assert.Equal(report[0].Id, report[7].Id);
        Assert.Equal(8, await Left(order));
        Assert.Equal("gms.recruitment.contract-registered:1", await host.Db(db => db.Outbox.Where(e => e.SubjectId == report[11].Id).Select(e => e.Name).SingleAsync()));
    }

    [Fact]
    public async Task What_a_list_brings_is_weighed_like_a_single_contract()
    {
        var (agency, _, employer, order) = await host.AttestedOrder();
        var row = Ask.Contract(WorkerNumber.New("LA"), agency, employer, order);

        await Import(agency, Header(), [row]);

        Assert.Equal(1, await host.Db(db => db.Database.SqlQuery<int>(
            $"SELECT count(*)::int AS \"Value\" FROM weighed_recruitments w JOIN contracts c ON c.id = w.contract_id WHERE c.worker_number = {row.WorkerNumber}").SingleAsync()));
        Assert.Equal(1, await host.Db(db => db.Database.SqlQuery<int>($"SELECT count(DISTINCT party_id)::int AS \"Value\" FROM weighed_parties WHERE party_id = {agency}").SingleAsync()));
    }

    [Fact]
    public async Task A_dry_run_says_what_would_happen_and_takes_no_place()
    {
        var (agency, _, employer, order) = await host.AttestedOrder(places: 2);
        List<Proto.RegisterContractRequest> rows = [.. Enumerable.Range(0, 3).Select(_ => Ask.Contract(WorkerNumber.New("LA"), agency, employer, order))];
        var header = Header(dryRun: true);

        var progress = await Import(agency, header, rows[..2]);

        Assert.Equal((2L, 0L), (progress.Accepted, progress.Refused));
        Assert.Equal((2, 0), (await Left(order), await host.Db(db => db.Contracts.CountAsync(c => c.AgencyId == agency))));
        Assert.False(await host.Db(db => db.Outbox.AnyAsync(e => e.Body.Contains(rows[0].WorkerNumber))));
    }

    [Fact]
    public async Task More_rows_than_places_fill_the_order_and_the_rest_is_refused()
    {
        var (agency, _, employer, order) = await host.AttestedOrder(places: 3);
        var header = Header();

        var progress = await Import(agency, header, [.. Enumerable.Range(0, 7).Select(_ => Ask.Contract(WorkerNumber.New("LA"), agency, employer, order))]);

        Assert.Equal((3L, 4L, 0), (progress.Accepted, progress.Refused, await Left(order)));
        Assert.Equal(["CONTRACT_JOB_ORDER_FULL"], (await Report(agency, header)).Where(r => r.Outcome == RowOutcome.Refused).Select(r => r.Problems[0].Code).Distinct());
    }

    [Fact]
    public async Task After_a_break_it_goes_on_at_the_exact_row_and_saves_none_twice()
    {
        var (agency, _, employer, order) = await host.AttestedOrder();
        List<Proto.RegisterContractRequest> rows = [.. Enumerable.Range(0, 5).Select(_ => Ask.Contract(WorkerNumber.New("LA"), agency, employer, order))];
        var header = Header();
        using (var broken = As(agency).ImportContracts())
        {
            await broken.RequestStream.WriteAsync(new() { Header = header });
            await broken.RequestStream.WriteAsync(new() { Rows = new() { FirstRow = 1, Contracts = { rows[..2] } } });
            await broken.RequestStream.WriteAsync(new() { Rows = new() { FirstRow = 9, Contracts = { rows[2] } } });
            await broken.RequestStream.CompleteAsync();
            Assert.Equal(StatusCode.InvalidArgument, (await Assert.ThrowsAsync<RpcException>(async () => await broken)).StatusCode);
        }

        var progress = await Import(agency, header, rows);

        Assert.Equal((5L, 0L, 0L, 5), (progress.Accepted, progress.Matched, progress.Refused, await Left(order)));
        Assert.Equal(progress, await Import(agency, header, rows));
    }

    [Fact]
    public async Task A_list_sent_again_under_another_name_is_on_record_already()
    {
        var (agency, _, employer, order) = await host.AttestedOrder();
        List<Proto.RegisterContractRequest> rows = [Ask.Contract(WorkerNumber.New("LA"), agency, employer, order)];
        await Import(agency, Header(), rows);

        Assert.Equal((0L, 1L), await Import(agency, Header(), rows) is var again ? (again.Accepted, again.Matched) : default);
        Assert.Equal(9, await Left(order));
    }

    [Fact]
    public async Task An_agency_takes_rows_for_its_own_country_and_a_contract_of_another_holder_is_refused()
    {
        var (agency, _, employer, order) = await host.AttestedOrder();
        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.StreamCodes(StatusCode.PermissionDenied, () => Import(agency, Header(country: "TH"), [Ask.Contract(WorkerNumber.New("LA"), agency, employer, order)])));

        using var stream = host.Contracts(Who.Is(Role.MinistryOfficer, "TH"), "recruitment").ImportContracts();
        var header = Header(country: "TH");
        await stream.RequestStream.WriteAsync(new() { Header = header });
        await stream.RequestStream.WriteAsync(new() { Rows = new() { FirstRow = 1, Contracts = { Ask.Contract(WorkerNumber.New("LA"), agency, employer, order) } } });
        await stream.RequestStream.CompleteAsync();
        Assert.Equal(1L, (await stream).Progress.Refused);
        Assert.Equal(10, await Left(order));
    }
}
