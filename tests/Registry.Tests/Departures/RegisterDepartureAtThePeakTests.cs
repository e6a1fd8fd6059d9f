using Gms.DepartureOrientation.V1;
using Gms.Platform;
using Gms.Recruitment.V1;
using Gms.SocialSecurity.V1;
using Gms.Testing;
using Gms.Type.V1;
using Google.Rpc;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Departures;

/// <summary>The Registry that takes two applications at once and no more.</summary>
public sealed class NarrowRegistry : RegistryHost
{
    public const int AtOnce = 2;

    protected override void Replace(IServiceCollection services)
    {
        services.RemoveAll<CallBound>();
        services.AddSingleton(new CallBound("gms.registry.v1.Departures/RegisterDeparture", AtOnce));
    }
}

public sealed class NarrowHost() : DeparturesHost(new NarrowRegistry());

public sealed class RegisterDepartureAtThePeakTests(DeparturesHost host, NarrowHost narrow) : IClassFixture<DeparturesHost>, IClassFixture<NarrowHost>
{
    [Fact]
    public async Task Sixty_at_once_are_each_decided_once_and_the_parts_are_asked_a_few_times()
    {
        host.Everything();
        host.Host.Peers.Asked.Clear();
        var officer = host.Departures(DeparturesHost.Officer("LA"));
        var applications = new List<Proto.RegisterDepartureRequest>();
        for (var i = 0; i < 60; i++)
            applications.Add(Given.Application(await host.Enrolled()));

        var departures = await Task.WhenAll(applications.Select(async a => (await officer.RegisterDepartureAsync(a)).Departure));

        Assert.All(departures, d => Assert.Equal((Proto.DepartureStatus.Cleared, 2L, 12), (d.Status, d.Version, d.Checks.Count)));
        Assert.Equal(applications.Select(a => (a.RequestId, a.WorkerNumber)), departures.Select(d => (d.RequestId, d.WorkerNumber)));
        var ids = departures.Select(d => d.DepartureId).ToList();
        var events = await host.Host.Db(db => db.Outbox.Where(e => ids.Contains(e.SubjectId)).Select(e => new { e.SubjectId, e.Name, e.SubjectVersion }).ToListAsync());
        Assert.Equal(ids.SelectMany(id => new[] { (id, "gms.registry.departure-registered:1", 1L), (id, "gms.registry.departure-cleared:1", 2L) }).Order(), events.Select(e => (e.SubjectId, e.Name, e.SubjectVersion)).Order());
        Assert.Equal(60, await host.Host.Db(db => db.DepartureDecisions.CountAsync(d => ids.Contains(d.DepartureId.ToString()))));
        // One by one it would be sixty to each part.
        Assert.InRange(host.Host.Peers.Asked.Count(a => a.Request is VerifyBatchRequest), 1, 30);
    }

    [Fact]
    public async Task Who_asked_is_in_each_one_s_own_audit_and_is_named_to_the_parts()
    {
        host.Everything();
        var workers = new[] { await host.Enrolled(), await host.Enrolled(), await host.Enrolled() };
        var askers = workers.Select((_, i) => DeparturesHost.Officer("LA") with { Account = $"officer-{i}" }).ToArray();

        await Task.WhenAll(workers.Zip(askers).Select(async each => await host.Departures(each.Second).RegisterDepartureAsync(Given.Application(each.First))));

        foreach (var (worker, asker) in workers.Zip(askers))
        {
            var told = await host.Host.Db(db => db.Set<AuditRow>().SingleAsync(a => a.Subject == worker && a.Event == "departure-registered"));
            Assert.Equal((asker.Account, "change", "departure birth_date documents recruitment coverage orientation"), (told.Account, told.Kind, told.Fields));
            Assert.Contains(host.Host.Peers.Asked, a => a.Request is CheckCoverageBatchRequest batch && batch.Items.Any(i => i.Coverage.WorkerNumber == worker && i.Asker.Account == asker.Account));
            Assert.Contains(host.Host.Peers.Asked, a => a.Request is VerifyCertificateBatchRequest batch && batch.Items.Any(i => i.Certificate.WorkerNumber == worker && i.Asker.Account == asker.Account));
        }
    }

    [Fact]
    public async Task One_at_which_a_part_breaks_is_held_and_those_that_came_with_it_are_cleared()
    {
        host.Everything();
        var officer = host.Departures(DeparturesHost.Officer("LA"));
        var workers = new List<string>();
        for (var i = 0; i < 12; i++)
            workers.Add(await host.Enrolled());
        host.Host.Peers.Answer(DeparturesHost.Coverage, (CheckCoverageRequest r) => r.WorkerNumber == workers[5]
            ? throw new RpcException(new(StatusCode.Internal, "broken"))
            : new CheckCoverageResponse { Checks = { Given.Check("COVERAGE_COMPULSORY_SCHEMES", Outcome.Pass) } });

        var departures = await Task.WhenAll(workers.Select(async w => (await officer.RegisterDepartureAsync(Given.Application(w))).Departure));

        Assert.Equal((Proto.DepartureStatus.Held, "SocialSecurity"), (departures[5].Status, Assert.Single(departures[5].MissingParts)));
        Assert.All(departures.Where((_, i) => i != 5), d => Assert.Equal(Proto.DepartureStatus.Cleared, d.Status));
    }

