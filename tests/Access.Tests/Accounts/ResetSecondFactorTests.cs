using Gms.Access.SecondFactors;
using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Proto = Gms.Access.V1;

namespace Gms.Access.Tests.Accounts;

public sealed class ResetSecondFactorTests(AccessHost host) : IClassFixture<AccessHost>
{
    [Fact]
    public async Task It_is_taken_away_once_and_a_repeat_changes_nothing()
    {
        var account = await WithSecondFactor("LA");
        var request = new Proto.ResetSecondFactorRequest { RequestId = Guid.NewGuid().ToString(), AccountId = account };

        Assert.Equal(account, (await host.Accounts(Who.Is(Role.Administrator, "LA")).ResetSecondFactorAsync(request)).AccountId);
        Assert.Equal(account, (await host.Accounts(Who.Is(Role.Administrator, "LA")).ResetSecondFactorAsync(request)).AccountId);

        Assert.False((await host.Accounts(AccessHost.Regional).GetAccountAsync(new() { AccountId = account })).Account.HasSecondFactor);
    }

    [Fact]
    public async Task Where_none_is_it_says_so()
    {
        var account = (await host.Account(await host.Organisation(Proto.OrganisationKind.Ministry, "LA"), Role.Inspector)).AccountId;

        Assert.Equal(["ACCOUNT_SECOND_FACTOR_NONE"], await Refused.Codes(StatusCode.FailedPrecondition, () => Reset(AccessHost.Regional, account)));
    }

    [Fact]
    public async Task Nobody_takes_the_own_away_and_none_of_another_country()
    {
        var account = await WithSecondFactor("LA");

        Assert.Equal(["ACCOUNT_OWN_SECOND_FACTOR"], await Refused.Codes(StatusCode.FailedPrecondition, () => Reset(Who.Is(Role.Administrator, "LA") with { Account = account }, account)));
        Assert.Equal(["ACCOUNT_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => Reset(Who.Is(Role.Administrator, "TH"), account)));
        await Refused.With(StatusCode.PermissionDenied, () => Reset(Who.Is(Role.Auditor, "LA"), account));
    }

    AsyncUnaryCall<Proto.ResetSecondFactorResponse> Reset(Who who, string account) => host.Accounts(who).ResetSecondFactorAsync(new() { RequestId = Guid.NewGuid().ToString(), AccountId = account });

    async Task<string> WithSecondFactor(string country)
    {
        var account = (await host.Account(await host.Organisation(Proto.OrganisationKind.Ministry, country), Role.Inspector)).AccountId;
        await using var scope = host.Services.CreateAsyncScope();
        var (codes, db) = (scope.ServiceProvider.GetRequiredService<OfficerCodes>(), scope.ServiceProvider.GetRequiredService<AccessDb>());
        await using var transaction = await db.Database.BeginTransactionAsync();
        var secret = await codes.Show(Guid.Parse(account), default);
        await db.SaveChangesAsync();
        Assert.NotNull(await codes.Confirm(Guid.Parse(account), TimeCodes.At(secret, DateTimeOffset.UtcNow), default));
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return account;
    }
}
