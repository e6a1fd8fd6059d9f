using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace Gms.Access.Tests.OpenId;

/// <summary>Access as a certified OpenID Connect client sees it that nobody here wrote (npm's openid-client).</summary>
public sealed class CertifiedClientTests(AccessProcess access) : IClassFixture<AccessProcess>
{
    [Fact]
    public async Task A_certified_client_signs_a_person_in_refreshes_exchanges_and_signs_out()
    {
        var person = access.SignIn("agency-officer.la");

        var seen = await Drive(new
        {
            issuer = access.Issuer,
            redirect = AccessProcess.Redirect,
            signedOut = AccessProcess.SignedOut,
            portalSecret = AccessProcess.Secret("portal"),
            serviceSecret = AccessProcess.Secret("registry"),
            account = person.Account,
            password = person.Password,
        });

        Assert.Equal(("bearer", 600), (Text(seen, "own", "type"), seen.GetProperty("own").GetProperty("expiresIn").GetInt32()));
        Assert.Equal(("OAUTH_WWW_AUTHENTICATE_CHALLENGE", "invalid_client"), (Text(seen, "wrongSecret", "basic"), Text(seen, "wrongSecret", "post")));
        foreach (var way in new[] { "basic", "post" })
        {
            Assert.Equal((person.AccountId.ToString(), "portal", person.Account, "LA"), (Text(seen, way, "subject"), Text(seen, way, "audience"), Text(seen, way, "name"), Text(seen, way, "country")));
            Assert.Equal("agency-officer", Assert.Single(seen.GetProperty(way).GetProperty("roles").EnumerateArray()).GetString());
            Assert.Equal("openid profile offline_access", Text(seen, way, "scope"));
            Assert.True(seen.GetProperty(way).GetProperty("rotated").GetBoolean());
            Assert.Equal("urn:ietf:params:oauth:token-type:access_token", Text(seen, way, "exchangedType"));
            Assert.Equal(("invalid_grant", "invalid_grant"), (Text(seen, way, "codeAgain"), Text(seen, way, "refreshAfterwards")));
            Assert.Equal((AccessProcess.SignedOut + "?state=gone", "login_required"), (Text(seen, way, "signedOut"), Text(seen, way, "afterwards")));
        }
    }

    static string? Text(JsonElement seen, string part, string name) => seen.GetProperty(part).GetProperty(name).GetString();

    static async Task<JsonElement> Drive(object input)
    {
        var folder = await Installed();
        var (code, output, errors) = await AccessProcess.Run(new("node", [Path.Combine(folder, "sign-in.mjs")]) { WorkingDirectory = folder }, JsonSerializer.Serialize(input));
        Assert.True(code == 0, errors);
        return JsonDocument.Parse(output).RootElement;
    }

    /// <summary>The client's modules, outside the source tree; installed when the lock file is not the one that they were installed for.</summary>
    static async Task<string> Installed()
    {
        var source = Path.Combine(AppContext.BaseDirectory, "openid-client");
        var folder = Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "openid-client");
        Directory.CreateDirectory(folder);
        var (wanted, stamp) = (await File.ReadAllTextAsync(Path.Combine(source, "package-lock.json")), Path.Combine(folder, "installed"));
        foreach (var file in Directory.EnumerateFiles(source))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp) == wanted)
            return folder;

        var (code, output, errors) = await AccessProcess.Run(new ProcessStartInfo("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"]) { WorkingDirectory = folder });
        Assert.True(code == 0, output + errors);
        await File.WriteAllTextAsync(stamp, wanted);
        return folder;
    }
}
