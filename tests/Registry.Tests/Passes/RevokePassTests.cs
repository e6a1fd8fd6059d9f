using Gms.Platform;
using Gms.Registry.Tests.Departures;
using Gms.Testing;
using Grpc.Core;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Passes;

public sealed class RevokePassTests(PassesHost host) : IClassFixture<PassesHost>
{
    static Proto.RevokePassRequest Revocation(string pass, string reason = "The worker's brother says she is held against her will.") => new() { RequestId = Guid.NewGuid().ToString(), PassId = pass, Reason = reason };

    [Fact]
    public async Task Revoked_is_revoked_online_and_in_the_lists_and_the_departure_waits_for_an_officer()
    {
        var departure = await host.Cleared();
        var pass = await host.Of(departure.DepartureId);
        var noon = PassesHost.OnTheDay(departure);
        Assert.Equal("PASS_VALID", (await host.Offline(pass.Text, noon)).Code);

        await host.As(DeparturesHost.Officer("LA")).RevokePassAsync(Revocation(pass.PassId));

        Assert.Equal("PASS_REVOKED", (await host.Offline(pass.Text, noon)).Code);
        Assert.Equal("PASS_REVOKED", (await host.Post(clock: noon).VerifyPassAsync(new() { Text = pass.Text })).Verdict);
        var shown = await host.Of(departure.DepartureId);
        Assert.Equal((Proto.RevocationReason.ByOfficer, "The worker's brother says she is held against her will."), (shown.RevocationReason, shown.RevocationNote));
        var held = (await host.Departures.Departures(DeparturesHost.Officer("LA")).GetDepartureAsync(new() { DepartureId = departure.DepartureId })).Departure;
        Assert.Equal((Proto.DepartureStatus.Held, 0), (held.Status, held.MissingParts.Count));
        var events = await host.Events(departure.WorkerNumber);
        Assert.Contains("gms.registry.pass-revoked:1", events);
        Assert.Contains("gms.registry.departure-held:1", events);
    }

    [Fact]
    public async Task An_officer_who_clears_it_again_issues_another_pass()
    {
        var departure = await host.Cleared();
        var first = await host.Of(departure.DepartureId);
        await host.As(DeparturesHost.Officer("LA")).RevokePassAsync(Revocation(first.PassId));

        await host.Departures.Departures(DeparturesHost.Officer("LA")).DecideHeldAsync(new() { RequestId = Guid.NewGuid().ToString(), DepartureId = departure.DepartureId, Decision = Proto.OfficerDecision.Clear, Reason = "She was asked alone and wants to go." });

        var second = await host.Of(departure.DepartureId);
        Assert.NotEqual(first.PassId, second.PassId);
        Assert.Equal("PASS_VALID", (await host.Offline(second.Text, PassesHost.OnTheDay(departure))).Code);
        Assert.Equal("PASS_REVOKED", (await host.Offline(first.Text, PassesHost.OnTheDay(departure))).Code);
    }

    [Fact]
    public async Task It_is_revoked_once()
    {
        var pass = await host.Of((await host.Cleared()).DepartureId);
        var officer = host.As(DeparturesHost.Officer("LA"));
        var request = Revocation(pass.PassId);

        Assert.Equal(await officer.RevokePassAsync(request), await officer.RevokePassAsync(request));    // a repeat
        Assert.Equal(["PASS_REVOKED_ALREADY"], await Refused.Codes(StatusCode.FailedPrecondition, () => officer.RevokePassAsync(Revocation(pass.PassId))));
    }

    [Fact]
    public async Task The_country_of_destination_may_not_and_a_reason_is_needed()
    {
        var pass = await host.Of((await host.Cleared()).DepartureId);

        Assert.Equal(["PASS_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => host.As(DeparturesHost.Officer("TH")).RevokePassAsync(Revocation(pass.PassId))));
        Assert.Equal(["reason"], await Refused.Fields(StatusCode.InvalidArgument, () => host.As(DeparturesHost.Officer("LA")).RevokePassAsync(Revocation(pass.PassId, " "))));
    }
}
