using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Xunit;
using Proto = Gms.Access.V1;

namespace Gms.Access.Tests.Accounts;

public sealed class ListAccountsTests(AccessHost host) : IClassFixture<AccessHost>
{
    [Fact]
    public async Task Without_an_organisation_all_within_reach_are_listed_and_none_outside()
    {
        var (lao, thai) = (await host.Organisation(Proto.OrganisationKind.Ministry, "LA"), await host.Organisation(Proto.OrganisationKind.Ministry, "TH"));
        var (mine, theirs) = ((await host.Account(lao, Role.Inspector)).AccountId, (await host.Account(thai, Role.Inspector)).AccountId);

        var seen = await All(Who.Is(Role.Administrator, "LA"), new());
        var regional = await All(AccessHost.Regional, new());

        Assert.Contains(seen, a => a.AccountId == mine && a.OrganisationName.Length > 0);
        Assert.DoesNotContain(seen, a => a.AccountId == theirs);
        Assert.Subset(regional.Select(a => a.AccountId).ToHashSet(), new HashSet<string> { mine, theirs });
        await Assert.ThrowsAsync<RpcException>(() => All(Who.Is(Role.Administrator, "LA"), new() { OrganisationId = thai }));
    }

    [Fact]
    public async Task Name_role_and_lock_narrow_the_list()
    {
        var organisation = await host.Organisation(Proto.OrganisationKind.Ministry, "VN");
        var accounts = host.Accounts(AccessHost.Regional);
        var inspector = await accounts.CreateAccountAsync(new() { RequestId = Guid.NewGuid().ToString(), Name = "Inspector.Of.Fees_1", OrganisationId = organisation, Roles = { Role.Inspector } });
        var officer = await accounts.CreateAccountAsync(new() { RequestId = Guid.NewGuid().ToString(), Name = "officer.of.fees", OrganisationId = organisation, Roles = { Role.MinistryOfficer } });
        await accounts.LockAccountAsync(new() { RequestId = Guid.NewGuid().ToString(), AccountId = officer.AccountId });

        Assert.Equal([inspector.AccountId], await Ids(new() { OrganisationId = organisation, NameContains = "inspector.of" }));
        Assert.Equal([inspector.AccountId], await Ids(new() { OrganisationId = organisation, NameContains = "s_1" }));
        Assert.Empty(await Ids(new() { OrganisationId = organisation, NameContains = "f_es" }));
        Assert.Empty(await Ids(new() { OrganisationId = organisation, NameContains = "%" }));
        Assert.Equal([officer.AccountId], await Ids(new() { OrganisationId = organisation, Role = Role.MinistryOfficer }));
        Assert.Equal([officer.AccountId], await Ids(new() { OrganisationId = organisation, OnlyLocked = true }));
    }

    [Fact]
    public async Task Pages_follow_one_another()
    {
        var organisation = await host.Organisation(Proto.OrganisationKind.Ministry, "KH");
        var made = new List<string>();
        for (var i = 0; i < 3; i++)
            made.Add((await host.Account(organisation, Role.Inspector)).AccountId);

        Assert.Equal(made, (await All(AccessHost.Regional, new() { OrganisationId = organisation, PageSize = 2 })).Select(a => a.AccountId));
    }

    async Task<IEnumerable<string>> Ids(Proto.ListAccountsRequest request) => (await All(AccessHost.Regional, request)).Select(a => a.AccountId);

    async Task<List<Proto.Account>> All(Who who, Proto.ListAccountsRequest request)
    {
        var all = new List<Proto.Account>();
        while (true)
        {
            var page = await host.Accounts(who).ListAccountsAsync(request);
            all.AddRange(page.Accounts);
            if (page.NextPageToken.Length == 0)
                return all;
            request.PageToken = page.NextPageToken;
        }
    }
}
