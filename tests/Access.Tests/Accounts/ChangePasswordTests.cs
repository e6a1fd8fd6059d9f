using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Access.V1;

namespace Gms.Access.Tests.Accounts;

public sealed class ChangePasswordTests(AccessHost host) : IClassFixture<AccessHost>
{
    const string Next = "correct horse battery";

    [Fact]
    public async Task A_repeat_after_the_change_succeeds_and_nothing_of_the_request_is_kept()
    {
        var (self, first, _) = await Somebody();
        var request = Request(first, Next);

        await self.ChangePasswordAsync(request);
        await self.ChangePasswordAsync(request);

        Assert.Equal(["ACCOUNT_PASSWORD_WRONG"], await Refused.Codes(StatusCode.FailedPrecondition, () => self.ChangePasswordAsync(Request(first, "another horse battery"))));
        Assert.Equal(0, await host.Db(db => db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM requests WHERE call LIKE '%ChangePassword'").SingleAsync()));
    }

    [Theory]
    [InlineData("short horse")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    public async Task A_weak_password_is_refused(string weak)
    {
        var (self, first, _) = await Somebody();

        Assert.Equal(["ACCOUNT_PASSWORD_WEAK"], await Refused.Codes(StatusCode.FailedPrecondition, () => self.ChangePasswordAsync(Request(first, weak))));
    }

    [Fact]
    public async Task The_former_password_is_not_taken_again()
    {
        var (self, first, _) = await Somebody();

        Assert.Equal(["ACCOUNT_PASSWORD_WEAK"], await Refused.Codes(StatusCode.FailedPrecondition, () => self.ChangePasswordAsync(Request(first, first))));
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_here_as_at_sign_in()
    {
        var (self, first, id) = await Somebody();
        for (var i = 0; i < 5; i++)
            await Refused.With(StatusCode.FailedPrecondition, () => self.ChangePasswordAsync(Request("wrong horse battery", Next)));

        Assert.Equal(["ACCOUNT_PASSWORD_WRONG"], await Refused.Codes(StatusCode.FailedPrecondition, () => self.ChangePasswordAsync(Request(first, Next))));
        Assert.Equal(Proto.AccountState.Paused, (await host.Accounts(AccessHost.Regional).GetAccountAsync(new() { AccountId = id })).Account.State);
    }

    [Fact]
    public async Task A_program_has_no_password()
    {
        var program = host.Accounts(Who.Is(Role.Inspector, "LA") with { Account = "client:" + Guid.NewGuid() });

        Assert.Equal(["ACCOUNT_IS_NO_PERSON"], await Refused.Codes(StatusCode.FailedPrecondition, () => program.ChangePasswordAsync(Request("some old password", Next))));
    }

    async Task<(Proto.Accounts.AccountsClient Self, string FirstPassword, string Id)> Somebody()
    {
        var account = await host.Account(await host.Organisation(Proto.OrganisationKind.Ministry, "LA"), Role.Inspector);
        return (host.Accounts(Who.Is(Role.Inspector, "LA") with { Account = account.AccountId }), account.FirstPassword, account.AccountId);
    }

    static Proto.ChangePasswordRequest Request(string current, string next) => new() { RequestId = Guid.NewGuid().ToString(), CurrentPassword = current, NewPassword = next };
}
