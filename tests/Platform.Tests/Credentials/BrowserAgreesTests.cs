using System.Diagnostics;
using System.Text.Json;
using Gms.Credentials;
using Xunit;
using static Gms.Platform.Tests.Credentials.GivenPass;

namespace Gms.Platform.Tests.Credentials;

/// <summary>The page for border posts checks by code of its own; whatever it is shown, it must come to the verdict that the library comes to.</summary>
public sealed class BrowserAgreesTests
{
    static readonly string Script = Path.Combine(Environment.GetEnvironmentVariable("REGISTRY_ROOT") ?? throw new InvalidOperationException("REGISTRY_ROOT is not set."), "services", "Portal", "wwwroot", "check", "verify.js");

    /// <summary>Reads cases from standard input and answers a code for each.</summary>
    static readonly string Runner =
        """
        import { readFileSync } from 'node:fs';
        if (process.argv[2] === 'old') delete globalThis.DecompressionStream;
        const { check, readLists } = await import('data:text/javascript;base64,' + readFileSync(process.argv[1]).toString('base64'));
        const bytes = text => new Uint8Array(Buffer.from(text, 'base64'));
        const answers = [];
        for (const { anchor, trust, lists, text, now } of JSON.parse(readFileSync(0))) {
          const carried = await readLists({ anchor: bytes(anchor), trust: bytes(trust), lists: lists.map(bytes) });
          const { code, pass, certificate, asOf } = await check(text, carried, now);
          answers.push({ code, workerNumber: (pass ?? certificate)?.workerNumber ?? null, asOf: asOf ?? null });
        }
        process.stdout.write(JSON.stringify(answers));
        """;

    sealed record Case(string Text, TrustList? Trust = null, DateTimeOffset? At = null, params byte[][] Lists);

    static IEnumerable<Case> Cases()
    {
        var text = Text();
        yield return new(text);
        yield return new(" " + text + "\n");
        yield return new(Text(Pass with { Employer = new('A', 300) }));    // deflated
        yield return new("eyJhbGciOiJub25lIn0.e30.");
        yield return new("");
        yield return new("GMSP1:");
        yield return new("GMSP1:abc");
        yield return new("GMSP1:" + new string('A', 20_000));
        yield return new(PassText.Write([0xD2, 0x80]));
        yield return new(PassText.Write(new byte[1_000_000]));
        yield return new(PassText.Write(Status()));
        yield return new(Under(null, []));
        yield return new(Under(0, []));
        yield return new(Under(-7, new byte[64], algorithmBeside: true));
        yield return new(Under(5, MacWithPublicKey()));
        yield return new(Under(5, MacWithPublicKey(), mac: true));
        yield return new(Under(-7, MacWithPublicKey(), mac: true));
        yield return new(Under(-7, new byte[64]));
        yield return new(Under(-7, [1, 2, 3]));
        yield return new(Text(key: Stranger));
        yield return new(Text(key: Thai));
        yield return new(text, Trust(Trusted("LA", Lao, compromised: Now)));
        yield return new(text, Trust(Trusted("LA", Lao, retired: Now.AddDays(-1))));
        yield return new(text, Trust(Trusted("LA", Lao, retired: Now.AddDays(-8))));
        yield return new(text, Trust(Trusted("LA", Lao, from: Now.AddDays(-6))));
        yield return new(text, At: Now.AddDays(29));
        yield return new(text, At: Pass.NotBefore.AddSeconds(-1));
        yield return new(text, At: Pass.NotBefore);
        yield return new(Text(Pass with { ExpiresAt = Now }));
        yield return new(text, Lists: Status(revoked: 4711));
        yield return new(text, Lists: Status(revoked: 4710));
        yield return new(text, Lists: [Status(at: Now.AddHours(-3)), Status(at: Now.AddHours(-1), revoked: 4711)]);
        yield return new(text, Lists: Status(expires: Now));
        yield return new(text, Lists: Status(at: Now.AddSeconds(300)));
        yield return new(text, Lists: Status(at: Now.AddSeconds(301)));
        yield return new(Text(Pass with { NotBefore = Now.AddDays(-3) }), At: Now.AddDays(-1).AddSeconds(-300), Lists: Status(at: Now.AddDays(-2)));
        yield return new(Text(Pass with { NotBefore = Now.AddDays(-3) }), At: Now.AddDays(-1).AddSeconds(-301), Lists: Status(at: Now.AddDays(-2)));
        yield return new(text, Lists: Status(Stranger));
        yield return new(text, Lists: Status(Thai));
        yield return new(text, Lists: [[0xD2, 0x84]]);
        yield return new(Text(Pass with { StatusIndex = StatusList.Size }));
        for (var length = 0; length < text.Length; length += 7)
            yield return new(text[..length]);
        var signed = SignedCbor.Sign(Pass.ToClaims(), Lao);
        for (var at = 0; at < signed.Length; at++)
        {
            var changed = (byte[])signed.Clone();
            changed[at] ^= 1;
            yield return new(PassText.Write(changed));
        }
    }

