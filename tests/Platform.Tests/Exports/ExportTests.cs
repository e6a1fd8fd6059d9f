using Gms.Exports.V1;
using Gms.Platform.Tests.Probe;
using Gms.Testing;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Gms.Platform.Tests.Exports;

public sealed class ExportTests(ProbeAlone host) : IClassFixture<ProbeAlone>
{
    readonly CallInvoker _officer = host.As(A.Officer, "enrolment");

    [Fact]
    public async Task An_officer_takes_what_the_own_country_holds_and_nothing_else()
    {
        var (lao, thai) = (await Probe("LA"), await Probe("TH"));

        var ids = await Exported.Column(_officer, "workers", "id");
        Assert.Contains(lao.Id.ToString(), ids);
        Assert.DoesNotContain(thai.Id.ToString(), ids);
        Assert.Equal([thai.Id.ToString()], await Exported.Column(host.As(Who.Is(Role.MinistryOfficer, "TH"), "enrolment"), "workers", "id", r => r.WorkerNumber = thai.WorkerNumber));
        Assert.Empty(await Exported.Rows(_officer, "workers", r => r.WorkerNumber = thai.WorkerNumber));
    }

    [Fact]
    public async Task A_worker_takes_the_own_record_and_naming_another_gives_nothing()
    {
        var (own, other) = (await Probe("LA"), await Probe("LA"));
        var worker = host.As(Who.TheWorker(own.WorkerNumber), "own-record");

        Assert.Equal([own.Id.ToString()], await Exported.Column(worker, "workers", "id"));
        Assert.Empty(await Exported.Rows(worker, "workers", r => r.WorkerNumber = other.WorkerNumber));
        Assert.Equal(["workers"], await Exported.Names(worker));    // tellings tell of no worker
    }

    [Fact]
    public async Task Who_has_no_rows_here_has_no_export()
    {
        Who[] without = [Who.AgencyOfficer(Guid.NewGuid(), "LA"), Who.Is(Role.MinistryOfficer, null), Who.Is(Role.Worker, "LA"), Who.Is(Role.AgencyOfficer, "LA")];
        foreach (var who in without)
        {
            Assert.Empty(await Exported.Names(host.As(who, "enrolment")));
            Assert.Equal(["EXPORT_NOT_FOUND"], await Refused.StreamCodes(StatusCode.NotFound, () => Exported.Rows(host.As(who, "enrolment"), "workers")));
        }
        foreach (var role in new[] { Role.Statistician, Role.Auditor, Role.BorderOfficer })
            Assert.Equal(["PERMISSION_MISSING"], await Refused.StreamCodes(StatusCode.PermissionDenied, () => Exported.Rows(host.As(Who.Is(role, null), "enrolment"), "workers")));
    }

    [Fact]
    public async Task After_a_break_each_row_comes_once()
    {
        await host.Db(db => db.Database.ExecuteSqlAsync($"INSERT INTO probes SELECT gen_random_uuid(), 'long row ' || n || repeat('x', 60), 'VN', 'VN-row-' || n FROM generate_series(1, 3000) AS n"));
        var officer = host.As(Who.Is(Role.MinistryOfficer, "VN"), "enrolment");
        var whole = await Exported.File(officer, "workers", ExportFormat.Csv);

        host.Announce("Exports/Export failed");    // the caller is gone while a piece is written
        var pieces = new List<ExportResponse>();
        while (pieces.Count == 0 || pieces[^1].TotalRows > 0)
        {
            // The line breaks after each piece.
            using var call = new Gms.Exports.V1.Exports.ExportsClient(officer).Export(new() { Name = "workers", Format = ExportFormat.Csv, After = pieces.LastOrDefault()?.After ?? "" });
            if (!await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken))
                break;
            pieces.Add(call.ResponseStream.Current);
        }

