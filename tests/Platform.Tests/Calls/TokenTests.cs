using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Gms.Platform.Tests.Probe;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;
using Xunit;
using Proto = Gms.Probe.V1;

namespace Gms.Platform.Tests.Calls;

public sealed class TokenTests(ProbeAlone host) : IClassFixture<ProbeAlone>
{
    static readonly Who Officer = A.Officer;

    public static TheoryData<string> NoTokens => ["", " ", "x", "a.b.c", "....", "null", "Bearer"];

    [Fact]
    public async Task A_call_without_a_token_is_refused() => Assert.Equal(["TOKEN_MISSING"], await Codes(null));

    [Theory]
    [MemberData(nameof(NoTokens))]
    public async Task What_is_no_token_is_refused(string token) =>
        Assert.Contains(Assert.Single(await Codes(token)), new[] { "TOKEN_INVALID", "TOKEN_MISSING" });

    [Fact]
    public async Task A_call_without_a_token_learns_nothing_of_purposes() =>
        Assert.Equal(["TOKEN_MISSING"], await Refused.Codes(StatusCode.Unauthenticated, () => new Proto.Probes.ProbesClient(host.WithToken(null)).ReadProbeAsync(new())));

    [Fact]
    public async Task A_token_of_which_any_part_was_changed_is_refused()
    {
        var token = host.Issuer.Token(Officer);
        Assert.Empty(await Codes(token));
        for (var at = 5; at < token.Length; at += 41)
        {
            var changed = token[..at] + (token[at] == 'A' ? 'B' : 'A') + token[(at + 1)..];
            if (token[at] != '.')
                Assert.Equal(["TOKEN_INVALID"], await Codes(changed));
        }
    }

    [Fact]
    public async Task Claims_that_were_exchanged_under_a_right_signature_are_refused()
    {
        var (officer, administrator) = (host.Issuer.Token(Officer).Split('.'), host.Issuer.Token(Who.Is(Role.Administrator, null)).Split('.'));

        Assert.Equal(["TOKEN_INVALID"], await Codes($"{officer[0]}.{administrator[1]}.{officer[2]}"));
    }

    [Fact]
    public async Task An_expired_token_is_told_as_such() => Assert.Equal(["TOKEN_EXPIRED"], await Codes(host.Issuer.Token(Officer, lifetime: TimeSpan.FromMinutes(-1))));

    [Fact]
    public async Task A_token_for_another_service_is_refused() => Assert.Equal(["TOKEN_INVALID"], await Codes(host.Issuer.Token(Officer, audience: "recruitment")));

