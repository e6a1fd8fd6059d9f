using Gms.Platform;
using Gms.Registry.Tests.Departures;
using Gms.Testing;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Crossings;

public sealed class ReportCrossingTests(DeparturesHost host) : IClassFixture<DeparturesHost>
{
    static readonly DateTimeOffset Morning = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.AddHours(-6).ToUnixTimeSeconds());

    readonly Proto.Crossings.CrossingsClient _lao = new(host.Host.As(Who.Is(Role.BorderOfficer, "LA")));
    readonly Proto.Crossings.CrossingsClient _thai = new(host.Host.As(Who.Is(Role.BorderOfficer, "TH")));

    Proto.Crossings.CrossingsClient Own(string number) => new(host.Host.As(Who.TheWorker(number), "own-record"));

    static Proto.RecordExitRequest Exit(string worker, int minutes = 0, string checkpoint = "TH-LA-01") => new()
    {
        RequestId = Guid.NewGuid().ToString(), WorkerNumber = worker, Country = "LA", Checkpoint = checkpoint, CrossedAt = Timestamp.FromDateTimeOffset(Morning.AddMinutes(minutes)),
    };

    static Proto.ReportCrossingRequest Report(string worker, Proto.CrossingKind kind = Proto.CrossingKind.Exit, string country = "LA", int minutes = 0) => new()
    {
        RequestId = Guid.NewGuid().ToString(), WorkerNumber = worker, Kind = kind, Country = country, CrossedAt = Timestamp.FromDateTimeOffset(Morning.AddMinutes(minutes)),
    };

    Task<int> Crossings(string worker) => host.Host.Db(db => db.Crossings.CountAsync(c => c.WorkerNumber == worker));

    [Fact]
    public async Task A_worker_s_report_of_what_a_post_saw_confirms_it_and_adds_nothing()
    {
        var worker = await host.Enrolled();
        var exit = await _lao.RecordExitAsync(Exit(worker));

        var report = await Own(worker).ReportCrossingAsync(Report(worker, minutes: 40));

        Assert.Equal((exit.CrossingId, true), (report.CrossingId, report.Confirms));
        Assert.Equal(1, await Crossings(worker));
        Assert.Equal(1, await host.Host.Db(db => db.Outbox.CountAsync(e => e.SubjectId == exit.CrossingId)));
    }

    [Fact]
    public async Task A_post_confirms_what_the_worker_told_first_and_the_other_side_confirms_both()
    {
        var worker = await host.Enrolled();
        var report = await Own(worker).ReportCrossingAsync(Report(worker));

        var exit = await _lao.RecordExitAsync(Exit(worker, 20));
        var otherSide = await _thai.RecordExitAsync(Exit(worker, 23));

        Assert.False(report.Confirms);
        Assert.Equal((report.CrossingId, true), (exit.CrossingId, exit.Confirms));
        Assert.Equal((report.CrossingId, true), (otherSide.CrossingId, otherSide.Confirms));
        var spell = Assert.Single((await Own(worker).ListSpellsAsync(new() { WorkerNumber = worker })).Spells);
        Assert.Equal([Proto.CrossingSource.Worker, Proto.CrossingSource.Post, Proto.CrossingSource.OtherSide], spell.Ended.ToldBy.OrderBy(s => s == Proto.CrossingSource.Worker ? 0 : (int)s));
    }

    [Fact]
    public async Task The_same_source_tells_a_crossing_once()
    {
        var worker = await host.Enrolled();
        await _lao.RecordExitAsync(Exit(worker));

        Assert.Equal(["CROSSING_TWICE"], await Refused.Codes(StatusCode.FailedPrecondition, () => _lao.RecordExitAsync(Exit(worker, 2))));
        Assert.False((await _lao.RecordExitAsync(Exit(worker, 3))).Confirms);
    }

    [Fact]
    public async Task Reports_of_one_crossing_at_once_are_one_crossing()
    {
        var worker = await host.Enrolled();
        var all = await Task.WhenAll(
            Own(worker).ReportCrossingAsync(Report(worker)).ResponseAsync.ContinueWith(r => r.Result.CrossingId, TaskScheduler.Default),
            _lao.RecordExitAsync(Exit(worker)).ResponseAsync.ContinueWith(r => r.Result.CrossingId, TaskScheduler.Default),
            _thai.RecordExitAsync(Exit(worker)).ResponseAsync.ContinueWith(r => r.Result.CrossingId, TaskScheduler.Default));

        Assert.Single(all.Distinct());
        Assert.Equal(1, await Crossings(worker));
    }

    [Fact]
    public async Task A_post_speaks_for_the_other_side_of_its_own_checkpoint_only()
    {
        var worker = await host.Enrolled();
        var khmer = new Proto.Crossings.CrossingsClient(host.Host.As(Who.Is(Role.BorderOfficer, "KH")));

        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.Codes(StatusCode.PermissionDenied, () => khmer.RecordExitAsync(Exit(worker))));
        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.Codes(StatusCode.PermissionDenied, () => _thai.RecordExitAsync(Exit(worker, checkpoint: ""))));
        Assert.Equal(0, await Crossings(worker));
    }

    [Fact]
    public async Task A_worker_reports_for_nobody_else()
    {
        var (worker, other) = (await host.Enrolled(), await host.Enrolled());

        Assert.Equal(["CROSSING_WORKER_UNKNOWN"], await Refused.Codes(StatusCode.NotFound, () => Own(worker).ReportCrossingAsync(Report(other))));
    }

    [Fact]
    public async Task A_report_that_lies_ahead_or_before_birth_or_says_no_kind_is_refused()
    {
        var worker = await host.Enrolled();
        var own = Own(worker);
        var early = Report(worker);
        early.CrossedAt = Timestamp.FromDateTimeOffset(new(1999, 6, 1, 0, 0, 0, TimeSpan.Zero));

        Assert.Equal(["CROSSING_IN_FUTURE"], await Refused.Codes(StatusCode.FailedPrecondition, () => own.ReportCrossingAsync(Report(worker, minutes: 60 * 7))));
        Assert.Equal(["CROSSING_BEFORE_BIRTH"], await Refused.Codes(StatusCode.FailedPrecondition, () => own.ReportCrossingAsync(early)));
        Assert.Equal(["kind"], await Refused.Fields(StatusCode.InvalidArgument, () => own.ReportCrossingAsync(Report(worker, Proto.CrossingKind.Unspecified))));
        Assert.Equal(0, await Crossings(worker));
    }

    [Theory]
    [InlineData(-62_135_596_800)]
    [InlineData(long.MaxValue)]
    public async Task A_time_that_cannot_be_is_refused_by_its_field(long seconds)
    {
        var worker = await host.Enrolled();
        var (exit, report) = (Exit(worker), Report(worker));
        exit.CrossedAt = report.CrossedAt = new() { Seconds = seconds };

        Assert.Equal(["crossed_at"], await Refused.Fields(StatusCode.InvalidArgument, () => _lao.RecordExitAsync(exit)));
        Assert.Equal(["crossed_at"], await Refused.Fields(StatusCode.InvalidArgument, () => Own(worker).ReportCrossingAsync(report)));
    }
}
