using System.Net;
using Gms.Access.OpenId;
using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Access.V1;

namespace Gms.Access.Tests.OpenId;

public sealed class RefreshTokenTests(OpenIdHost host) : IClassFixture<OpenIdHost>
{
    [Fact]
    public async Task A_refresh_token_is_for_one_use_and_another_later_ends_the_sign_in()
    {
        using var browser = new Browser(host);
        var first = await host.Redeem(await browser.Code("trainer.kh"));

        var second = await host.Refresh(first.RefreshToken!);
        var third = await host.Refresh(second.RefreshToken!);
        Assert.Equal(first.Read.Subject, third.Read.Subject);

        host.Time.Pass(RefreshToken.MayBeRepeatedFor);
        Assert.Equal("invalid_grant", (await host.Refresh(first.RefreshToken!)).Error);
        Assert.Equal("invalid_grant", (await host.Refresh(third.RefreshToken!)).Error);
        Assert.Equal(SignInEnd.RefreshTokenReused, await LastEnd());
    }

    [Fact]
    public async Task Whose_answer_was_lost_asks_again_at_once_and_goes_on()
    {
        using var browser = new Browser(host);
        var first = await host.Redeem(await browser.Code("trainer.kh"));

        await host.Refresh(first.RefreshToken!);
        host.Time.Pass(RefreshToken.MayBeRepeatedFor - TimeSpan.FromSeconds(5));
        var again = await host.Refresh(first.RefreshToken!);

        Assert.Equal(first.Read.Subject, again.Read.Subject);
        host.Time.Pass(TimeSpan.FromSeconds(5));
        Assert.Equal(HttpStatusCode.OK, (await host.Refresh(again.RefreshToken!)).Status);
        Assert.Equal("invalid_grant", (await host.Refresh(first.RefreshToken!)).Error);    // the minute is counted from the first use
    }

    [Fact]
    public async Task Pages_that_bring_one_refresh_token_to_several_portals_at_once_all_go_on()
    {
        using var browser = new Browser(host);
        var first = await host.Redeem(await browser.Code("trainer.kh"));

        var replies = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => host.Refresh(first.RefreshToken!)));

        Assert.All(replies, r => Assert.Equal(HttpStatusCode.OK, r.Status));
        Assert.Equal(6, replies.Select(r => r.RefreshToken).Distinct().Count());
        Assert.Equal(HttpStatusCode.OK, (await host.Refresh(replies[3].RefreshToken!)).Status);
    }

    [Fact]
    public async Task A_refresh_token_brings_nothing_again_once_its_owner_has_signed_out()
    {
        using var browser = new Browser(host);
        var first = await host.Redeem(await browser.Code("trainer.kh"));
        await host.Refresh(first.RefreshToken!);
        await browser.Open($"/connect/logout?id_token_hint={first.Body.GetProperty("id_token").GetString()}");

        Assert.Equal("invalid_grant", (await host.Refresh(first.RefreshToken!)).Error);
        Assert.Equal(SignInEnd.SignedOut, await LastEnd());
    }

    [Fact]
    public async Task A_refresh_token_ends_after_an_hour_and_a_sign_in_after_the_day()
    {
        using var browser = new Browser(host);
        var reply = await host.Redeem(await browser.Code("trainer.kh"));
        for (var minutes = 0; minutes < 9 * 60; minutes += 55)
        {
            host.Time.Pass(TimeSpan.FromMinutes(55));
            reply = await host.Refresh(reply.RefreshToken!);
            Assert.Equal(HttpStatusCode.OK, reply.Status);
        }
        host.Time.Pass(TimeSpan.FromMinutes(51));

        Assert.Equal("invalid_grant", (await host.Refresh(reply.RefreshToken!)).Error);
    }

    [Fact]
    public async Task An_idle_hour_ends_a_refresh_token()
    {
        using var browser = new Browser(host);
        var reply = await host.Redeem(await browser.Code("trainer.kh"));
        host.Time.Pass(TimeSpan.FromHours(1));

        Assert.Equal("invalid_grant", (await host.Refresh(reply.RefreshToken!)).Error);
    }

    [Fact]
    public async Task Changed_roles_stand_in_the_next_token()
    {
        using var browser = new Browser(host);
        var reply = await host.Redeem(await browser.Code("inspector.vn"));
        var accounts = new Proto.Accounts.AccountsClient(host.Administrator);
        await accounts.SetRolesAsync(new() { RequestId = Guid.NewGuid().ToString(), AccountId = reply.Read.Subject, Roles = { Role.Statistician } });

        Assert.Equal([Role.Statistician], (await host.Refresh(reply.RefreshToken!)).Read.GetPayloadValue<string[]>("roles"));
    }

    Task<SignInEnd?> LastEnd() => host.Db(db => db.SignIns.OrderByDescending(s => s.Id).Select(s => s.EndedWhy).FirstAsync());
}