    [Fact]
    public async Task One_whose_decision_cannot_be_saved_fails_and_those_that_came_with_it_are_cleared()
    {
        host.Everything();
        host.Host.Announce("RegisterDeparture failed");
        host.Host.Announce("cannot be saved");    // it is tried again later
        var officer = host.Departures(DeparturesHost.Officer("LA"));
        var workers = new List<string>();
        for (var i = 0; i < 12; i++)
            workers.Add(await host.Enrolled());
        // A text that a message may hold and jsonb may not.
        host.Host.Peers.Answer(DeparturesHost.Coverage, (CheckCoverageRequest r) => new CheckCoverageResponse { Checks = { Given.Check(r.WorkerNumber == workers[5] ? "\0" : "COVERAGE_COMPULSORY_SCHEMES", Outcome.Pass) } });

        var calls = workers.Select(w => officer.RegisterDepartureAsync(Given.Application(w)).ResponseAsync).ToList();

        Assert.Equal(StatusCode.Internal, (await Assert.ThrowsAsync<RpcException>(() => calls[5])).StatusCode);
        calls.RemoveAt(5);
        Assert.All(await Task.WhenAll(calls), r => Assert.Equal((Proto.DepartureStatus.Cleared, 2L), (r.Departure.Status, r.Departure.Version)));
        Assert.Equal(workers.Count - 1, await host.Host.Db(db => db.Set<AuditRow>().CountAsync(a => workers.Contains(a.Subject!) && a.Event == "departure-registered")));
    }

    [Fact]
    public async Task One_that_is_refused_at_the_door_leaves_those_that_came_with_it_as_they_are()
    {
        host.Everything();
        var officer = host.Departures(DeparturesHost.Officer("LA"));
        var good = Given.Application(await host.Enrolled());
        var past = Given.Application(await host.Enrolled(), day: TimeProvider.System.TodayIn("LA").AddDays(-1));
        var unknown = Given.Application(WorkerNumber.New("LA"));

        var all = new[] { good, past, unknown, good }.Select(a => officer.RegisterDepartureAsync(a).ResponseAsync).ToArray();

        Assert.Equal((await all[0]).Departure.DepartureId, (await all[3]).Departure.DepartureId);
        Assert.Equal(StatusCode.InvalidArgument, (await Assert.ThrowsAsync<RpcException>(() => all[1])).StatusCode);
        Assert.Equal(StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(() => all[2])).StatusCode);
    }

    [Fact]
    public async Task More_than_can_be_taken_is_told_when_to_come_back_and_writes_nothing_and_what_was_taken_is_decided()
    {
        narrow.Everything();
        using var gate = new ManualResetEventSlim();
        using var asked = new SemaphoreSlim(0);
        narrow.Host.Peers.Answer(DeparturesHost.Coverage, (CheckCoverageRequest _) =>
        {
            asked.Release();
            gate.Wait(TimeSpan.FromSeconds(30));
            return new CheckCoverageResponse { Checks = { Given.Check("COVERAGE_COMPULSORY_SCHEMES", Outcome.Pass) } };
        });
        var officer = narrow.Departures(DeparturesHost.Officer("LA"));
        var taken = new List<Task<Proto.RegisterDepartureResponse>>();
        var one = Given.Application(await narrow.Enrolled());
        var two = Given.Application(await narrow.Enrolled());
        var third = Given.Application(await narrow.Enrolled());
        taken.Add(officer.RegisterDepartureAsync(one).ResponseAsync);
        taken.Add(officer.RegisterDepartureAsync(two).ResponseAsync);
        for (var i = 0; i < NarrowRegistry.AtOnce; i++)
            Assert.True(await asked.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));

        var refusal = await Refused.With(StatusCode.ResourceExhausted, () => officer.RegisterDepartureAsync(third));
        var audited = await narrow.Host.Db(db => db.Set<AuditRow>().CountAsync(a => a.Outcome == "BUSY"));
        gate.Set();

        Assert.Equal("BUSY", Assert.Single(refusal.Problems()).Code);
        var wait = RetryDelay(refusal);
        Assert.InRange(wait, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(45));
        Assert.Equal($"{wait.TotalMilliseconds:0}", refusal.Trailers.GetValue("grpc-retry-pushback-ms"));
        Assert.Equal(0, audited);
        Assert.All(await Task.WhenAll(taken), t => Assert.Equal(Proto.DepartureStatus.Cleared, t.Departure.Status));
        Assert.False(await narrow.Host.Db(db => db.Departures.AnyAsync(d => d.RequestId == Guid.Parse(third.RequestId))));
        Assert.Equal(Proto.DepartureStatus.Cleared, (await officer.RegisterDepartureAsync(third)).Departure.Status);    // the same request_id, later
    }

    static TimeSpan RetryDelay(RpcException refusal) =>
        Google.Rpc.Status.Parser.ParseFrom(refusal.Trailers.Get("grpc-status-details-bin")!.ValueBytes).Details
            .Where(d => d.Is(RetryInfo.Descriptor)).Select(d => d.Unpack<RetryInfo>().RetryDelay.ToTimeSpan()).Single();
}
