using Gms.Platform;
using Gms.Recruitment.V1;
using Gms.Registry.Departures;
using Gms.Registry.Tests.Passes;
using Gms.SocialSecurity.V1;
using Gms.Testing;
using Gms.Type.V1;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Departures;

/// <summary>Where an officer decided, revoked or holds a departure, what changes behind it meanwhile is looked at once it is decided.</summary>
public sealed class ReviewAfterOfficerTests(PassesHost host) : Reviewed(host), IClassFixture<PassesHost>
{
    [Fact]
    public async Task A_licence_suspended_while_a_departure_waits_for_its_officer_is_seen_when_the_officer_clears_it()
    {
        Host.Departures.Everything();
        Host.Host.Peers.Answer(DeparturesHost.Coverage, (CheckCoverageRequest _) => new CheckCoverageResponse { Checks = { Given.Check("COVERAGE_COMPULSORY_SCHEMES", Outcome.Unknown) } });
        var held = await Host.Cleared();
        Assert.Equal(Proto.DepartureStatus.Held, held.Status);
        Recruitment(Outcome.Fail);
        await Suspended();

        var another = Host.Departures.Departures(DeparturesHost.Officer("LA") with { Account = "officer-of-the-queue" });
        await another.DecideHeldAsync(new() { RequestId = Guid.NewGuid().ToString(), DepartureId = held.DepartureId, Decision = Proto.OfficerDecision.Clear, Reason = "Insured, the card was seen." });

        await Becomes(held.DepartureId, Proto.DepartureStatus.Refused);
        Assert.Equal(Proto.RevocationReason.NoLongerCleared, (await Host.Of(held.DepartureId)).RevocationReason);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_an_officer_cleared_before_anybody_knew_whose_contract_it_is_is_not_forgotten(bool agency)
    {
        Host.Departures.Everything();
        Host.Host.Peers.TakeDown(DeparturesHost.Recruitment);
        var held = await Host.Cleared();
        await Officer.DecideHeldAsync(new() { RequestId = Guid.NewGuid().ToString(), DepartureId = held.DepartureId, Decision = Proto.OfficerDecision.Clear, Reason = "The contract was seen on paper." });
        Recruitment(Outcome.Fail);

        await (agency ? Suspended() : Stopped());

        await Becomes(held.DepartureId, Proto.DepartureStatus.Refused);
        Assert.Equal(Proto.RevocationReason.NoLongerCleared, (await Host.Of(held.DepartureId)).RevocationReason);
        var known = await Host.Host.Db(db => db.Departures.SingleAsync(d => d.Id == Guid.Parse(held.DepartureId)));
        Assert.Equal((Given.Agency, Given.Employer), (known.AgencyId, known.EmployerId));
    }

    [Fact]
    public async Task What_an_officer_revoked_no_event_gives_back()
    {
        var (departure, pass) = await Cleared();
        await Host.As(DeparturesHost.Officer("LA")).RevokePassAsync(new() { RequestId = Guid.NewGuid().ToString(), PassId = pass.PassId, Reason = "Under inquiry." });
        await MembershipGone(departure.WorkerNumber);
        await EverythingReviewed();

        Assert.Equal(Proto.DepartureStatus.Held, (await Officer.GetDepartureAsync(new() { DepartureId = departure.DepartureId })).Departure.Status);
    }

    [Fact]
    public async Task What_happened_while_an_officer_held_it_is_seen_when_another_clears_it()
    {
        var (departure, pass) = await Cleared();
        await Host.As(DeparturesHost.Officer("LA")).RevokePassAsync(new() { RequestId = Guid.NewGuid().ToString(), PassId = pass.PassId, Reason = "Under inquiry." });
        await Suspended();
        await EverythingReviewed();

        Recruitment(Outcome.Fail);
        var another = Host.Departures.Departures(DeparturesHost.Officer("LA") with { Account = "officer-of-the-queue" });
        await another.DecideHeldAsync(new() { RequestId = Guid.NewGuid().ToString(), DepartureId = departure.DepartureId, Decision = Proto.OfficerDecision.Clear, Reason = "The inquiry is closed." });

        await Becomes(departure.DepartureId, Proto.DepartureStatus.Refused);
        Assert.Equal(Proto.RevocationReason.NoLongerCleared, (await Host.Of(departure.DepartureId)).RevocationReason);
    }
}
