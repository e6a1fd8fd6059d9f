using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Xunit;
using Proto = Gms.Access.V1;

namespace Gms.Access.Tests.Accounts;

public sealed class SetRolesTests(AccessHost host) : IClassFixture<AccessHost>
{
    [Fact]
    public async Task What_is_not_named_is_taken_away()
    {
        var account = (await host.Account(await host.Organisation(Proto.OrganisationKind.Ministry, "LA"), Role.MinistryOfficer, Role.Inspector)).AccountId;
        var lao = host.Accounts(Who.Is(Role.Administrator, "LA"));

        Assert.Equal([Role.LicensingOfficer], (await lao.SetRolesAsync(Request(account, Role.LicensingOfficer))).Roles);
        Assert.Equal([Role.LicensingOfficer], (await lao.GetAccountAsync(new() { AccountId = account })).Account.Roles);
    }

    [Fact]
    public async Task Nobody_sets_the_own_roles()
    {
        var account = (await host.Account(await host.Organisation(Proto.OrganisationKind.Ministry, "LA"), Role.Administrator)).AccountId;
        var self = host.Accounts(Who.Is(Role.Administrator, "LA") with { Account = account });

        Assert.Equal(["ACCOUNT_OWN_ROLES"], await Refused.Codes(StatusCode.FailedPrecondition, () => self.SetRolesAsync(Request(account, Role.Administrator, Role.Auditor))));
    }

    [Fact]
    public async Task A_role_that_is_none_is_named_by_its_place()
    {
        var account = (await host.Account(await host.Organisation(Proto.OrganisationKind.Ministry, "LA"), Role.Inspector)).AccountId;

        Assert.Equal(["roles[1]"], await Refused.Fields(StatusCode.InvalidArgument, () => host.Accounts(AccessHost.Regional).SetRolesAsync(Request(account, Role.Inspector, "king"))));
    }

    [Fact]
    public async Task Another_countrys_account_is_not_there()
    {
        var account = (await host.Account(await host.Organisation(Proto.OrganisationKind.Ministry, "LA"), Role.Inspector)).AccountId;

        Assert.Equal(["ACCOUNT_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => host.Accounts(Who.Is(Role.Administrator, "TH")).SetRolesAsync(Request(account, Role.Inspector))));
    }

    static Proto.SetRolesRequest Request(string account, params string[] roles)
    {
        var request = new Proto.SetRolesRequest { RequestId = Guid.NewGuid().ToString(), AccountId = account };
        request.Roles.AddRange(roles);
        return request;
    }
}