        Assert.InRange(pieces.Count, 5, 50);
        Assert.Equal(3000, pieces.Sum(p => p.Rows));
        Assert.Equal(whole, System.Text.Encoding.UTF8.GetString([.. pieces.SelectMany(p => p.Content)]));
        Assert.Equal(3000, whole.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Distinct().Count());
    }

    [Fact]
    public async Task Rows_that_share_an_id_are_told_apart_by_their_part()
    {
        var shared = Guid.NewGuid();
        await host.Db(db => db.Database.ExecuteSqlAsync($"INSERT INTO tellings SELECT gen_random_uuid(), 'part ' || n, {shared}, 'parts' FROM generate_series(1, 1200) AS n"));

        var consumers = (await Exported.Rows(_officer, "tellings")).Where(r => r.GetProperty("subject").GetString() == "parts").Select(r => r.GetProperty("consumer").GetString()!).ToList();

        Assert.Equal(Enumerable.Range(1, 1200).Select(n => $"part {n}").Order(StringComparer.Ordinal), consumers.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Everybody_told_of_is_disclosed_with_reader_and_purpose()
    {
        var told = await Task.WhenAll(Probe("MM"), Probe("MM"), Probe("MM"));
        await Probe("KH");

        await Exported.File(host.As(Who.Is(Role.MinistryOfficer, "MM"), "audit"), "workers", ExportFormat.Csv);

        var disclosed = await host.Db(db => db.Set<AuditRow>().Where(a => a.Event == "rows-exported" && a.Account == $"{Role.MinistryOfficer}@MM").ToListAsync());
        Assert.Equal(told.Select(p => p.WorkerNumber).Order(StringComparer.Ordinal), disclosed.Select(a => a.Subject!).Order(StringComparer.Ordinal));
        Assert.All(disclosed, a => Assert.Equal(("read", "audit", "workers"), (a.Kind, a.Purpose, a.Fields)));
    }

    [Fact]
    public async Task Only_what_changed_since_comes_when_that_is_asked()
    {
        var officer = host.As(Who.Is(Role.MinistryOfficer, "CN"), "enrolment");
        await host.Db(db => db.Database.ExecuteSqlAsync($"INSERT INTO probes VALUES ('01890000-0000-7000-8000-000000000001', 'of 2023', 'CN', 'CN-old')"));
        var fresh = await Probe("CN");

        Assert.Equal([fresh.Id.ToString()], await Exported.Column(officer, "workers", "id", r => r.ChangedSince = Timestamp.FromDateTimeOffset(TimeProvider.System.GetUtcNow().AddHours(-1))));
        Assert.Equal(2, (await Exported.Rows(officer, "workers")).Count);
    }

    [Fact]
    public async Task What_cannot_be_asked_is_refused_with_its_field()
    {
        Task<IReadOnlyList<string>> Codes(StatusCode status, string name, Action<ExportRequest> ask) => Refused.StreamCodes(status, () => Exported.Rows(_officer, name, ask));

        Assert.Equal(["EXPORT_NOT_FOUND"], await Codes(StatusCode.NotFound, "nothing", _ => { }));
        Assert.Equal(["EXPORT_POSITION_MALFORMED"], await Codes(StatusCode.InvalidArgument, "workers", r => r.After = "x"));
        Assert.Equal(["EXPORT_WITHOUT_WORKERS", "EXPORT_WITHOUT_CHANGES"], await Codes(StatusCode.InvalidArgument, "tellings", r => (r.WorkerNumber, r.ChangedSince) = (WorkerNumber.New("LA"), new Timestamp())));
        Assert.Equal(["VALUE_UNKNOWN"], await Codes(StatusCode.InvalidArgument, "workers", r => r.Language = "xx"));
        Assert.Equal(["FIELD_REQUIRED"], await Codes(StatusCode.InvalidArgument, "workers", r => r.Format = ExportFormat.Unspecified));
        Assert.Equal(["WORKER_NUMBER_MALFORMED"], await Codes(StatusCode.InvalidArgument, "workers", r => r.WorkerNumber = "LA-1"));
        Assert.Equal(["VALUE_UNKNOWN"], await Codes(StatusCode.InvalidArgument, "workers", r => r.ChangedSince = new() { Seconds = long.MaxValue }));
    }

    [Fact]
    public async Task The_list_explains_columns_and_codes_in_the_language_asked()
    {
        var probes = (await new Gms.Exports.V1.Exports.ExportsClient(_officer).ListExportsAsync(new() { Language = "th" })).Exports.Single(e => e.Name == "workers");

        var country = probes.Columns.Single(c => c.Name == "country");
        Assert.Equal(("country", "ลาว"), (country.CodeList, country.Codes.Single(c => c.Code == "LA").Label[^3..]));
        Assert.Equal((true, true), (probes.TellsOfWorkers, probes.KnowsChanges));
    }

    [Fact]
    public async Task A_file_without_rows_still_names_its_columns() =>
        Assert.Equal("\uFEFFid,name,country,country_label,worker_number\r\n", await Exported.File(_officer, "workers", ExportFormat.Csv, r => r.WorkerNumber = WorkerNumber.New("LA")));

    async Task<ProbeRow> Probe(string country)
    {
        var probe = new ProbeRow { Name = Guid.NewGuid().ToString("N"), Country = country, WorkerNumber = WorkerNumber.New(country) };
        await host.Db(db => { db.Add(probe); return db.SaveChangesAsync(); });
        return probe;
    }
}
