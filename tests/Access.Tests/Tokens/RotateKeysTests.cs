using System.Net.Http.Json;
using System.Text.Json;
using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Microsoft.IdentityModel.JsonWebTokens;
using Xunit;
using Proto = Gms.Access.V1;

namespace Gms.Access.Tests.Tokens;

public sealed class RotateKeysTests(OpenIdHost host) : IClassFixture<OpenIdHost>
{
    readonly Proto.Tokens.TokensClient _tokens = new(host.Administrator);

    [Fact]
    public async Task A_new_key_signs_at_once_and_tokens_of_the_former_one_hold_until_they_expire()
    {
        var former = await host.PersonsToken("auditor");
        await _tokens.ListKeysAsync(new());    // the keys are read before the new one is there

        var rotated = await _tokens.RotateKeysAsync(new() { RequestId = Guid.NewGuid().ToString() });

        var next = await host.PersonsToken("auditor");
        Assert.Equal((rotated.KeyId, 2), (new JsonWebToken(next).Kid, rotated.Version));
        foreach (var token in new[] { next, former })
        {
            Assert.Equal([rotated.KeyId, new JsonWebToken(former).Kid], (await new Proto.Tokens.TokensClient(host.WithToken(token)).ListKeysAsync(new())).Keys.Select(k => k.KeyId));
            Assert.Equal(new JsonWebToken(former).Subject, (await host.Exchange("registry", token, "recruitment")).Read.Subject);
        }
        Assert.Equal(2, (await Published()).Count);

        host.Time.Pass(TimeSpan.FromDays(1) + TimeSpan.FromSeconds(1));
        Assert.Equal([rotated.KeyId], await Published());
        Assert.Equal([true, false], (await _tokens.ListKeysAsync(new())).Keys.Select(k => k.Published));
    }

    async Task<List<string?>> Published() =>
        (await host.Http.GetFromJsonAsync<JsonElement>(host.Issuer + "/connect/jwks")).GetProperty("keys").EnumerateArray().Select(k => k.GetProperty("kid").GetString()).ToList();
}

public sealed class RotateKeysPermissionTests(AccessHost host) : IClassFixture<AccessHost>
{
    [Fact]
    public async Task The_same_request_twice_rotates_once()
    {
        var tokens = new Proto.Tokens.TokensClient(host.As(AccessHost.Regional));
        var request = new Proto.RotateKeysRequest { RequestId = Guid.NewGuid().ToString() };

        Assert.Equal((await tokens.RotateKeysAsync(request)).Version, (await tokens.RotateKeysAsync(request)).Version);
    }

    [Fact]
    public async Task Neither_a_countrys_nor_an_agencys_administrator_rotates_the_registrys_keys()
    {
        foreach (var who in new[] { Who.Is(Role.Administrator, "LA"), Who.Is(Role.Administrator, "LA") with { Agency = Guid.NewGuid() } })
            Assert.Equal(["OUTSIDE_SCOPE"], await Refused.Codes(StatusCode.PermissionDenied,
                () => new Proto.Tokens.TokensClient(host.As(who)).RotateKeysAsync(new() { RequestId = Guid.NewGuid().ToString() })));
    }
}
