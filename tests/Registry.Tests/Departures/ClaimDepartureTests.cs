using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Departures;

/// <summary>ClaimDeparture and ReleaseDeparture: the officers' queue.</summary>
public sealed class ClaimDepartureTests(DeparturesHost host) : IClassFixture<DeparturesHost>
{
    readonly Who _one = DeparturesHost.Officer("KH");
    readonly Who _other = DeparturesHost.Officer("KH") with { Account = "another-officer" };

    async Task<Proto.Departure> Held()
    {
        host.Everything();
        var worker = await host.Enrolled("KH", "BORDER_PASS");
        return (await host.Departures(_one).RegisterDepartureAsync(Given.Application(worker, "KH", "BORDER_S64", "TH-KH-01", employment: "AGRICULTURAL_SEASONAL"))).Departure;
    }

    static Proto.ClaimDepartureRequest Claim(string id) => new() { RequestId = Guid.NewGuid().ToString(), DepartureId = id };

    static Proto.ReleaseDepartureRequest Release(string id) => new() { RequestId = Guid.NewGuid().ToString(), DepartureId = id };

    static Proto.DecideHeldRequest Decision(string id) => new() { RequestId = Guid.NewGuid().ToString(), DepartureId = id, Decision = Proto.OfficerDecision.Clear, Reason = "Seen open today." };

    async Task<Proto.Departure> Read(string id) => (await host.Departures(_one).GetDepartureAsync(new() { DepartureId = id })).Departure;

    [Fact]
    public async Task Who_claims_it_is_its_owner_and_alone_decides_it()
    {
        var held = await Held();

        var claimed = await host.Departures(_one).ClaimDepartureAsync(Claim(held.DepartureId));

        var shown = await Read(held.DepartureId);
        Assert.Equal((_one.Account, _one.Account, claimed.OwnedSince), (claimed.Owner, shown.Owner, shown.OwnedSince));
        Assert.Equal(held.DecidedAt, shown.HeldSince);
        Assert.Equal(["DEPARTURE_CLAIMED"], await Refused.Codes(StatusCode.FailedPrecondition, () => host.Departures(_other).ClaimDepartureAsync(Claim(held.DepartureId))));
        Assert.Equal(["DEPARTURE_CLAIMED"], await Refused.Codes(StatusCode.FailedPrecondition, () => host.Departures(_other).DecideHeldAsync(Decision(held.DepartureId))));

        await host.Departures(_one).DecideHeldAsync(Decision(held.DepartureId));
        shown = await Read(held.DepartureId);
        Assert.Equal((Proto.DepartureStatus.Cleared, "", null, null), (shown.Status, shown.Owner, shown.OwnedSince, shown.HeldSince));
    }

    [Fact]
    public async Task Of_two_officers_who_claim_at_once_one_has_it()
    {
        var held = await Held();

        var tries = await Task.WhenAll(new[] { _one, _other }.Select(async who =>
        {
            try
            {
                return (await host.Departures(who).ClaimDepartureAsync(Claim(held.DepartureId))).Owner;
            }
            catch (RpcException refused) when (refused.StatusCode is StatusCode.FailedPrecondition or StatusCode.Aborted)
            {
                return null;
            }
        }));

        Assert.Equal((await Read(held.DepartureId)).Owner, Assert.Single(tries, owner => owner is not null));
    }

    [Fact]
    public async Task Released_by_any_officer_of_the_country_it_waits_for_any_again()
    {
        var held = await Held();
        await host.Departures(_one).ClaimDepartureAsync(Claim(held.DepartureId));

        await host.Departures(_other).ReleaseDepartureAsync(Release(held.DepartureId));

        Assert.Equal("", (await Read(held.DepartureId)).Owner);
        Assert.Equal(["DEPARTURE_NOT_CLAIMED"], await Refused.Codes(StatusCode.FailedPrecondition, () => host.Departures(_one).ReleaseDepartureAsync(Release(held.DepartureId))));
        Assert.Equal(Proto.DepartureStatus.Cleared, (await host.Departures(_other).DecideHeldAsync(Decision(held.DepartureId))).Status);
        Assert.Equal(["DEPARTURE_NOT_HELD"], await Refused.Codes(StatusCode.FailedPrecondition, () => host.Departures(_one).ClaimDepartureAsync(Claim(held.DepartureId))));
    }

    [Fact]
    public async Task Another_country_neither_claims_nor_releases()
    {
        var held = await Held();

        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.Codes(StatusCode.PermissionDenied, () => host.Departures(DeparturesHost.Officer("TH")).ClaimDepartureAsync(Claim(held.DepartureId))));
        Assert.Equal(["DEPARTURE_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => host.Departures(DeparturesHost.Officer("LA")).ReleaseDepartureAsync(Release(held.DepartureId))));
    }

    [Fact]
    public async Task The_queue_holds_what_waits_for_an_officer_and_not_what_waits_for_a_part()
    {
        var held = await Held();
        host.Host.Peers.TakeDown(DeparturesHost.Coverage);
        var waiting = (await host.Departures(_one).RegisterDepartureAsync(Given.Application(await host.Enrolled("KH", "BORDER_PASS"), "KH", "BORDER_S64", "TH-KH-01", employment: "AGRICULTURAL_SEASONAL"))).Departure;
        Assert.NotEmpty(waiting.MissingParts);

        var queue = await host.Departures(_one).ListDeparturesAsync(new() { Origin = "KH", WaitsForOfficer = true, PageSize = 200 });
        host.Everything();

        Assert.Contains(queue.Departures, d => d.DepartureId == held.DepartureId && d.HeldSince is not null);
        Assert.DoesNotContain(queue.Departures, d => d.DepartureId == waiting.DepartureId);
        Assert.All(queue.Departures, d => Assert.Equal(Proto.DepartureStatus.Held, d.Status));
    }
}
