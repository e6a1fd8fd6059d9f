using System.Text;
using Gms.Imports.V1;
using Gms.Platform.Tests.Probe;
using Gms.Testing;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Probe.V1;

namespace Gms.Platform.Tests.Imports;

public sealed class ImportTests(ProbeAlone host) : IClassFixture<ProbeAlone>
{
    readonly Gms.Imports.V1.Imports.ImportsClient _imports = new(host.As(A.Officer, "enrolment"));

    [Fact]
    public async Task Rows_are_saved_in_pieces_with_one_event_each_and_an_audit_row_for_each_person()
    {
        var header = Header();

        var progress = await Import(header, Rows("many", 1, 1200));

        Assert.Equal((ImportState.Done, 1201L, 1200L, 0L), (progress.State, progress.NextRow, progress.Accepted, progress.Refused));
        var events = await host.Db(db => db.Outbox.Where(e => e.SubjectId == header.ImportId).OrderBy(e => e.SubjectVersion).ToListAsync());
        Assert.Equal([1, 2, 3], events.Select(e => e.SubjectVersion));
        Assert.Equal(1200, await host.Db(db => db.Database.SqlQuery<int>($"""SELECT count(*)::int AS "Value" FROM audit WHERE event = 'probes-imported' AND subject LIKE 'LA-many-%'""").SingleAsync()));
    }

    [Fact]
    public async Task A_row_that_the_database_refuses_is_found_and_the_others_are_saved()
    {
        var header = Header();
        var rows = Rows("sound", 1, 600);
        rows[41].WorkerNumber = "FORBIDDEN";
        rows[555].Name = new string('x', 41);
        rows[7].Name = "half\uFFFD";
        rows[300].WorkerNumber = "longer than its column";

        var progress = await Import(header, rows);

        Assert.Equal((596L, 4L), (progress.Accepted, progress.Refused));
        var report = await Report(header, RowOutcome.Refused);
        Assert.Equal([(8, "TEXT_DAMAGED"), (42, "ROW_NOT_SAVED"), (301, "ROW_NOT_SAVED"), (556, "TEXT_TOO_LONG")], report.Select(r => ((int)r.Row, r.Problems[0].Code)));
        Assert.Equal("name", report[0].Problems[0].Field);
    }

    [Fact]
    public async Task After_a_break_the_import_goes_on_at_the_exact_row()
    {
        var header = Header();
        var broken = new TaskCompletionSource();
        host.Script.Before = name => { if (name == "break-700") { broken.TrySetResult(); throw new TimeoutException("the line broke"); } return Task.CompletedTask; };
        host.Announce("ImportProbes failed");

        await Assert.ThrowsAsync<RpcException>(() => Import(header, Rows("break", 1, 1000)));
        host.Script.Before = _ => Task.CompletedTask;
        await broken.Task;
        var stands = (await _imports.GetImportAsync(new() { ImportId = header.ImportId })).Progress;
        Assert.Equal((ImportState.Open, 501L), (stands.State, stands.NextRow));

        Assert.Equal(["IMPORT_ROW_GAP"], await Refused.StreamCodes(StatusCode.InvalidArgument, () => Import(header, Rows("break", 900, 1000), firstRow: 900)));
        var progress = await Import(header, Rows("break", 400, 1000), firstRow: 400);

        Assert.Equal((1000L, 0L), (progress.Accepted, progress.Matched));
        Assert.Equal(1000, await host.Db(db => db.Probes.CountAsync(p => p.Name.StartsWith("break-"))));
        Assert.Equal(progress, await Import(header, Rows("break", 1, 1000)));    // done: a repeat changes nothing
    }

    [Fact]
    public async Task A_stream_that_ends_before_the_rows_announced_leaves_the_import_open()
    {
        var header = Header();
        header.ExpectedRows = 1000;

        var stands = await Import(header, Rows("early", 1, 400));
        Assert.Equal((ImportState.Open, 401L), (stands.State, stands.NextRow));

        var progress = await Import(header, Rows("early", 401, 1000), firstRow: 401);
        Assert.Equal((ImportState.Done, 1001L, 1000L), (progress.State, progress.NextRow, progress.Accepted));
    }

