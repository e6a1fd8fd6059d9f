using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Xunit;
using Proto = Gms.Access.V1;

namespace Gms.Access.Tests.Accounts;

public sealed class NameAccountsTests(AccessHost host) : IClassFixture<AccessHost>
{
    [Fact]
    public async Task Colleagues_of_the_own_country_have_names_and_nobody_else()
    {
        var own = await host.Account(await host.Organisation(Proto.OrganisationKind.Ministry, "LA"), Role.MinistryOfficer);
        var foreign = await host.Account(await host.Organisation(Proto.OrganisationKind.Ministry, "TH"), Role.MinistryOfficer);

        var named = (await Officer("LA").NameAccountsAsync(new() { AccountIds = { own.AccountId, foreign.AccountId, Guid.NewGuid().ToString() } })).Accounts;

        Assert.Equal(own.AccountId, Assert.Single(named).AccountId);
        Assert.NotEmpty(named[0].Name);
        Assert.StartsWith("Example office", named[0].OrganisationName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_a_page_of_names_is_refused() =>
        Assert.Equal(["ACCOUNT_IDS_TOO_MANY"], await Refused.Codes(StatusCode.InvalidArgument, () =>
            Officer("LA").NameAccountsAsync(new() { AccountIds = { Enumerable.Range(0, 201).Select(_ => Guid.NewGuid().ToString()) } })));

    [Fact]
    public async Task An_agency_has_no_colleagues_to_name() =>
        await Assert.ThrowsAsync<RpcException>(() => Named(Who.Is(Role.AgencyOfficer, "LA")).NameAccountsAsync(new()).ResponseAsync);

    Proto.Accounts.AccountsClient Officer(string country) => Named(Who.Is(Role.MinistryOfficer, country));

    Proto.Accounts.AccountsClient Named(Who who) => new(host.As(who, "departure-clearance"));
}
