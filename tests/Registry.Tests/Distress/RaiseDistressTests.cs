using System.Text;
using Gms.Platform;
using Gms.Registry.Distress;
using Gms.Registry.Tests.Departures;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Distress;

public sealed class RaiseDistressTests(DeparturesHost host) : IClassFixture<DeparturesHost>
{
    static readonly DateTimeOffset Now = new(2026, 11, 22, 5, 0, 0, TimeSpan.Zero);
    static readonly Who CivilSociety = Who.Is(Role.CivilSocietyOfficer, "TH");

    Proto.Distress.DistressClient As(Who who, string purpose = "complaint") => new(host.Host.As(who, purpose, Now));

    static Proto.RaiseDistressRequest Signal(string worker, Proto.DistressTeller toldBy = Proto.DistressTeller.CivilSociety, string kind = "CONFINED") =>
        new() { RequestId = Guid.NewGuid().ToString(), WorkerNumber = worker, Kind = kind, Country = "TH", ToldBy = toldBy, Words = "Behind the second gate." };

    Task<List<WorkItem>> Items(string id) => host.Host.Db(db => db.WorkItems.AsNoTracking().Where(i => i.Key.StartsWith($"distress:{Guid.Parse(id):N}:")).OrderBy(i => i.Country).ToListAsync());

    [Fact]
    public async Task A_signal_goes_to_the_ministry_of_origin_and_to_the_officers_where_the_worker_is_with_its_times()
    {
        var worker = await host.Enrolled();

        var raised = await As(CivilSociety).RaiseDistressAsync(Signal(worker));

        Assert.Equal((Now.AddHours(1), Now.AddHours(12)), (raised.AnswerBy.ToDateTimeOffset(), raised.ReachBy.ToDateTimeOffset()));
        Assert.Equal([("DISTRESS_RAISED", "LA"), ("DISTRESS_RAISED", "TH")], (await Items(raised.CaseId)).Select(i => (i.Kind, i.Country)));
        var seen = (await As(DeparturesHost.Officer("LA")).ListDistressAsync(new() { WorkerNumber = worker })).Cases.Single();
        Assert.Equal(("Behind the second gate.", Proto.DistressState.Raised, "LA"), (seen.Words, seen.State, seen.Origin));
    }

    [Fact]
    public async Task Where_the_worker_is_stands_in_no_column_event_or_work_item_in_plain_words()
    {
        var worker = await host.Enrolled();
        var id = (await As(Who.TheWorker(worker), "own-record").RaiseDistressAsync(Signal(worker, Proto.DistressTeller.Worker))).CaseId;

        var held = await host.Host.Db(db => db.Set<DistressCase>().SingleAsync(c => c.Id == Guid.Parse(id)));
        Assert.DoesNotContain("gate", Encoding.UTF8.GetString(held.WordsEncrypted!), StringComparison.Ordinal);
        Assert.DoesNotContain("gate", await host.Host.Db(db => db.Outbox.Where(e => e.SubjectId == id).Select(e => e.Body).SingleAsync()), StringComparison.Ordinal);
        Assert.All(await Items(id), i => Assert.DoesNotContain(i.Facts.Values, v => v.Contains("gate", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Whoever_is_no_party_does_not_see_the_case()
    {
        var worker = await host.Enrolled();
        await As(CivilSociety).RaiseDistressAsync(Signal(worker));

        Assert.Single((await As(CivilSociety).ListDistressAsync(new() { WorkerNumber = worker })).Cases);
        Assert.Equal(["WORKER_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => As(Who.Is(Role.CivilSocietyOfficer, "KH")).ListDistressAsync(new() { WorkerNumber = worker })));
    }

    [Fact]
    public async Task An_answer_is_recorded_and_closing_closes_the_questions_on_both_sides()
    {
        var worker = await host.Enrolled();
        var id = (await As(CivilSociety).RaiseDistressAsync(Signal(worker))).CaseId;
        Task<Proto.AnswerDistressResponse> Answer(Proto.DistressState state) =>
            As(DeparturesHost.Officer("TH")).AnswerDistressAsync(new() { RequestId = Guid.NewGuid().ToString(), CaseId = id, State = state, Outcome = "Police and consul went there." }).ResponseAsync;

        await Answer(Proto.DistressState.Reached);
        Assert.All(await Items(id), i => Assert.Equal(WorkItemState.Open, i.State));
        await Answer(Proto.DistressState.Closed);

        Assert.All(await Items(id), i => Assert.Equal(WorkItemState.Closed, i.State));
        Assert.Equal(["gms.registry.distress-raised:1", "gms.registry.distress-closed:1"], await host.Host.Db(db => db.Outbox.Where(e => e.SubjectId == id).OrderBy(e => e.SubjectVersion).Select(e => e.Name).ToListAsync()));
        Assert.Equal(["DISTRESS_CLOSED"], await Refused.StreamCodes(StatusCode.FailedPrecondition, () => Answer(Proto.DistressState.Closed)));
    }

    [Fact]
    public async Task A_stranger_another_s_voice_and_a_kind_that_is_not_listed_are_refused()
    {
        var worker = await host.Enrolled();

        Assert.Equal(["DISTRESS_WORKER_UNKNOWN"], await Refused.Codes(StatusCode.NotFound, () => As(CivilSociety).RaiseDistressAsync(Signal(WorkerNumber.New("LA")))));
        Assert.Equal(["DISTRESS_WORKER_UNKNOWN"], await Refused.Codes(StatusCode.NotFound, () => As(Who.TheWorker(WorkerNumber.New("LA")), "own-record").RaiseDistressAsync(Signal(worker, Proto.DistressTeller.Worker))));
        Assert.Equal(["DISTRESS_TOLD_BY_OTHER"], await Refused.Codes(StatusCode.InvalidArgument, () => As(CivilSociety).RaiseDistressAsync(Signal(worker, Proto.DistressTeller.Worker))));
        Assert.Equal(["kind"], await Refused.Fields(StatusCode.InvalidArgument, () => As(CivilSociety).RaiseDistressAsync(Signal(worker, kind: "SAD"))));
    }
}