    [Fact]
    public async Task Rows_that_come_after_the_import_was_done_are_taken_and_not_dropped()
    {
        var header = Header();
        await Import(header, Rows("more", 1, 3));

        var progress = await Import(header, Rows("more", 3, 5), firstRow: 3);

        Assert.Equal((ImportState.Done, 6L, 5L), (progress.State, progress.NextRow, progress.Accepted));
        Assert.Equal(5, await host.Db(db => db.Probes.CountAsync(p => p.Name.StartsWith("more-"))));
    }

    [Fact]
    public async Task A_dry_run_reports_everything_and_saves_nothing()
    {
        await Import(Header(), Rows("known", 1, 3));
        var header = Header(dryRun: true);

        var progress = await Import(header, [.. Rows("known", 2, 3), .. Rows("new", 1, 2)]);

        Assert.Equal((2L, 2L), (progress.Accepted, progress.Matched));
        Assert.Equal(0, await host.Db(db => db.Probes.CountAsync(p => p.Name.StartsWith("new-"))));
        Assert.False(await host.Db(db => db.Outbox.AnyAsync(e => e.SubjectId == header.ImportId)));
        Assert.Equal(["LA-known-2", "LA-known-3", "", ""], (await Report(header)).Select(r => r.Id));
    }

    [Fact]
    public async Task The_same_import_runs_once_at_a_time_and_too_many_are_told_when_to_come_back()
    {
        var (entered, leave) = (new SemaphoreSlim(0), new TaskCompletionSource());
        host.Script.Before = async name => { if (name.StartsWith("slow", StringComparison.Ordinal)) { entered.Release(); await leave.Task; } };
        var (one, two) = (Header(), Header());
        var running = new[] { Import(one, Rows("slow-a", 1, 1)), Import(two, Rows("slow-b", 1, 1)) };
        await entered.WaitAsync();
        await entered.WaitAsync();

        Assert.Equal(["IMPORTS_BUSY"], await Refused.StreamCodes(StatusCode.ResourceExhausted, () => Import(Header(), Rows("third", 1, 1))));
        leave.SetResult();
        await Task.WhenAll(running);

        entered = new(0);
        leave = new();
        var third = Header();
        var again = Import(third, Rows("slow-c", 1, 1));
        await entered.WaitAsync();
        Assert.Equal(["IMPORT_RUNNING"], await Refused.StreamCodes(StatusCode.FailedPrecondition, () => Import(third, Rows("slow-c", 1, 1))));
        leave.SetResult();
        await again;
        host.Script.Before = _ => Task.CompletedTask;
    }

