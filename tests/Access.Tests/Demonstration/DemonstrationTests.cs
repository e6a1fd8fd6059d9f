using System.Text.Json;
using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Gms.Access.Tests.Demonstration;

public sealed class DemonstrationTests(OpenIdHost host) : IClassFixture<OpenIdHost>
{
    [Fact]
    public async Task Every_role_but_the_workers_has_an_account_that_signs_in()
    {
        using var file = JsonDocument.Parse(await File.ReadAllTextAsync(host.SignInsFile));
        var roles = file.RootElement.EnumerateArray().Select(s => s.GetProperty("role").GetString()!).Distinct().Order();
        Assert.Equal(Role.All.Where(r => r != Role.Worker).Order(), roles);

        using var browser = new Browser(host);
        Assert.NotNull((await browser.SignIn("licensing-officer.kh"))["code"]);
    }

    [Fact]
    public async Task A_second_run_changes_nothing_and_a_lost_file_gives_new_passwords()
    {
        var (organisations, accounts, before) = (await host.Db(db => db.Organisations.CountAsync()), await host.Db(db => db.Accounts.CountAsync()), host.SignIn("trainer.la"));

        await host.LoadDemonstration();
        Assert.Equal(before, host.SignIn("trainer.la"));

        File.Delete(host.SignInsFile);
        await host.LoadDemonstration();
        Assert.NotEqual(before.Password, host.SignIn("trainer.la").Password);
        Assert.Equal((organisations, accounts), (await host.Db(db => db.Organisations.CountAsync()), await host.Db(db => db.Accounts.CountAsync())));
        using var browser = new Browser(host);
        Assert.NotNull((await browser.SignIn("trainer.la"))["code"]);
    }

    [Fact]
    public async Task An_agencys_officer_acts_for_the_agency_that_was_configured()
    {
        var agency = Guid.CreateVersion7();

        await host.LoadDemonstration(new Dictionary<string, Guid> { ["LA"] = agency });

        Assert.Equal(agency.ToString(), new Microsoft.IdentityModel.JsonWebTokens.JsonWebToken(await host.PersonsToken("agency-officer.la")).GetClaim("agency").Value);
    }

    [Fact]
    public void The_sign_ins_are_readable_by_their_owner_only()
    {
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(host.SignInsFile));
    }
}
