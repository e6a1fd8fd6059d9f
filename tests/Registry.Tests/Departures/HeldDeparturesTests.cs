using Gms.Platform;
using Gms.Testing;
using Gms.Type.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Departures;

public sealed class HeldDeparturesTests(DeparturesHost host) : IClassFixture<DeparturesHost>
{
    readonly Proto.Departures.DeparturesClient _officer = host.Departures(DeparturesHost.Officer("LA"));

    Task<Proto.Departure> Becomes(string id, Proto.DepartureStatus wanted) =>
        Eventually.Becomes(async () => (await _officer.GetDepartureAsync(new() { DepartureId = id })).Departure, d => d.Status == wanted);

    [Theory]
    [InlineData(DeparturesHost.Recruitment, "Recruitment")]
    [InlineData(DeparturesHost.Coverage, "SocialSecurity")]
    [InlineData(DeparturesHost.Certificate, "DepartureOrientation")]
    public async Task With_a_part_down_applications_are_taken_and_held_and_clear_themselves_in_the_order_of_their_days(string method, string part)
    {
        host.Everything();
        host.Host.Peers.TakeDown(method);
        var today = TimeProvider.System.TodayIn("LA");
        var ids = new List<string>();
        foreach (var day in new[] { 9, 3, 6 })
        {
            var held = (await _officer.RegisterDepartureAsync(Given.Application(await host.Enrolled(), day: today.AddDays(day)))).Departure;
            Assert.Equal((Proto.DepartureStatus.Held, part), (held.Status, Assert.Single(held.MissingParts)));
            ids.Add(held.DepartureId);
        }

        host.Everything();

        var decided = new List<DateTimeOffset>();
        foreach (var id in ids)
        {
            var departure = await Becomes(id, Proto.DepartureStatus.Cleared);
            Assert.Equal((Proto.DepartureStatus.Cleared, 3L, false), (departure.Status, departure.Version, departure.DecidedByOfficer));
            decided.Add(departure.DecidedAt.ToDateTimeOffset());
        }
        Assert.True(decided[1] < decided[2] && decided[2] < decided[0]);
        var first = ids[0];
        Assert.Equal(
            ["gms.registry.departure-registered:1", "gms.registry.departure-held:1", "gms.registry.departure-cleared:1"],
            await host.Host.Db(db => db.Outbox.Where(e => e.SubjectId == first).OrderBy(e => e.SubjectVersion).Select(e => e.Name).ToListAsync()));
    }

    [Fact]
    public async Task What_is_decided_again_is_disclosed_in_the_name_of_who_asked()
    {
        host.Everything();
        host.Host.Peers.TakeDown(DeparturesHost.Coverage);
        var asker = DeparturesHost.Officer("LA") with { Account = "the-one-who-asked" };
        var worker = await host.Enrolled();
        var held = (await host.Departures(asker).RegisterDepartureAsync(Given.Application(worker))).Departure;
        host.Everything();

        await Becomes(held.DepartureId, Proto.DepartureStatus.Cleared);

        var read = await host.Host.Db(db => db.Set<AuditRow>().SingleAsync(a => a.Subject == worker && a.Call == "departure-decided-again"));
        Assert.Equal(("the-one-who-asked", "registry", "departure-clearance"), (read.Account, read.Actor, read.Purpose));
    }

    [Fact]
    public async Task A_receipt_that_a_process_left_undecided_is_decided()
    {
        host.Everything();
        var application = Given.Application(await host.Enrolled());
        var left = Given.Departure(day: Given.Day);
        await host.Host.Db(db => db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO departures (id, request_id, request_hash, worker_number, contract_id, by_agency, origin, destination, channel, planned_on, employment_type, account, organisation, received_at, recorded_at, status, missing_parts, version)
            VALUES ({left.Id}, {Guid.NewGuid()}, '', {application.WorkerNumber}, {Given.Contract}, false, 'LA', 'TH', 'MOU_S59', {TimeProvider.System.TodayIn("LA")}, 'FORMAL', 'officer', 'office', now(), now() - interval '1 minute', 'Received', array[]::text[], 1)
            """));

        Assert.Equal(Proto.DepartureStatus.Cleared, (await Becomes(left.Id.ToString(), Proto.DepartureStatus.Cleared)).Status);
    }

    [Fact]
    public async Task One_held_for_an_officer_is_not_decided_by_itself()
    {
        host.Everything();
        host.Host.Peers.Answer(DeparturesHost.Coverage, (Gms.SocialSecurity.V1.CheckCoverageRequest _) => new Gms.SocialSecurity.V1.CheckCoverageResponse { Checks = { Given.Check("COVERAGE_COMPULSORY_SCHEMES", Outcome.Unknown) } });
        var held = (await _officer.RegisterDepartureAsync(Given.Application(await host.Enrolled()))).Departure;
        host.Host.Peers.TakeDown(DeparturesHost.Certificate);
        var later = (await _officer.RegisterDepartureAsync(Given.Application(await host.Enrolled()))).Departure;
        host.Everything();

        await Becomes(later.DepartureId, Proto.DepartureStatus.Cleared);    // a round has passed since

        Assert.Equal(Proto.DepartureStatus.Held, (await _officer.GetDepartureAsync(new() { DepartureId = held.DepartureId })).Departure.Status);
    }

    [Fact]
    public async Task A_part_that_fails_inside_is_a_missing_fact_and_not_a_refusal()
    {
        host.Everything();
        host.Host.Peers.Answer(DeparturesHost.Coverage, Gms.SocialSecurity.V1.CheckCoverageResponse (Gms.SocialSecurity.V1.CheckCoverageRequest _) => throw new RpcException(new(StatusCode.Internal, "broken")));

        var departure = (await _officer.RegisterDepartureAsync(Given.Application(await host.Enrolled()))).Departure;

        Assert.Equal((Proto.DepartureStatus.Held, "SocialSecurity"), (departure.Status, Assert.Single(departure.MissingParts)));
    }
}