    [Fact]
    public async Task A_wrong_header_is_refused_and_another_organisation_sees_nothing()
    {
        var header = Header();
        await Import(header, Rows("header", 1, 1));

        var changed = header.Clone();
        changed.DryRun = true;
        Assert.Equal(["IMPORT_HEADER_CHANGED"], await Refused.StreamCodes(StatusCode.InvalidArgument, () => Import(changed, [])));
        Assert.Equal(["IMPORT_HEADER_MISSING"], await Refused.StreamCodes(StatusCode.InvalidArgument, () => Import(null, Rows("none", 1, 1))));
        var elsewhere = Header();
        elsewhere.Country = "KH";
        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.StreamCodes(StatusCode.PermissionDenied, () => Import(elsewhere, [])));
        var other = new Gms.Imports.V1.Imports.ImportsClient(host.As(Who.Is(Role.MinistryOfficer, "KH"), "enrolment"));
        Assert.Equal(["IMPORT_NOT_FOUND"], await Refused.StreamCodes(StatusCode.NotFound, async () => await other.GetImportAsync(new() { ImportId = header.ImportId })));
    }

    [Fact]
    public async Task Progress_is_sent_until_the_import_is_done()
    {
        var header = Header();
        header.ExpectedRows = 1000;
        await Import(header, Rows("seen", 1, 1000));

        var last = new ImportProgress();
        using var watch = _imports.WatchImport(new() { ImportId = header.ImportId });
        await foreach (var step in watch.ResponseStream.ReadAllAsync())
            last = step.Progress;

        Assert.Equal((ImportState.Done, 1000L, 1000L), (last.State, last.Accepted, last.ExpectedRows));
    }

    [Fact]
    public async Task A_file_is_read_row_by_row_and_refusals_name_its_columns()
    {
        var header = Header();

        var progress = await ImportFile(header, "\uFEFFName;Worker;Phone\r\n\"csv one\";LA-CSV-1;+8562012345\r\n\r\n=cmd|'/c calc'!A0;LA-CSV-2;\r\n" + new string('y', 41) + ";LA-CSV-3;\r\ntoo;few\r\na\"b;LA-CSV-4;\r\n\"csv; \"\"two\"\"\";LA-CSV-5;\r\n");

        Assert.Equal((2L, 4L), (progress.Accepted, progress.Refused));
        Assert.Equal(["TEXT_FORMULA", "TEXT_TOO_LONG", "CSV_FIELD_COUNT", "CSV_QUOTE"], (await Report(header, RowOutcome.Refused)).Select(r => r.Problems[0].Code));
        Assert.True(await host.Db(db => db.Probes.AnyAsync(p => p.Name == "csv; \"two\"")));
    }

    [Fact]
    public async Task What_is_no_csv_in_utf8_or_lacks_a_column_is_refused_whole()
    {
        Assert.Equal(["CSV_NOT_UTF8"], await Refused.StreamCodes(StatusCode.InvalidArgument, () => ImportFile(Header(), Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("name\nx\n")).ToArray())));
        Assert.Equal(["CSV_NOT_UTF8"], await Refused.StreamCodes(StatusCode.InvalidArgument, () => ImportFile(Header(), [0x50, 0x4B, 3, 4, 0, 0])));
        Assert.Equal(["CSV_COLUMN_UNKNOWN"], await Refused.StreamCodes(StatusCode.InvalidArgument, () => ImportFile(Header(), "name,nme\nx,y\n")));
        Assert.Equal(["CSV_COLUMN_MISSING"], await Refused.StreamCodes(StatusCode.InvalidArgument, () => ImportFile(Header(), "worker\nLA\n")));
    }

    static ImportHeader Header(bool dryRun = false) => new() { ImportId = Guid.NewGuid().ToString(), Country = "LA", DryRun = dryRun, Label = "test" };

    static List<Proto.AddProbeRequest> Rows(string name, int from, int to) =>
        [.. Enumerable.Range(from, to - from + 1).Select(i => new Proto.AddProbeRequest { Name = $"{name}-{i}", WorkerNumber = $"LA-{name}-{i}" })];

    async Task<ImportProgress> Import(ImportHeader? header, List<Proto.AddProbeRequest> rows, int firstRow = 1)
    {
        List<Proto.ImportProbesRequest> messages = header is null ? [] : [new() { Header = header }];
        for (var i = 0; i < rows.Count; i += 300)
            messages.Add(new() { Rows = new() { FirstRow = firstRow + i, Probes = { rows.Skip(i).Take(300) } } });
        return await Send(messages);
    }

    Task<ImportProgress> ImportFile(ImportHeader header, string text) => ImportFile(header, Encoding.UTF8.GetBytes(text));

    Task<ImportProgress> ImportFile(ImportHeader header, byte[] file) =>
        Send([new() { Header = header }, .. file.Chunk(7).Select(piece => new Proto.ImportProbesRequest { Content = ByteString.CopyFrom(piece) })]);

    async Task<ImportProgress> Send(List<Proto.ImportProbesRequest> messages)
    {
        using var stream = host.Officer.ImportProbes();
        try
        {
            foreach (var message in messages)
                await stream.RequestStream.WriteAsync(message);
            await stream.RequestStream.CompleteAsync();
        }
        catch (Exception ended) when (ended is RpcException or InvalidOperationException)
        {
            // The service has answered already: its answer says more.
        }
        return (await stream).Progress;
    }

    async Task<List<ImportedRow>> Report(ImportHeader header, params RowOutcome[] outcomes)
    {
        using var stream = _imports.ListImportRows(new() { ImportId = header.ImportId, Outcomes = { outcomes } });
        var rows = new List<ImportedRow>();
        await foreach (var some in stream.ResponseStream.ReadAllAsync())
            rows.AddRange(some.Rows);
        return rows;
    }
}
