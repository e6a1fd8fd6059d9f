using Gms.Platform;
using Gms.Registry.Tests.Departures;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Merges;

public sealed class MergeWorkersTests(DeparturesHost host) : IClassFixture<DeparturesHost>
{
    readonly Proto.Merges.MergesClient _officer = host.Merges();

    [Fact]
    public async Task A_merge_is_announced_once_with_numbers_only()
    {
        var (survivor, absorbed) = (await host.Enrolled(), await host.Enrolled());
        var request = MergesHost.Merge(survivor, absorbed);

        var merged = await _officer.MergeWorkersAsync(request);
        var again = await _officer.MergeWorkersAsync(request);

        Assert.Equal((Proto.MergeState.Effective, survivor), (merged.State, merged.Survivor));
        Assert.Equal(merged, again);
        var happened = Assert.Single(await host.Host.Db(db => db.Outbox.Where(e => e.SubjectId == merged.MergeId).ToListAsync()));
        Assert.Equal(("gms.registry.workers-merged:1", 1L), (happened.Name, happened.SubjectVersion));
        Assert.DoesNotContain("passport", happened.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Under_either_number_the_survivor_s_record_is_shown_with_the_absorbed_one_beside_it()
    {
        var (survivor, absorbed) = (await host.Enrolled(), await host.Enrolled(kind: "BORDER_PASS"));

        var merged = await _officer.MergeWorkersAsync(MergesHost.Merge(survivor, absorbed));

        foreach (var number in new[] { survivor, absorbed })
        {
            var shown = await host.Workers().GetWorkerAsync(new() { WorkerNumber = number });
            Assert.Equal((survivor, "PASSPORT"), (shown.WorkerNumber, Assert.Single(shown.Documents).Kind));
            var beside = Assert.Single(shown.Absorbed);
            Assert.Equal((absorbed, merged.MergeId, "BORDER_PASS", 2), (beside.WorkerNumber, beside.MergeId, Assert.Single(beside.Documents).Kind, beside.Names.Count));
        }
    }

    [Fact]
    public async Task Both_people_are_told_who_read_the_merged_record()
    {
        var (survivor, absorbed) = (await host.Enrolled(), await host.Enrolled());
        await _officer.MergeWorkersAsync(MergesHost.Merge(survivor, absorbed));

        await host.Workers().GetWorkerAsync(new() { WorkerNumber = absorbed });

        foreach (var number in new[] { survivor, absorbed })
            Assert.Equal(1, await host.Host.Db(db => db.Database.SqlQuery<int>($"""SELECT count(*)::int AS "Value" FROM audit WHERE event = 'worker-read' AND subject = {number}""").SingleAsync()));
    }

    [Fact]
    public async Task Another_service_is_told_the_number_to_use()
    {
        var (survivor, absorbed) = (await host.Enrolled(), await host.Enrolled());
        await _officer.MergeWorkersAsync(MergesHost.Merge(survivor, absorbed));
        var recruitment = new Proto.Workers.WorkersClient(host.Host.As(Who.ServiceItself("recruitment"), "recruitment"));

        Assert.Equal(survivor, (await recruitment.ConfirmWorkerAsync(new() { WorkerNumber = absorbed })).WorkerNumber);
    }

    [Fact]
    public async Task The_worker_reads_the_own_record_under_either_number_with_either_sign_in()
    {
        var (survivor, absorbed, stranger) = (await host.Enrolled(), await host.Enrolled(), await host.Enrolled());
        await _officer.MergeWorkersAsync(MergesHost.Merge(survivor, absorbed));

        foreach (var signedIn in new[] { survivor, absorbed })
        {
            var worker = new Proto.Workers.WorkersClient(host.Host.As(Who.TheWorker(signedIn), "own-record"));
            foreach (var asked in new[] { survivor, absorbed })
                Assert.Equal(survivor, (await worker.GetWorkerAsync(new() { WorkerNumber = asked })).WorkerNumber);
            await Refused.With(StatusCode.NotFound, () => worker.GetWorkerAsync(new() { WorkerNumber = stranger }));
        }
    }

    [Fact]
    public async Task Merging_into_an_absorbed_number_is_merging_into_its_survivor()
    {
        var (survivor, second, third) = (await host.Enrolled(), await host.Enrolled(), await host.Enrolled());
        await _officer.MergeWorkersAsync(MergesHost.Merge(survivor, second));

        Assert.Equal(survivor, (await _officer.MergeWorkersAsync(MergesHost.Merge(second, third))).Survivor);
    }

    [Fact]
    public async Task What_a_worker_had_absorbed_comes_along_and_stays_with_it_when_they_part()
    {
        var (survivor, second, third) = (await host.Enrolled(), await host.Enrolled(), await host.Enrolled());
        await _officer.MergeWorkersAsync(MergesHost.Merge(second, third));
        var merged = await _officer.MergeWorkersAsync(MergesHost.Merge(survivor, second));
        Assert.Equal(survivor, (await host.Workers().GetWorkerAsync(new() { WorkerNumber = third })).WorkerNumber);

        await _officer.UnmergeWorkersAsync(MergesHost.Unmerge(merged.MergeId));

        Assert.Equal(second, (await host.Workers().GetWorkerAsync(new() { WorkerNumber = third })).WorkerNumber);
        Assert.Empty((await host.Workers().GetWorkerAsync(new() { WorkerNumber = survivor })).Absorbed);
    }

    [Fact]
    public async Task A_worker_is_not_absorbed_twice_nor_merged_with_the_own_self()
    {
        var (survivor, absorbed, other) = (await host.Enrolled(), await host.Enrolled(), await host.Enrolled());
        await _officer.MergeWorkersAsync(MergesHost.Merge(survivor, absorbed));

        Assert.Equal(["MERGE_ABSORBED_ALREADY"], await Refused.Codes(StatusCode.FailedPrecondition, () => _officer.MergeWorkersAsync(MergesHost.Merge(other, absorbed))));
        Assert.Equal(["MERGE_OF_ONE_WORKER"], await Refused.Codes(StatusCode.FailedPrecondition, () => _officer.MergeWorkersAsync(MergesHost.Merge(absorbed, survivor))));
        Assert.Equal(["MERGE_OF_ONE_WORKER"], await Refused.Codes(StatusCode.FailedPrecondition, () => _officer.MergeWorkersAsync(MergesHost.Merge(other, other))));
    }

    [Fact]
    public async Task Two_officers_who_merge_both_ways_at_once_make_one_merge()
    {
        var (one, other) = (await host.Enrolled(), await host.Enrolled());

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            try
            {
                return (await _officer.MergeWorkersAsync(i % 2 == 0 ? MergesHost.Merge(one, other) : MergesHost.Merge(other, one))).Survivor;
            }
            catch (RpcException refused)
            {
                return Assert.Single(refused.Problems()).Code;
            }
        }));

