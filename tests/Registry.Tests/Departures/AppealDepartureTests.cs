using Gms.Platform;
using Gms.Testing;
using Gms.Type.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Departures;

public sealed class AppealDepartureTests(DeparturesHost host) : IClassFixture<DeparturesHost>
{
    const string Grounds = "The contract was ended by mistake.";

    readonly Who _one = DeparturesHost.Officer("LA");
    readonly Who _other = DeparturesHost.Officer("LA") with { Account = "another-officer" };

    /// <summary>Refused by the rules: the contract is not for this channel.</summary>
    async Task<Proto.Departure> RefusedByRules()
    {
        host.Everything();
        var worker = await host.Enrolled();
        var refused = (await host.Departures(_one).RegisterDepartureAsync(Given.Application(worker, channel: "FISHERY_S83", employment: "FISHING"))).Departure;
        Assert.Equal(Proto.DepartureStatus.Refused, refused.Status);
        return refused;
    }

    async Task<Proto.Departure> RefusedByOfficer()
    {
        host.Everything();
        host.Host.Peers.Answer(DeparturesHost.Coverage, (Gms.SocialSecurity.V1.CheckCoverageRequest _) => new Gms.SocialSecurity.V1.CheckCoverageResponse { Checks = { Given.Check("COVERAGE_COMPULSORY_SCHEMES", Outcome.Unknown) } });
        var held = (await host.Departures(_one).RegisterDepartureAsync(Given.Application(await host.Enrolled()))).Departure;
        await host.Departures(_one).DecideHeldAsync(Decision(held.DepartureId, Proto.OfficerDecision.Refuse));
        return held;
    }

    static Proto.DecideHeldRequest Decision(string id, Proto.OfficerDecision decision) => new() { RequestId = Guid.NewGuid().ToString(), DepartureId = id, Decision = decision, Reason = "Looked at the papers." };

    static Proto.AppealDepartureRequest Appeal(string id) => new() { RequestId = Guid.NewGuid().ToString(), DepartureId = id, Grounds = Grounds };

    Proto.Departures.DeparturesClient TheWorker(string number) => host.Departures(Who.TheWorker(number), "own-record");

    async Task<Proto.Departure> Read(string id) => (await host.Departures(_one).GetDepartureAsync(new() { DepartureId = id })).Departure;

    [Fact]
    public async Task The_worker_appeals_and_it_waits_for_an_officer_with_the_grounds_which_are_never_sent()
    {
        var refused = await RefusedByRules();

        Assert.Equal(Proto.DepartureStatus.Held, (await TheWorker(refused.WorkerNumber).AppealDepartureAsync(Appeal(refused.DepartureId))).Status);

        var shown = await Read(refused.DepartureId);
        Assert.Equal((Proto.DepartureStatus.Held, Grounds, false, "", 3L), (shown.Status, shown.AppealGrounds, shown.DecidedByOfficer, shown.OfficerReason, shown.Version));
        Assert.Equal(refused.Checks, shown.Checks);
        Assert.Empty(shown.MissingParts);
        var happened = await host.Host.Db(db => db.Outbox.SingleAsync(e => e.SubjectId == refused.DepartureId && e.SubjectVersion == 3));
        Assert.Equal("gms.registry.departure-held:1", happened.Name);
        Assert.Contains("APPEALED", happened.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("by mistake", happened.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_goes_to_another_officer_than_the_one_who_decided()
    {
        var refused = await RefusedByOfficer();
        await TheWorker(refused.WorkerNumber).AppealDepartureAsync(Appeal(refused.DepartureId));

        Assert.Equal(["DEPARTURE_ANOTHER_OFFICER"], await Refused.Codes(StatusCode.FailedPrecondition, () => host.Departures(_one).ClaimDepartureAsync(new() { RequestId = Guid.NewGuid().ToString(), DepartureId = refused.DepartureId })));
        Assert.Equal(["DEPARTURE_ANOTHER_OFFICER"], await Refused.Codes(StatusCode.FailedPrecondition, () => host.Departures(_one).DecideHeldAsync(Decision(refused.DepartureId, Proto.OfficerDecision.Refuse))));
        Assert.Equal(Proto.DepartureStatus.Cleared, (await host.Departures(_other).DecideHeldAsync(Decision(refused.DepartureId, Proto.OfficerDecision.Clear))).Status);
    }

    [Fact]
    public async Task An_appeal_is_made_once()
    {
        var refused = await RefusedByOfficer();
        await TheWorker(refused.WorkerNumber).AppealDepartureAsync(Appeal(refused.DepartureId));
        await host.Departures(_other).DecideHeldAsync(Decision(refused.DepartureId, Proto.OfficerDecision.Refuse));

        Assert.Equal(["DEPARTURE_APPEALED_ALREADY"], await Refused.Codes(StatusCode.FailedPrecondition, () => TheWorker(refused.WorkerNumber).AppealDepartureAsync(Appeal(refused.DepartureId))));
    }

    [Fact]
    public async Task The_agency_of_the_contract_may_appeal_and_another_does_not_learn_that_it_exists()
    {
        var refused = await RefusedByRules();

        Assert.Equal(["DEPARTURE_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => host.Departures(Who.AgencyOfficer(Guid.NewGuid(), "LA")).AppealDepartureAsync(Appeal(refused.DepartureId))));
        Assert.Equal(["DEPARTURE_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => TheWorker(Somebody).AppealDepartureAsync(Appeal(refused.DepartureId))));
        Assert.Equal(Proto.DepartureStatus.Held, (await host.Departures(Who.AgencyOfficer(Given.Agency, "LA")).AppealDepartureAsync(Appeal(refused.DepartureId))).Status);
    }

    static readonly string Somebody = WorkerNumber.New("LA");

    [Fact]
    public async Task What_is_not_refused_is_not_appealed()
    {
        host.Everything();
        var cleared = (await host.Departures(_one).RegisterDepartureAsync(Given.Application(await host.Enrolled()))).Departure;

        Assert.Equal(["DEPARTURE_NOT_REFUSED"], await Refused.Codes(StatusCode.FailedPrecondition, () => TheWorker(cleared.WorkerNumber).AppealDepartureAsync(Appeal(cleared.DepartureId))));
    }

    [Fact]
    public async Task An_officer_does_not_appeal() =>
        await Refused.With(StatusCode.PermissionDenied, () => host.Departures(_one).AppealDepartureAsync(Appeal(Guid.NewGuid().ToString())));

    [Fact]
    public async Task Grounds_are_asked_for()
    {
        var refused = await RefusedByRules();
        var empty = Appeal(refused.DepartureId);
        empty.Grounds = "";

        Assert.Equal(["grounds"], await Refused.Fields(StatusCode.InvalidArgument, () => TheWorker(refused.WorkerNumber).AppealDepartureAsync(empty)));
    }
}
