using Gms.Platform;
using Gms.Registry.Tests.Departures;
using Gms.Testing;
using Gms.Type.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Queues;

public sealed class CountWaitingTests(DeparturesHost host) : IClassFixture<DeparturesHost>
{
    static readonly Who Officer = DeparturesHost.Officer("LA");

    async Task<List<Proto.Waiting>> Waiting(Proto.QueueKind queue, DateTimeOffset? at = null) =>
        [.. (await new Proto.Queues.QueuesClient(host.Host.As(Officer, "departure-clearance", at)).CountWaitingAsync(new() { Country = "LA" })).Waiting.Where(w => w.Queue == queue)];

    /// <summary>Everything of one class runs on one database: each test looks at queues of its own.</summary>
    async Task<Proto.Departure> Register(DateTimeOffset? at = null) =>
        (await host.Departures(Officer, clock: at).RegisterDepartureAsync(Given.Application(await host.Enrolled(clock: at)))).Departure;

    [Fact]
    public async Task Held_departures_are_counted_by_each_check_that_holds_them_and_once_in_all_with_their_age()
    {
        host.Everything();
        await Register();    // cleared: waits for nobody
        host.Host.Peers.Answer(DeparturesHost.Coverage, (Gms.SocialSecurity.V1.CheckCoverageRequest _) => new Gms.SocialSecurity.V1.CheckCoverageResponse { Checks = { Given.Check("COVERAGE_COMPULSORY_SCHEMES", Outcome.Unknown) } });
        await Register();
        host.Host.Peers.Answer(DeparturesHost.Certificate, (Gms.DepartureOrientation.V1.VerifyCertificateRequest _) => new Gms.DepartureOrientation.V1.VerifyCertificateResponse { Check = Given.Check("ORIENTATION_CERTIFICATE", Outcome.Unknown) });
        var both = await Register();
        Assert.Equal(Proto.DepartureStatus.Held, both.Status);

        var now = await Waiting(Proto.QueueKind.HeldDepartures);
        Assert.Equal([("", 2), ("COVERAGE_COMPULSORY_SCHEMES", 2), ("ORIENTATION_CERTIFICATE", 1)], now.Select(w => (w.Reason, w.Count)));
        Assert.All(now, w => Assert.Equal((w.Count, 0), (w.UnderADay, w.AWeekOrMore)));
        Assert.Equal(both.HeldSince, now.Single(w => w.Reason == "ORIENTATION_CERTIFICATE").OldestSince);

        var held = both.HeldSince.ToDateTimeOffset();
        Assert.Equal((0, 1, 0, 0), Ages(await Waiting(Proto.QueueKind.HeldDepartures, held.AddDays(1).AddSeconds(1))));
        Assert.Equal((0, 0, 1, 0), Ages(await Waiting(Proto.QueueKind.HeldDepartures, held.AddDays(3).AddSeconds(1))));
        Assert.Equal((0, 0, 0, 1), Ages(await Waiting(Proto.QueueKind.HeldDepartures, held.AddDays(7).AddSeconds(1))));

        await host.Departures(Officer).DecideHeldAsync(new() { RequestId = Guid.NewGuid().ToString(), DepartureId = both.DepartureId, Decision = Proto.OfficerDecision.Refuse, Reason = "Looked at the papers." });
        Assert.Equal([("", 1), ("COVERAGE_COMPULSORY_SCHEMES", 1)], (await Waiting(Proto.QueueKind.HeldDepartures)).Select(w => (w.Reason, w.Count)));

        // Who appeals against that waits in a queue of its own.
        await host.Departures(Who.TheWorker(both.WorkerNumber), "own-record").AppealDepartureAsync(new() { RequestId = Guid.NewGuid().ToString(), DepartureId = both.DepartureId, Grounds = "The certificate was given." });
        Assert.Equal([("", 1)], (await Waiting(Proto.QueueKind.Appeals)).Select(w => (w.Reason, w.Count)));
        Assert.Equal(1, (await Waiting(Proto.QueueKind.HeldDepartures))[0].Count);

        static (int, int, int, int) Ages(List<Proto.Waiting> waiting) =>
            waiting.Where(w => w.Reason == "ORIENTATION_CERTIFICATE").Select(w => (w.UnderADay, w.UnderThreeDays, w.UnderAWeek, w.AWeekOrMore)).Single();
    }

    [Fact]
    public async Task A_departure_that_waits_for_a_service_is_counted_by_that_service()
    {
        host.Everything();
        host.Host.Peers.TakeDown(DeparturesHost.Recruitment);

        var waits = await Register();

        Assert.Equal([("", 1), ("Recruitment", 1)], (await Waiting(Proto.QueueKind.UnansweredDepartures)).Select(w => (w.Reason, w.Count)));

        // When the service is back it goes on by itself, and waits no more: not in another test either.
        host.Everything();
        await Eventually.Becomes(async () => (await host.Departures(Officer).GetDepartureAsync(new() { DepartureId = waits.DepartureId })).Departure.Status, status => status == Proto.DepartureStatus.Cleared);
        Assert.Empty(await Waiting(Proto.QueueKind.UnansweredDepartures));
    }

    [Fact]
    public async Task Work_items_of_the_country_wait_until_they_are_closed()
    {
        async Task Open(string key, string country) => await host.Host.Db(async db =>
        {
            db.WorkItems.Add(new() { Kind = "TEST_QUEUE", Key = key, Country = country, Subjects = [], Facts = new Dictionary<string, string>(), Decisions = ["SEEN"], OpenedAt = DateTimeOffset.UtcNow.AddDays(-8) });
            return await db.SaveChangesAsync();
        });
        await Open("one", "LA");
        await Open("two", "LA");
        await Open("three", "TH");

        Assert.Equal((2, 2), (await Waiting(Proto.QueueKind.WorkItems)).Where(w => w.Reason == "TEST_QUEUE").Select(w => (w.Count, w.AWeekOrMore)).Single());
        await host.Host.Db(db => db.Database.ExecuteSqlAsync($"UPDATE work_items SET state = 'Closed' WHERE kind = 'TEST_QUEUE' AND key = 'one'"));

        Assert.Equal(1, (await Waiting(Proto.QueueKind.WorkItems)).Where(w => w.Reason == "TEST_QUEUE").Select(w => w.Count).Single());
    }

    [Fact]
    public async Task Another_country_s_queues_are_outside_scope_and_an_agency_counts_none()
    {
        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.StreamCodes(StatusCode.PermissionDenied, () => new Proto.Queues.QueuesClient(host.Host.As(Officer, "departure-clearance")).CountWaitingAsync(new() { Country = "KH" }).ResponseAsync));
        Assert.Equal(["PERMISSION_MISSING"], await Refused.StreamCodes(StatusCode.PermissionDenied, () => new Proto.Queues.QueuesClient(host.Host.As(Who.AgencyOfficer(Guid.NewGuid(), "LA"), "departure-clearance")).CountWaitingAsync(new() { Country = "LA" }).ResponseAsync));
    }
}
