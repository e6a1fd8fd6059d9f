using System.Text;
using Gms.Imports.V1;
using Gms.Platform;
using Gms.Testing;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Tests.Attendance;

public sealed class ImportAttendanceTests(DepartureOrientationHost host) : IClassFixture<DepartureOrientationHost>
{
    readonly Proto.Attendance.AttendanceClient _manager = new(host.As(A.Manager, "orientation"));

    [Fact]
    public async Task Good_rows_go_through_and_each_bad_one_says_by_its_column_what_to_do()
    {
        var session = await host.PlannedSession();
        var (_, worker) = await host.EnrolledWorker(session);
        var (_, proven) = await host.EnrolledWorker(session);
        await host.Attends(session, proven, Given.At(8), Given.At(9));
        var other = await host.PlannedSession();
        var day = $"{Given.Today:yyyy-MM-dd}";
        var file = $"""
            session_id,worker_number,day,minutes
            {session},{worker},{day},300
            {session},{worker},{day},300
            {session},{worker},{day},200
            {session},{proven},{day},200
            {session},{WorkerNumber.New("LA")},{day},200
            {Guid.NewGuid()},{worker},{day},200
            {other},{worker},{day},200
            {session},{worker},26/11/2026,200
            {session},{worker},{day},none
            {session},LA-XXXX,{day},200
            """;
        var header = Header();

        var progress = await ImportFile(header, file);

        Assert.Equal((1L, 1L, 8L), (progress.Accepted, progress.Matched, progress.Refused));
        Assert.Equal(
            ["day ATTENDANCE_RECORDED", "day ATTENDANCE_RECORDED", "worker_number ATTENDANCE_NOT_ENROLLED", "session_id SESSION_NOT_FOUND", "worker_number ATTENDANCE_NOT_ENROLLED", "day DAY_MALFORMED", "minutes NUMBER_OUT_OF_RANGE", "worker_number WORKER_NUMBER_MALFORMED"],
            (await Report(header, RowOutcome.Refused)).Select(r => $"{r.Problems[0].Field} {r.Problems[0].Code}"));
        Assert.Equal(300, await host.Db(db => db.Enrolments.Where(e => e.WorkerNumber == worker).Select(e => e.Minutes).SingleAsync()));
        Assert.Equal(0, await host.Db(db => db.Enrolments.Where(e => e.WorkerNumber == worker).Select(e => e.ProvenMinutes).SingleAsync()));
    }

    [Fact]
    public async Task Three_hundred_rows_come_by_stream_and_the_same_again_are_matched()
    {
        var session = await host.PlannedSession(places: 300);
        string[] workers = [.. Enumerable.Range(0, 300).Select(_ => WorkerNumber.New("LA"))];
        foreach (var some in workers.Chunk(30))
            await Task.WhenAll(some.Select(w => host.EnrolledWorkerIn(session, w)));
        Proto.RecordAttendanceRequest[] rows = [.. workers.Select(w => Given.Attendance(session, w, 300))];

        Assert.Equal(300, (await Import(Header(), rows)).Accepted);
        Assert.Equal(300, (await Import(Header(), rows)).Matched);
        Assert.Equal(300, await host.Db(db => db.Enrolments.CountAsync(e => e.SessionId == Guid.Parse(session) && e.Minutes == 300)));
        Assert.Equal(300, await host.Db(db => db.Outbox.CountAsync(e => e.Name.StartsWith("gms.departure-orientation.worker-attended") && e.Body.Contains(session))));
    }

    [Fact]
    public async Task A_dry_run_records_nothing()
    {
        var (session, worker) = await host.EnrolledWorker();
        var header = Header();
        header.DryRun = true;

        Assert.Equal(1, (await Import(header, [Given.Attendance(session, worker, 300)])).Accepted);
        Assert.Equal(0, await host.Db(db => db.Enrolments.Where(e => e.WorkerNumber == worker).Select(e => e.Minutes).SingleAsync()));
    }

    static ImportHeader Header() => new() { ImportId = Given.New(), Country = "LA", Label = "attendance.csv" };

    async Task<ImportProgress> Import(ImportHeader header, IReadOnlyList<Proto.RecordAttendanceRequest> rows)
    {
        using var call = _manager.ImportAttendance();
        await call.RequestStream.WriteAsync(new() { Header = header });
        await call.RequestStream.WriteAsync(new() { Rows = new() { FirstRow = 1, Attendances = { rows } } });
        await call.RequestStream.CompleteAsync();
        return (await call).Progress;
    }

    async Task<ImportProgress> ImportFile(ImportHeader header, string file)
    {
        using var call = _manager.ImportAttendanceCsv();
        await call.RequestStream.WriteAsync(new() { Header = header });
        await call.RequestStream.WriteAsync(new() { Content = ByteString.CopyFrom(file, Encoding.UTF8) });
        await call.RequestStream.CompleteAsync();
        return (await call).Progress;
    }

    async Task<IReadOnlyList<ImportedRow>> Report(ImportHeader header, RowOutcome outcome)
    {
        using var call = new Gms.Imports.V1.Imports.ImportsClient(host.As(A.Manager, "orientation")).ListImportRows(new() { ImportId = header.ImportId, Outcomes = { outcome } });
        var rows = new List<ImportedRow>();
        while (await call.ResponseStream.MoveNext(CancellationToken.None))
            rows.AddRange(call.ResponseStream.Current.Rows);
        return rows;
    }
}
