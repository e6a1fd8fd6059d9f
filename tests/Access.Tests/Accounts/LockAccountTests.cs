using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Xunit;
using Proto = Gms.Access.V1;

namespace Gms.Access.Tests.Accounts;

public sealed class LockAccountTests(AccessHost host) : IClassFixture<AccessHost>
{
    readonly Proto.Accounts.AccountsClient _lao = host.Accounts(Who.Is(Role.Administrator, "LA"));

    [Fact]
    public async Task A_locked_account_stays_locked_until_it_is_unlocked()
    {
        var account = (await host.Account(await host.Organisation(Proto.OrganisationKind.Ministry, "LA"), Role.Inspector)).AccountId;

        Assert.Equal(Proto.AccountState.Locked, (await _lao.LockAccountAsync(new() { RequestId = Guid.NewGuid().ToString(), AccountId = account })).State);
        Assert.Equal(Proto.AccountState.Locked, (await _lao.GetAccountAsync(new() { AccountId = account })).Account.State);
        Assert.Equal(Proto.AccountState.Active, (await _lao.UnlockAccountAsync(new() { RequestId = Guid.NewGuid().ToString(), AccountId = account })).State);
        Assert.Equal(Proto.AccountState.Active, (await _lao.GetAccountAsync(new() { AccountId = account })).Account.State);
    }

    [Fact]
    public async Task Nobody_locks_the_own_account()
    {
        var account = (await host.Account(await host.Organisation(Proto.OrganisationKind.Ministry, "LA"), Role.Administrator)).AccountId;
        var self = host.Accounts(Who.Is(Role.Administrator, "LA") with { Account = account });

        Assert.Equal(["ACCOUNT_OWN_LOCK"], await Refused.Codes(StatusCode.FailedPrecondition, () => self.LockAccountAsync(new() { RequestId = Guid.NewGuid().ToString(), AccountId = account })));
    }
}
