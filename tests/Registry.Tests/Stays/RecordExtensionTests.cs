using Gms.Platform;
using Gms.Registry.Crossings;
using Gms.Registry.Tests.Departures;
using Gms.Testing;
using Gms.Type.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Stays;

public sealed class RecordExtensionTests(DeparturesHost host) : IClassFixture<DeparturesHost>
{
    readonly Proto.Crossings.CrossingsClient _post = new(host.Host.As(Who.Is(Role.BorderOfficer, "TH"), "border-control"));

    Proto.Stays.StaysClient Stays(string country = "TH") => new(host.Host.As(DeparturesHost.Officer(country), "departure-clearance"));

    /// <summary>A stay under a channel that allows 24 months.</summary>
    async Task<(Proto.Departure Departure, string Crossing)> Arrived(int daysAgo = 1)
    {
        var departure = (await host.Departures(DeparturesHost.Officer("LA")).RegisterDepartureAsync(Given.Application(await host.Enrolled(), day: TimeProvider.System.TodayIn("LA")))).Departure;
        var arrival = await _post.RecordArrivalAsync(new() { RequestId = Guid.NewGuid().ToString(), DepartureId = departure.DepartureId, Country = "TH", CrossedAt = Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow.AddDays(-daysAgo)) });
        return (departure, arrival.CrossingId);
    }

    static Proto.RecordExtensionRequest Extension(string departure, DateOnly until) => new() { RequestId = Guid.NewGuid().ToString(), DepartureId = departure, Until = until.ToProto() };

    static DateOnly Today => TimeProvider.System.TodayIn("TH");

    Task<List<WorkItem>> Items(string crossing) =>
        host.Host.Db(db => db.WorkItems.AsNoTracking().Where(i => i.Key.StartsWith($"crossing:{Guid.Parse(crossing):N}")).OrderBy(i => i.Id).ToListAsync());

    Task<DateOnly> Due(string crossing) => host.Host.Db(db => db.Set<CrossingWatch>().Where(w => w.CrossingId == Guid.Parse(crossing)).Select(w => w.DueOn).SingleAsync());

    [Fact]
    public async Task An_extension_is_recorded_with_its_checks_and_the_stay_is_watched_until_its_day()
    {
        var (departure, crossing) = await Arrived();
        var before = await Due(crossing);
        var until = before.AddMonths(24);

        var answer = await Stays().RecordExtensionAsync(Extension(departure.DepartureId, until));

        Assert.Equal([("EXTENSION_LENGTH", Outcome.Pass), ("STAY_IN_ALL", Outcome.Pass)], answer.Checks.Select(c => (c.Code, c.Outcome)));
        Assert.Equal((Today.AddDays(-1).AddMonths(24), until), (before, await Due(crossing)));
        var spell = (await _post.ListSpellsAsync(new() { WorkerNumber = departure.WorkerNumber })).Spells.Single();
        Assert.Equal(("extension", until.ToProto()), (spell.AllowedBy, spell.AllowedUntil));
        Assert.Equal(answer.ChangeId, (await Stays("LA").ListStayChangesAsync(new() { WorkerNumber = departure.WorkerNumber })).Changes.Single().ChangeId);
        Assert.Equal("gms.registry.stay-extended:1", await host.Host.Db(db => db.Outbox.Where(e => e.SubjectId == answer.ChangeId).Select(e => e.Name).SingleAsync()));
    }

    [Fact]
    public async Task A_question_about_an_overstay_is_answered_by_the_extension()
    {
        var (departure, crossing) = await Arrived(daysAgo: 800);
        Assert.Equal("OVERSTAY", Assert.Single(await Eventually.Becomes(() => Items(crossing), items => items.Count > 0)).Kind);

        await Stays().RecordExtensionAsync(Extension(departure.DepartureId, Today.AddMonths(3)));

        Assert.Equal(WorkItemState.Closed, Assert.Single(await Items(crossing)).State);
    }

    [Fact]
    public async Task A_permit_extended_after_its_last_day_is_watched_and_asked_about_again_until_the_worker_leaves()
    {
        var (departure, crossing) = await Arrived(daysAgo: 800);
        await Eventually.Becomes(() => Items(crossing), items => items.Count > 0);

        await Stays().RecordExtensionAsync(Extension(departure.DepartureId, Today.AddDays(-3)));

        var items = await Eventually.Becomes(() => Items(crossing), items => items.Count > 1);
        Assert.Equal([WorkItemState.Closed, WorkItemState.Open], items.Select(i => i.State));
        Assert.Equal($"{Today.AddDays(-3):yyyy-MM-dd}", items[1].Facts["allowed_until"]);

        await Stays().RecordExtensionAsync(Extension(departure.DepartureId, Today.AddMonths(3)));
        Assert.Equal(Today.AddMonths(3), await Due(crossing));
        await _post.RecordExitAsync(new() { RequestId = Guid.NewGuid().ToString(), WorkerNumber = departure.WorkerNumber, Country = "TH" });
        Assert.False(await host.Host.Db(db => db.Set<CrossingWatch>().AnyAsync(w => w.CrossingId == Guid.Parse(crossing))));

        await Stays().RecordExtensionAsync(Extension(departure.DepartureId, Today.AddMonths(4)));
        Assert.False(await host.Host.Db(db => db.Set<CrossingWatch>().AnyAsync(w => w.CrossingId == Guid.Parse(crossing))));
    }

    [Fact]
    public async Task A_day_that_is_no_extension_one_told_twice_and_the_country_of_origin_are_refused()
    {
        var (departure, _) = await Arrived();
        await Stays().RecordExtensionAsync(Extension(departure.DepartureId, Today.AddMonths(30)));

        Assert.Equal(["STAY_NOT_EXTENDED"], await Refused.Codes(StatusCode.FailedPrecondition, () => Stays().RecordExtensionAsync(Extension(departure.DepartureId, Today.AddMonths(30)))));
        Assert.Equal(["STAY_DEPARTURE_UNKNOWN"], await Refused.Codes(StatusCode.NotFound, () => Stays("LA").RecordExtensionAsync(Extension(departure.DepartureId, Today.AddMonths(31)))));
        Assert.Equal(["STAY_DEPARTURE_UNKNOWN"], await Refused.Codes(StatusCode.NotFound, () => Stays().RecordExtensionAsync(Extension(Guid.NewGuid().ToString(), Today.AddMonths(31)))));
    }

    [Fact]
    public async Task A_change_of_employer_says_whether_recruitment_knows_the_contract_and_that_it_did_not_answer()
    {
        var (departure, _) = await Arrived();
        Proto.RecordEmployerChangeRequest Change() => new() { RequestId = Guid.NewGuid().ToString(), DepartureId = departure.DepartureId, ContractId = Guid.NewGuid().ToString(), ChangedOn = Today.ToProto() };
        var first = Change();

        Assert.Equal(Outcome.Pass, (await Stays().RecordEmployerChangeAsync(first)).Checks.Single(c => c.Code == "NEW_CONTRACT").Outcome);
        host.Host.Peers.TakeDown(DeparturesHost.Recruitment);
        Assert.Equal(Outcome.Unknown, (await Stays().RecordEmployerChangeAsync(Change())).Checks.Single(c => c.Code == "NEW_CONTRACT").Outcome);
        first.RequestId = Guid.NewGuid().ToString();
        Assert.Equal(["STAY_CHANGED_ALREADY"], await Refused.Codes(StatusCode.FailedPrecondition, () => Stays().RecordEmployerChangeAsync(first)));
        var tomorrow = Change();
        tomorrow.ChangedOn = Today.AddDays(1).ToProto();
        Assert.Equal(["STAY_CHANGE_IN_FUTURE"], await Refused.Codes(StatusCode.FailedPrecondition, () => Stays().RecordEmployerChangeAsync(tomorrow)));
        host.Everything();
    }
}
