using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Access.V1;

namespace Gms.Access.Tests.Accounts;

public sealed class CreateAccountTests(AccessHost host) : IClassFixture<AccessHost>
{
    readonly Proto.Accounts.AccountsClient _lao = host.Accounts(Who.Is(Role.Administrator, "LA"));

    [Fact]
    public async Task The_first_password_is_told_once_and_kept_only_as_a_hash()
    {
        var request = A.Account(await host.Organisation(Proto.OrganisationKind.Ministry, "LA"), Role.MinistryOfficer, Role.Inspector);

        var first = await _lao.CreateAccountAsync(request);
        var again = await _lao.CreateAccountAsync(request);

        Assert.Equal(20, first.FirstPassword.Length);
        Assert.Equal((first.AccountId, ""), (again.AccountId, again.FirstPassword));
        var kept = await host.Db(db => db.Database.SqlQuery<string>(
            $"SELECT coalesce(string_agg(t, ' '), '') AS \"Value\" FROM (SELECT accounts::text AS t FROM accounts UNION ALL SELECT encode(response, 'escape') FROM requests UNION ALL SELECT audit::text FROM audit) x").SingleAsync());
        Assert.DoesNotContain(first.FirstPassword, kept, StringComparison.Ordinal);
        Assert.Contains(first.AccountId, kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_is_shown_and_listed_with_its_roles()
    {
        var organisation = await host.Organisation(Proto.OrganisationKind.Ministry, "LA");
        var request = A.Account(organisation, Role.MinistryOfficer, Role.Inspector);
        var id = (await _lao.CreateAccountAsync(request)).AccountId;

        var shown = (await _lao.GetAccountAsync(new() { AccountId = id })).Account;

        Assert.Equal((request.Name, organisation, Proto.AccountState.Active), (shown.Name, shown.OrganisationId, shown.State));
        Assert.Equal([Role.Inspector, Role.MinistryOfficer], shown.Roles);
        Assert.Equal([id], (await _lao.ListAccountsAsync(new() { OrganisationId = organisation })).Accounts.Select(a => a.AccountId));
    }

    [Fact]
    public async Task A_name_is_taken_however_it_is_written()
    {
        var organisation = await host.Organisation(Proto.OrganisationKind.Ministry, "LA");
        var request = A.Account(organisation, Role.MinistryOfficer);
        await _lao.CreateAccountAsync(request);
        var other = A.Account(organisation, Role.MinistryOfficer);
        other.Name = request.Name.ToUpperInvariant();

        Assert.Equal(["ACCOUNT_NAME_TAKEN"], await Refused.Codes(StatusCode.FailedPrecondition, () => _lao.CreateAccountAsync(other)));
    }

    /// <summary>Else the worker's first sign-in by code, which makes an account of that name, would fail.</summary>
    [Fact]
    public async Task A_worker_number_is_a_name_for_that_worker_s_own_account_only()
    {
        var organisation = await host.Organisation(Proto.OrganisationKind.Ministry, "LA");
        var (number, other) = (WorkerNumber.New("LA"), WorkerNumber.New("LA"));
        Proto.CreateAccountRequest Officer(string name) => new(A.Account(organisation, Role.MinistryOfficer)) { Name = name };
        Proto.CreateAccountRequest Worker(string name) => new() { RequestId = Guid.NewGuid().ToString(), Name = name, WorkerNumber = number };

        foreach (var request in new[] { Officer(number), Officer(number.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant()), Worker(other) })
            Assert.Equal(["ACCOUNT_NAME_TAKEN"], await Refused.Codes(StatusCode.FailedPrecondition, () => _lao.CreateAccountAsync(request)));
        Assert.NotEmpty((await _lao.CreateAccountAsync(Worker(number))).AccountId);
    }

    [Fact]
    public async Task Every_broken_rule_is_told_at_once()
    {
        var request = A.Account(await host.Organisation(Proto.OrganisationKind.BorderPost, "LA"), Role.MinistryOfficer);
        request.Name = "a b";

        Assert.Equal(["ACCOUNT_NAME_MALFORMED", "ACCOUNT_ROLE_NOT_ALLOWED"], await Refused.Codes(StatusCode.FailedPrecondition, () => _lao.CreateAccountAsync(request)));
    }

    [Fact]
    public async Task A_countrys_administrator_makes_accounts_in_no_other_country_and_no_regional_body()
    {
        var thai = await host.Organisation(Proto.OrganisationKind.Ministry, "TH");
        var regional = await host.Organisation(Proto.OrganisationKind.RegionalBody, "");

        Assert.Equal(["ORGANISATION_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => _lao.CreateAccountAsync(A.Account(thai, Role.MinistryOfficer))));
        Assert.Equal(["ORGANISATION_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => _lao.CreateAccountAsync(A.Account(regional, Role.Administrator))));
    }

    [Fact]
    public async Task A_worker_has_one_account_made_in_the_country_that_enrolled_the_worker()
    {
        var worker = WorkerNumber.New("LA");
        Proto.CreateAccountRequest Request() => new() { RequestId = Guid.NewGuid().ToString(), Name = "worker." + Guid.NewGuid().ToString("N"), WorkerNumber = worker };

        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.Codes(StatusCode.PermissionDenied, () => host.Accounts(Who.Is(Role.Administrator, "TH")).CreateAccountAsync(Request())));
        var id = (await _lao.CreateAccountAsync(Request())).AccountId;

        Assert.Equal([Role.Worker], (await _lao.GetAccountAsync(new() { AccountId = id })).Account.Roles);
        Assert.Equal(["ACCOUNT_WORKER_HAS_ONE"], await Refused.Codes(StatusCode.FailedPrecondition, () => _lao.CreateAccountAsync(Request())));
    }

    [Fact]
    public async Task An_account_is_an_organisations_or_a_workers_and_not_both()
    {
        var both = A.Account(await host.Organisation(Proto.OrganisationKind.Ministry, "LA"), Role.MinistryOfficer);
        both.WorkerNumber = WorkerNumber.New("LA");

        Assert.Equal(["ACCOUNT_OWNER_UNCLEAR"], await Refused.Codes(StatusCode.InvalidArgument, () => _lao.CreateAccountAsync(both)));
        Assert.Equal(["ACCOUNT_OWNER_UNCLEAR"], await Refused.Codes(StatusCode.InvalidArgument, () => _lao.CreateAccountAsync(A.Account("", Role.MinistryOfficer))));
    }
}