    /// <summary>Certificates: the same ways to be good, changed, signed by others, revoked, expired or taken for something else.</summary>
    static IEnumerable<Case> Certificates()
    {
        var certificate = GivenCertificate.Certificate;
        var text = certificate.Sign(Lao);
        yield return new(text, Lists: GivenCertificate.Status());
        yield return new(" " + text + "\n", Lists: GivenCertificate.Status());
        yield return new((certificate with { ExpiresAt = null, Programme = null, Origin = null, Destination = null }).Sign(Lao), Lists: GivenCertificate.Status());
        yield return new(text, Lists: GivenCertificate.Status(revoked: certificate.StatusIndex));
        yield return new(text, Lists: GivenCertificate.Status(expires: Now));
        yield return new(text, At: Now.AddDays(-2), Lists: GivenCertificate.Status());
        yield return new(text);    // with lists of passes only
        yield return new(text, At: certificate.ExpiresAt);
        yield return new(certificate.Sign(Stranger), Lists: GivenCertificate.Status());
        yield return new(certificate.Sign(Thai), Lists: GivenCertificate.Status());
        yield return new(text, Trust(Trusted("LA", Lao, compromised: Now)));
        yield return new(text, Trust(Trusted("LA", Lao, retired: certificate.SignedAt.AddSeconds(-1))));
        yield return new(PassText.Prefix + text[OrientationCertificate.Prefix.Length..]);
        yield return new(OrientationCertificate.Prefix + Text()[PassText.Prefix.Length..]);
        for (var length = 0; length < text.Length; length += 7)
            yield return new(text[..length]);
        foreach (var changed in GivenCertificate.Changed())
            yield return new(changed, Lists: GivenCertificate.Status());
    }

    [Fact]
    public async Task On_every_certificate_good_or_forged_both_say_the_same()
    {
        Case[] cases = [.. Certificates()];
        var expected = cases.Select(c =>
        {
            var (trust, lists, now) = (c.Trust ?? Trust(), c.Lists.Length > 0 ? c.Lists : [Status()], c.At ?? Now);
            if (!c.Text.Trim().StartsWith(OrientationCertificate.Prefix, StringComparison.Ordinal))
                return new Answer(new PassCheck(trust, lists).Check(c.Text, now).Code, null, null);
            var verdict = new CertificateCheck(trust, lists).Check(c.Text, now);
            return new Answer(verdict.Code, verdict.Certificate?.WorkerNumber, verdict.AsOf?.ToUnixTimeSeconds());
        });

        var answers = await InTheBrowser(cases);

        Assert.Equal(expected.Select((a, i) => $"{i}: {a}"), answers.Select((a, i) => $"{i}: {a}"));
    }

    [Fact]
    public async Task On_every_pass_good_or_forged_both_say_the_same()
    {
        Case[] cases = [.. Cases()];
        var expected = cases.Select(c =>
        {
            var verdict = new PassCheck(c.Trust ?? Trust(), c.Lists.Length > 0 ? c.Lists : [Status()]).Check(c.Text, c.At ?? Now);
            return new Answer(verdict.Code, verdict.Pass?.WorkerNumber, verdict.AsOf?.ToUnixTimeSeconds());
        });

        var answers = await InTheBrowser(cases);

        Assert.Equal(expected.Select((a, i) => $"{i}: {a}"), answers.Select((a, i) => $"{i}: {a}"));
    }

    [Fact]
    public async Task A_browser_that_cannot_unpack_says_nothing_of_a_pass() =>
        Assert.Contains("too old", (await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => InTheBrowser([new(Text())], "old"))).Message, StringComparison.Ordinal);

    static async Task<Answer[]> InTheBrowser(IEnumerable<Case> cases, string browser = "new")
    {
        using var node = new Process { StartInfo = new("node", ["--input-type=module", "--eval", Runner, Script, browser]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true } };
        node.Start();
        var point = PublicKey.Of(Region);
        await JsonSerializer.SerializeAsync(node.StandardInput.BaseStream, cases.Select(c => new
        {
            anchor = Convert.ToBase64String([4, .. point.X, .. point.Y]),
            trust = Convert.ToBase64String((c.Trust ?? Trust()).Sign(Region)),
            lists = (c.Lists.Length > 0 ? c.Lists : [Status()]).Select(Convert.ToBase64String),
            text = c.Text,
            now = (c.At ?? Now).ToUnixTimeSeconds(),
        }));
        node.StandardInput.Close();
        var (said, failed) = (await node.StandardOutput.ReadToEndAsync(), await node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, failed);
        return JsonSerializer.Deserialize<Answer[]>(said, JsonSerializerOptions.Web)!;
    }

    sealed record Answer(string Code, string? WorkerNumber, long? AsOf);
}
