using Gms.Access.Accounts;
using Gms.Events.Registry;
using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Proto = Gms.Access.V1;

namespace Gms.Access.Tests.Accounts;

public sealed class OnWorkersMergedTests(AccessHost host) : IClassFixture<AccessHost>
{
    readonly Proto.Accounts.AccountsClient _lao = host.Accounts(Who.Is(Role.Administrator, "LA"));

    [Fact]
    public async Task A_worker_signs_in_under_either_number_until_the_merge_is_undone()
    {
        var (survivor, absorbed) = (WorkerNumber.New("LA"), WorkerNumber.New("LA"));
        var account = await _lao.CreateAccountAsync(Account(absorbed));
        var merging = new Merging(survivor, absorbed);
        Assert.Null(await SignedIn(survivor, account.FirstPassword));
        Assert.Equal(account.AccountId, await SignedIn(absorbed, account.FirstPassword));

        await host.Deliver<WorkersMerged, OnWorkersMerged>(merging.Merged);

        Assert.Equal(account.AccountId, await SignedIn(survivor, account.FirstPassword));
        Assert.Equal(account.AccountId, await SignedIn(absorbed.ToLowerInvariant(), account.FirstPassword));
        Assert.Null(await SignedIn(survivor, "not the password"));

        await host.Deliver<WorkersUnmerged, OnWorkersUnmerged>(merging.Unmerged);

        Assert.Null(await SignedIn(survivor, account.FirstPassword));
    }

    [Fact]
    public async Task A_worker_who_has_an_account_under_one_number_gets_no_other_under_the_other()
    {
        var (survivor, absorbed) = (WorkerNumber.New("LA"), WorkerNumber.New("LA"));
        await _lao.CreateAccountAsync(Account(absorbed));
        await host.Deliver<WorkersMerged, OnWorkersMerged>(new Merging(survivor, absorbed).Merged);

        Assert.Equal(["ACCOUNT_WORKER_HAS_ONE"], await Refused.Codes(StatusCode.FailedPrecondition, () => _lao.CreateAccountAsync(Account(survivor))));
    }

    [Fact]
    public async Task Two_accounts_of_one_worker_go_to_an_administrator()
    {
        var (survivor, absorbed) = (WorkerNumber.New("LA"), WorkerNumber.New("LA"));
        await _lao.CreateAccountAsync(Account(survivor));
        await _lao.CreateAccountAsync(Account(absorbed));

        await host.Deliver<WorkersMerged, OnWorkersMerged>(new Merging(survivor, absorbed).Merged);

        var workItems = new Gms.WorkItems.V1.WorkItems.WorkItemsClient(host.As(Who.Is(Role.Administrator, "LA"), "administration"));
        Assert.Single((await workItems.ListWorkItemsAsync(new() { Country = "LA", Kind = "ACCOUNTS_OF_ONE_WORKER" })).WorkItems, i => i.WorkerNumbers.Contains(survivor));
    }

    static Proto.CreateAccountRequest Account(string worker) => new() { RequestId = Guid.NewGuid().ToString(), Name = "example." + Guid.NewGuid().ToString("N"), WorkerNumber = worker };

    /// <summary>The account that the sign-in form would open; null when it would say that something is not right.</summary>
    async Task<string?> SignedIn(string typed, string password)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await using var transaction = await scope.ServiceProvider.GetRequiredService<AccessDb>().Database.BeginTransactionAsync();
        var (account, right) = await scope.ServiceProvider.GetRequiredService<Passwords>().Check(typed, password, CancellationToken.None);
        return right ? account!.Id.ToString() : null;
    }
}
