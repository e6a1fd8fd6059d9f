using System.Text;
using Gms.Events.Registry;
using Gms.Imports.V1;
using Gms.Platform;
using Gms.Registry.Tests.Departures;
using Gms.Testing;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Returns;

public sealed class ImportReturnsTests(DeparturesHost host) : IClassFixture<DeparturesHost>
{
    readonly Proto.Returns.ReturnsClient _officer = new(host.Host.As(DeparturesHost.Officer("LA")));

    static ImportHeader Header(bool dryRun = false) => new() { ImportId = Guid.NewGuid().ToString(), Country = "LA", DryRun = dryRun };

    static Proto.ReturnRow Row(string worker, string reason = "FORCED_CONFLICT", string from = "TH", int days = 0) =>
        new() { WorkerNumber = worker, Reason = reason, From = from, ReturnedOn = TimeProvider.System.TodayIn("LA").AddDays(days).ToProto() };

    [Fact]
    public async Task A_list_is_recorded_row_by_row_and_one_event_tells_all_its_returns()
    {
        var (one, two) = (await host.Enrolled(), await host.Enrolled());
        var header = Header();

        var progress = await Import(header, [Row(one), Row(two, "DEATH"), Row(one), Row(two, from: "LA", days: -1), Row(two, days: 1), Row(two, "HOLIDAY"), Row(WorkerNumber.New("LA"))]);

        Assert.Equal((2L, 1L, 4L), (progress.Accepted, progress.Matched, progress.Refused));
        var row = await host.Host.Db(db => db.Outbox.SingleAsync(e => e.SubjectId == header.ImportId));
        var told = (WorkersReturned)EventJson.Read(row.Body, typeof(WorkersReturned));
        Assert.Equal([(one, "FORCED_CONFLICT"), (two, "DEATH")], told.Returns.Select(r => (r.WorkerNumber, r.Reason)));
        Assert.Equivalent(told.Returns.Select(r => r.ReturnId), await host.Host.Db(db => db.Returns.Where(r => r.WorkerNumber == one || r.WorkerNumber == two).Select(r => r.Id).ToListAsync()), strict: true);
    }

    [Fact]
    public async Task A_return_on_record_is_the_row_s_and_a_dry_run_records_nothing()
    {
        var (known, other) = (await host.Enrolled(), await host.Enrolled());
        var row = Row(known);
        await _officer.RecordReturnAsync(new() { RequestId = Guid.NewGuid().ToString(), WorkerNumber = known, Reason = "FAMILY", From = "TH", To = "LA", ReturnedOn = row.ReturnedOn });

        var progress = await Import(Header(dryRun: true), [row, Row(other)]);

        Assert.Equal((1L, 1L), (progress.Accepted, progress.Matched));
        Assert.False(await host.Host.Db(db => db.Returns.AnyAsync(r => r.WorkerNumber == other)));
    }

    [Fact]
    public async Task What_came_by_a_list_is_among_what_changed_since()
    {
        var worker = await host.Enrolled();
        await Import(Header(), [Row(worker)]);

        Task<IReadOnlyList<string>> Changed(int minutes) => Exported.Column(host.Host.As(DeparturesHost.Officer("LA"), "enrolment"), "returns", "worker_number",
            r => (r.WorkerNumber, r.ChangedSince) = (worker, Timestamp.FromDateTimeOffset(TimeProvider.System.GetUtcNow().AddMinutes(minutes))));

        Assert.Equal([worker], await Changed(-10));
        Assert.Empty(await Changed(10));
    }

    [Fact]
    public async Task A_csv_file_is_taken()
    {
        var worker = await host.Enrolled();
        using var stream = _officer.ImportReturnsCsv();
        await stream.RequestStream.WriteAsync(new() { Header = Header() });
        await stream.RequestStream.WriteAsync(new() { Content = ByteString.CopyFrom(Encoding.UTF8.GetBytes($"worker_number,reason,from,returned_on\n{worker},END_SEASON,TH,2026-01-31\n{worker},END_SEASON,TH,31/01/2026\n")) });
        await stream.RequestStream.CompleteAsync();

        var progress = (await stream).Progress;
        Assert.Equal((1L, 1L), (progress.Accepted, progress.Refused));
        Assert.Equal(new DateOnly(2026, 1, 31), await host.Host.Db(db => db.Returns.Where(r => r.WorkerNumber == worker).Select(r => r.ReturnedOn).SingleAsync()));
    }

    async Task<ImportProgress> Import(ImportHeader header, List<Proto.ReturnRow> rows)
    {
        using var stream = _officer.ImportReturns();
        await stream.RequestStream.WriteAsync(new() { Header = header });
        await stream.RequestStream.WriteAsync(new() { Rows = new() { FirstRow = 1, Returns = { rows } } });
        await stream.RequestStream.CompleteAsync();
        return (await stream).Progress;
    }
}