    [Fact]
    public async Task A_token_of_another_signer_is_refused_even_under_our_key_s_name()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        Assert.Equal(["TOKEN_INVALID"], await Codes(host.Issuer.Token(Officer, signedBy: new ECDsaSecurityKey(other) { KeyId = "test" })));
        Assert.Equal(["TOKEN_INVALID"], await Codes(host.Issuer.Token(Officer, signedBy: new ECDsaSecurityKey(other) { KeyId = "other" })));
    }

    [Fact]
    public async Task A_token_that_says_it_needs_no_signature_is_refused()
    {
        var claims = host.Issuer.Token(Officer).Split('.')[1];

        foreach (var algorithm in new[] { "none", "None", "NONE", "" })
            Assert.Equal(["TOKEN_INVALID"], await Codes($"{Encoded($$"""{"alg":"{{algorithm}}","typ":"at+jwt"}""")}.{claims}."));
    }

    [Fact]
    public async Task A_token_signed_with_our_public_key_as_if_it_were_a_secret_is_refused()
    {
        var key = (await host.Issuer.Configuration.GetConfigurationAsync(default)).SigningKeys.OfType<ECDsaSecurityKey>().Single().ECDsa;
        var signed = $"{Encoded("""{"alg":"HS256","typ":"at+jwt","kid":"test"}""")}.{host.Issuer.Token(Officer).Split('.')[1]}";

        foreach (var secret in new[] { key.ExportSubjectPublicKeyInfo(), Encoding.UTF8.GetBytes(key.ExportSubjectPublicKeyInfoPem()), Encoding.UTF8.GetBytes(key.ExportSubjectPublicKeyInfoPem() + "\n") })
            Assert.Equal(["TOKEN_INVALID"], await Codes($"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(signed)))}"));
    }

    [Fact]
    public async Task A_role_without_the_permission_is_refused_and_the_attempt_is_in_the_audit()
    {
        var trainer = Who.Is(Role.Trainer, "LA") with { Account = "a-trainer" };

        Assert.Equal(["PERMISSION_MISSING"], await Refused.Codes(StatusCode.PermissionDenied, () => As(trainer).AddProbeAsync(A.Probe())));

        Assert.Equal("PERMISSION_MISSING", await Refusal("a-trainer"));
    }

    [Fact]
    public async Task A_record_of_another_country_is_refused_and_the_attempt_is_in_the_audit()
    {
        var elsewhere = Who.Is(Role.MinistryOfficer, "KH") with { Account = "an-officer-elsewhere" };

        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.Codes(StatusCode.PermissionDenied, () => As(elsewhere).AddProbeAsync(A.Probe())));

        Assert.Equal("OUTSIDE_SCOPE", await Refusal("an-officer-elsewhere"));
    }

    [Theory]
    [InlineData("espionage")]
    [InlineData("unspecified")]
    [InlineData("ENROLMENT")]
    [InlineData("statistics")]
    public async Task A_purpose_that_is_unknown_or_not_of_this_call_is_refused_and_the_attempt_is_in_the_audit(string purpose)
    {
        var curious = Officer with { Account = "curious-" + purpose };

        Assert.Equal(["PURPOSE_NOT_ALLOWED"], await Refused.Codes(StatusCode.PermissionDenied, () => As(curious, purpose).ReadProbeAsync(new())));

        Assert.Equal("PURPOSE_NOT_ALLOWED", await Refusal(curious.Account));
    }

    [Fact]
    public async Task A_call_of_several_purposes_that_says_none_is_refused() =>
        Assert.Equal(["PURPOSE_MISSING"], await Refused.Codes(StatusCode.InvalidArgument, () => As(Officer).ReadProbeAsync(new())));

    [Fact]
    public async Task A_service_may_call_only_for_the_purpose_it_was_granted()
    {
        Assert.Equal(1, (await As(Who.ServiceItself("recruitment"), "complaint").ReadProbeAsync(new() { WorkerNumbers = { "LA" } })).Count);

        Assert.Equal(["PERMISSION_MISSING"], await Refused.Codes(StatusCode.PermissionDenied, () => As(Who.ServiceItself("recruitment"), "enrolment").ReadProbeAsync(new())));
    }

    [Fact]
    public async Task A_service_that_acts_for_an_officer_does_not_hold_the_officer_s_permissions() =>
        Assert.Equal(["PERMISSION_MISSING"], await Refused.Codes(StatusCode.PermissionDenied,
            () => As(Officer with { Service = "social-security" }, "enrolment").AddProbeAsync(A.Probe())));

    [Fact]
    public async Task Only_a_service_may_say_for_whom_it_acts()
    {
        var pretender = Officer with { Account = "pretender" };
        await As(pretender, "enrolment").ReadProbeAsync(new() { Country = "LA", WorkerNumbers = { "LA-PRETENDED" } }, new Metadata { { ServiceIdentity.OnBehalfOf, "somebody-else|elsewhere" } });

        Assert.Equal("pretender", await host.Db(db => db.Database.SqlQuery<string>($"""SELECT account AS "Value" FROM audit WHERE subject = 'LA-PRETENDED'""").SingleAsync()));
    }

    Proto.Probes.ProbesClient As(Who who, string? purpose = null) => new(host.As(who, purpose));

    Task<string> Refusal(string account) =>
        host.Db(db => db.Database.SqlQuery<string>($"""SELECT outcome AS "Value" FROM audit WHERE kind = 'refused' AND account = {account}""").SingleAsync());

    async Task<IReadOnlyList<string>> Codes(string? token)
    {
        try
        {
            await new Proto.Probes.ProbesClient(host.WithToken(token, "enrolment")).ReadProbeAsync(new() { Country = "LA" });
            return [];
        }
        catch (RpcException refusal)
        {
            Assert.Equal(StatusCode.Unauthenticated, refusal.StatusCode);
            return [.. refusal.Problems().Select(p => p.Code)];
        }
    }

    static string Encoded(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
