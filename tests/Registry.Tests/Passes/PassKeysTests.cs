using Gms.Platform;
using Gms.Registry.Tests.Departures;
using Gms.Testing;
using Grpc.Core;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Passes;

/// <summary>ListPassKeys, RotatePassKey and ReportCompromisedKey: one story, since each shows in what the others answer.</summary>
public sealed class PassKeysTests(PassesHost host) : IClassFixture<PassesHost>
{
    Proto.Passes.PassesClient Keeper(string country = "LA") => host.As(Who.Is(Role.Administrator, country), "administration");

    [Fact]
    public async Task Anybody_reads_the_keys_and_the_first_is_the_country_s_own_file()
    {
        await host.Cleared();

        var keys = await host.Anybody.ListPassKeysAsync(new());

        Assert.Contains(keys.Keys, k => k.Country == "LA" && k.CompromisedSince is null);
        var file = Path.Combine(host.Host.Folder, "keys", "credential", "LA", "1.key");
        Assert.True(File.Exists(file));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task A_new_key_signs_and_the_old_one_still_verifies()
    {
        var (before, old) = await Issued();
        var rotated = await Keeper().RotatePassKeyAsync(new() { RequestId = Guid.NewGuid().ToString(), Country = "LA" });
        var (after, young) = await Issued();

        Assert.Equal("PASS_VALID", (await host.Offline(old.Text, PassesHost.OnTheDay(before))).Code);
        Assert.Equal("PASS_VALID", (await host.Offline(young.Text, PassesHost.OnTheDay(after))).Code);
        Assert.Equal(rotated.KeyId, Convert.ToHexStringLower(Gms.Credentials.PassText.Read(young.Text).KeyId));
        Assert.NotEqual(rotated.KeyId, Convert.ToHexStringLower(Gms.Credentials.PassText.Read(old.Text).KeyId));
    }

    [Fact]
    public async Task Of_a_compromised_key_nothing_is_taken_and_its_passes_are_issued_anew()
    {
        var (departure, old) = await Issued();
        var lost = Convert.ToHexStringLower(Gms.Credentials.PassText.Read(old.Text).KeyId);

        var answer = await Keeper().ReportCompromisedKeyAsync(new() { RequestId = Guid.NewGuid().ToString(), Country = "LA", KeyId = lost });

        Assert.True(answer.Passes >= 1);
        Assert.Equal("PASS_KEY_COMPROMISED", (await host.Offline(old.Text, PassesHost.OnTheDay(departure))).Code);
        var anew = await Eventually.Becomes(() => host.Of(departure.DepartureId), p => p.PassId != old.PassId);
        Assert.Equal("PASS_VALID", (await host.Offline(anew.Text, PassesHost.OnTheDay(departure))).Code);
    }

    [Fact]
    public async Task Lists_are_given_in_the_name_of_the_country_that_asks_for_them_and_change_with_the_key()
    {
        await host.Cleared();
        var before = await host.Anybody.ListStatusListsAsync(new() { Country = "LA" });
        Assert.Empty((await host.Anybody.ListStatusListsAsync(new() { Country = "VN" })).StatusLists);

        await Keeper().RotatePassKeyAsync(new() { RequestId = Guid.NewGuid().ToString(), Country = "LA" });

        var after = await host.Anybody.ListStatusListsAsync(new() { Country = "LA" });
        Assert.Equal(["LA"], after.StatusLists.Select(l => l.Country).Distinct());
        Assert.NotEqual(before.StatusLists[0].Token, after.StatusLists[0].Token);    // within the minute in which it would be given again
        Assert.Empty((await host.AnybodyAt(DateTimeOffset.UtcNow.AddDays(400)).ListStatusListsAsync(new() { Country = "LA" })).StatusLists);    // all expired
    }

    [Fact]
    public async Task Bad_reports_are_refused()
    {
        await host.Cleared();
        var request = new Proto.ReportCompromisedKeyRequest { RequestId = Guid.NewGuid().ToString(), Country = "LA", KeyId = "0000000000000000" };

        Assert.Equal(["PASS_KEY_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => Keeper().ReportCompromisedKeyAsync(request)));
        request.Since = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow.AddHours(1));
        Assert.Equal(["PASS_KEY_COMPROMISED_IN_FUTURE"], await Refused.Codes(StatusCode.InvalidArgument, () => Keeper().ReportCompromisedKeyAsync(request)));
        request.Since = new() { Seconds = long.MaxValue };
        Assert.Equal(["since"], await Refused.Fields(StatusCode.InvalidArgument, () => Keeper().ReportCompromisedKeyAsync(request)));
        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.Codes(StatusCode.PermissionDenied, () => Keeper("TH").RotatePassKeyAsync(new() { RequestId = Guid.NewGuid().ToString(), Country = "LA" })));
    }

    async Task<(Proto.Departure, Proto.GetPassResponse)> Issued()
    {
        var departure = await host.Cleared();
        return (departure, await host.Of(departure.DepartureId));
    }
}
