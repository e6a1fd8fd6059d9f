using System.Text;
using Gms.Imports.V1;
using Gms.Platform;
using Gms.Registry.Tests.Departures;
using Gms.Testing;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Crossings;

public sealed class ImportCrossingsTests(DeparturesHost host) : IClassFixture<DeparturesHost>
{
    static readonly DateTimeOffset Morning = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.AddHours(-10).ToUnixTimeSeconds());

    readonly Proto.Crossings.CrossingsClient _post = new(host.Host.As(Who.Is(Role.BorderOfficer, "LA")));
    readonly Imports.V1.Imports.ImportsClient _imports = new(host.Host.As(Who.Is(Role.BorderOfficer, "LA"), "enrolment"));

    static ImportHeader Header(bool dryRun = false) => new() { ImportId = Guid.NewGuid().ToString(), Country = "LA", Label = "test", DryRun = dryRun };

    static Proto.CrossingRow Row(string worker, int minutes = 0, Proto.CrossingKind kind = Proto.CrossingKind.Exit, string checkpoint = "TH-LA-01") =>
        new() { Kind = kind, WorkerNumber = worker, Checkpoint = checkpoint, CrossedAt = Timestamp.FromDateTimeOffset(Morning.AddMinutes(minutes)) };

    [Fact]
    public async Task Rows_are_recorded_confirmed_or_refused_each_by_itself_and_told_once()
    {
        var (worker, seen) = (await host.Enrolled(), await host.Enrolled());
        var exit = await _post.RecordExitAsync(new() { RequestId = Guid.NewGuid().ToString(), WorkerNumber = seen, Country = "LA", CrossedAt = Timestamp.FromDateTimeOffset(Morning) });
        var header = Header();

        var progress = await Import(header, [Row(worker), Row(seen, 1), Row(worker, 1), Row(WorkerNumber.New("LA")), Row(worker, 60 * 11), Row(worker, checkpoint: "TH-MM-01"), Row("LA-0")]);

        Assert.Equal((1L, 2L, 4L), (progress.Accepted, progress.Matched, progress.Refused));
        var rows = await Report(header);
        Assert.Equal(exit.CrossingId, rows[1].Id);
        Assert.Equal(rows[0].Id, rows[2].Id);
        Assert.Equal(["CROSSING_TWICE", "CROSSING_WORKER_UNKNOWN", "CROSSING_IN_FUTURE", "CROSSING_CHECKPOINT_ELSEWHERE", "WORKER_NUMBER_MALFORMED"], rows.Where(r => r.Problems.Count > 0).Select(r => r.Problems[0].Code));
        Assert.Equal(["gms.registry.crossings-imported:1"], await host.Host.Db(db => db.Outbox.Where(e => e.SubjectId == header.ImportId).Select(e => e.Name).ToListAsync()));
    }

    [Fact]
    public async Task A_day_of_a_border_worker_is_told_by_one_list_in_any_order_and_a_second_time_changes_nothing()
    {
        var worker = await host.Enrolled();
        List<Proto.CrossingRow> day = [Row(worker, 300, Proto.CrossingKind.Arrival), Row(worker), Row(worker, 360), Row(worker, 540, Proto.CrossingKind.Arrival)];
        await Import(Header(), day);

        var again = await Import(Header(), [.. Enumerable.Reverse(day)]);

        Assert.Equal((0L, 4L), (again.Accepted, again.Matched));
        Assert.Equal(4, await host.Host.Db(db => db.Crossings.CountAsync(c => c.WorkerNumber == worker)));
    }

    [Fact]
    public async Task What_came_by_a_list_is_among_what_changed_since()
    {
        var worker = await host.Enrolled();
        await Import(Header(), [Row(worker)]);

        Task<IReadOnlyList<string>> Changed(int minutes) => Exported.Column(host.Host.As(DeparturesHost.Officer("LA"), "enrolment"), "crossings", "worker_number",
            r => (r.WorkerNumber, r.ChangedSince) = (worker, Timestamp.FromDateTimeOffset(TimeProvider.System.GetUtcNow().AddMinutes(minutes))));

        Assert.Equal([worker], await Changed(-10));
        Assert.Empty(await Changed(10));
    }

    [Fact]
    public async Task A_dry_run_reports_and_records_nothing()
    {
        var worker = await host.Enrolled();

        var progress = await Import(Header(dryRun: true), [Row(worker), Row(worker, 60 * 11)]);

        Assert.Equal((1L, 1L), (progress.Accepted, progress.Refused));
        Assert.False(await host.Host.Db(db => db.Crossings.AnyAsync(c => c.WorkerNumber == worker)));
    }

    [Fact]
    public async Task A_list_goes_on_where_it_broke_off()
    {
        var workers = new List<string>();
        for (var i = 0; i < 3; i++)
            workers.Add(await host.Enrolled());
        var header = Header();
        using (var broken = _post.ImportCrossings())
        {
            await broken.RequestStream.WriteAsync(new() { Header = header });
            await broken.RequestStream.WriteAsync(new() { Rows = new() { FirstRow = 1, Crossings = { Row(workers[0]) } } });
            await broken.RequestStream.WriteAsync(new() { Rows = new() { FirstRow = 9, Crossings = { Row(workers[1]) } } });
            await broken.RequestStream.CompleteAsync();
            Assert.Equal(["IMPORT_ROW_GAP"], await Refused.StreamCodes(StatusCode.InvalidArgument, async () => await broken));
        }

        var progress = await Import(header, [.. workers.Select(w => Row(w))]);

        Assert.Equal((3L, ImportState.Done), (progress.Accepted, progress.State));
        Assert.Equal(3, await host.Host.Db(db => db.Crossings.CountAsync(c => workers.Contains(c.WorkerNumber))));
    }

    [Fact]
    public async Task A_csv_file_is_taken_and_a_time_without_its_zone_is_refused_by_its_column()
    {
        var worker = await host.Enrolled();
        var header = Header();
        using var stream = _post.ImportCrossingsCsv();
        await stream.RequestStream.WriteAsync(new() { Header = header });
        await stream.RequestStream.WriteAsync(new()
        {
            Content = ByteString.CopyFrom(Encoding.UTF8.GetBytes($"""
                kind,worker_number,crossed_at,checkpoint
                exit,{worker},2026-01-05T07:30+07:00,TH-LA-01
                arrival,{worker},2026-01-05T10:30:00Z,
                exit,{worker},2026-01-06 07:30,TH-LA-01
                sideways,{worker},2026-01-06T07:30+07:00,
                """)),
        });
        await stream.RequestStream.CompleteAsync();

        Assert.Equal((2L, 2L), ((await stream).Progress.Accepted, (await stream).Progress.Refused));
        Assert.Equal(["crossed_at CROSSING_TIME_MALFORMED", "kind VALUE_UNKNOWN"], (await Report(header)).Where(r => r.Problems.Count > 0).Select(r => $"{r.Problems[0].Field} {r.Problems[0].Code}"));
        var ended = (await _post.ListSpellsAsync(new() { WorkerNumber = worker }, new Metadata { { "gms-purpose", "border-control" } })).Spells[0].Ended;
        Assert.Equal(new DateTimeOffset(2026, 1, 5, 0, 30, 0, TimeSpan.Zero), ended.CrossedAt.ToDateTimeOffset());
    }

    [Theory]
    [InlineData(-62_135_596_800, 0)]
    [InlineData(long.MaxValue, 0)]
    [InlineData(1_700_000_000, -1)]
    public async Task A_time_that_cannot_be_refuses_its_row_and_no_other(long seconds, int nanos)
    {
        var worker = await host.Enrolled();
        var wrong = Row(worker, 60);
        wrong.CrossedAt = new() { Seconds = seconds, Nanos = nanos };
        var header = Header();

        var progress = await Import(header, [wrong, Row(worker)]);

        Assert.Equal((1L, 1L), (progress.Accepted, progress.Refused));
        Assert.Equal("crossed_at", Assert.Single((await Report(header))[0].Problems).Field);
    }

    [Fact]
    public async Task A_list_is_for_the_own_country_only()
    {
        var header = Header();
        header.Country = "TH";

        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.StreamCodes(StatusCode.PermissionDenied, () => Import(header, [])));
    }

    async Task<ImportProgress> Import(ImportHeader header, List<Proto.CrossingRow> rows)
    {
        using var stream = _post.ImportCrossings();
        await stream.RequestStream.WriteAsync(new() { Header = header });
        for (var i = 0; i < rows.Count; i += 200)
            await stream.RequestStream.WriteAsync(new() { Rows = new() { FirstRow = i + 1, Crossings = { rows.Skip(i).Take(200) } } });
        await stream.RequestStream.CompleteAsync();
        return (await stream).Progress;
    }

    async Task<List<ImportedRow>> Report(ImportHeader header)
    {
        using var stream = _imports.ListImportRows(new() { ImportId = header.ImportId });
        var rows = new List<ImportedRow>();
        await foreach (var some in stream.ResponseStream.ReadAllAsync())
            rows.AddRange(some.Rows);
        return rows;
    }
}