        Assert.Single(outcomes, o => o != "MERGE_OF_ONE_WORKER");
    }

    [Fact]
    public async Task Workers_of_other_countries_are_not_found_and_numbers_of_nobody_neither()
    {
        var (lao, khmer, alsoKhmer) = (await host.Enrolled(), await host.Enrolled("KH"), await host.Enrolled("KH"));

        Assert.Equal(["MERGE_SURVIVOR_UNKNOWN"], await Refused.Codes(StatusCode.NotFound, () => _officer.MergeWorkersAsync(MergesHost.Merge(khmer, alsoKhmer))));
        Assert.Equal(["MERGE_ABSORBED_UNKNOWN"], await Refused.Codes(StatusCode.NotFound, () => _officer.MergeWorkersAsync(MergesHost.Merge(lao, WorkerNumber.New("LA")))));
        Assert.Equal(["MERGE_SURVIVOR_UNKNOWN"], await Refused.Codes(StatusCode.NotFound, () => _officer.MergeWorkersAsync(MergesHost.Merge(WorkerNumber.New("LA"), lao))));
    }

    [Fact]
    public async Task Departures_that_are_open_on_both_sides_go_to_an_officer()
    {
        var (survivor, absorbed) = (await host.Enrolled(), await host.Enrolled());
        var departures = host.Departures(DeparturesHost.Officer("LA"));
        foreach (var number in new[] { survivor, absorbed })
            Assert.Equal(Proto.DepartureStatus.Cleared, (await departures.RegisterDepartureAsync(Given.Application(number))).Departure.Status);

        await _officer.MergeWorkersAsync(MergesHost.Merge(survivor, absorbed));

        var item = Assert.Single(await host.Found("DEPARTURES_OPEN_AT_ONCE", survivor));
        Assert.Equal([absorbed, survivor], item.WorkerNumbers);
        Assert.NotNull(item.DueOn);
    }

    [Fact]
    public async Task Crossings_returns_and_papers_count_under_either_number()
    {
        var (survivor, absorbed) = (await host.Enrolled(kind: "LA_ID"), await host.Enrolled());
        await _officer.MergeWorkersAsync(MergesHost.Merge(survivor, absorbed));

        // The survivor's record has no travel document; the absorbed one has.
        var departure = (await host.Departures(DeparturesHost.Officer("LA")).RegisterDepartureAsync(Given.Application(survivor))).Departure;
        Assert.Equal(Proto.DepartureStatus.Cleared, departure.Status);

        // Seen at the border under the other number, with and without the departure.
        var border = new Proto.Crossings.CrossingsClient(host.Host.As(Who.Is(Role.BorderOfficer, "LA"), "border-control"));
        var exit = await border.RecordExitAsync(new() { RequestId = Guid.NewGuid().ToString(), WorkerNumber = absorbed, Country = "LA", Checkpoint = "TH-LA-01" });
        Assert.Equal(departure.DepartureId, exit.DepartureId);
        var thai = new Proto.Crossings.CrossingsClient(host.Host.As(Who.Is(Role.BorderOfficer, "TH"), "border-control"));
        var arrival = await thai.RecordArrivalAsync(new() { RequestId = Guid.NewGuid().ToString(), WorkerNumber = absorbed, DepartureId = departure.DepartureId, Country = "TH", Checkpoint = "TH-LA-01" });
        Assert.DoesNotContain(Proto.CrossingFlag.NoExitRecorded, arrival.Flags);

        var returns = new Proto.Returns.ReturnsClient(host.Host.As(Who.Is(Role.BorderOfficer, "LA"), "reintegration"));
        await returns.RecordReturnAsync(new()
        {
            RequestId = Guid.NewGuid().ToString(), WorkerNumber = absorbed, From = "TH", To = "LA", Reason = "END_CONTRACT", ReturnedOn = TimeProvider.System.TodayIn("LA").ToProto(), DepartureId = departure.DepartureId,
        });

        // Each row keeps the number that its caller used.
        Assert.Equal((survivor, 2, 1), await host.Host.Db(async db => (
            await db.Departures.Where(d => d.Id == Guid.Parse(departure.DepartureId)).Select(d => d.WorkerNumber).SingleAsync(),
            await db.Crossings.CountAsync(c => c.WorkerNumber == absorbed),
            await db.Returns.CountAsync(r => r.WorkerNumber == absorbed))));
    }
}
