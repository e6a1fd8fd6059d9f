using Gms.Exports.V1;
using Gms.Platform;
using Gms.Testing;
using Xunit;
using Proto = Gms.Access.V1;

namespace Gms.Access.Tests.Exports;

public sealed class ExportTests(AccessHost host) : IClassFixture<AccessHost>
{
    [Fact]
    public async Task An_administrator_takes_the_own_country_s_accounts_without_any_secret()
    {
        var (lao, thai) = (await host.Organisation(Proto.OrganisationKind.Ministry, "LA"), await host.Organisation(Proto.OrganisationKind.Ministry, "TH"));
        var (hers, his) = (await host.Account(lao, Role.MinistryOfficer), await host.Account(thai, Role.MinistryOfficer));
        var administrator = host.As(Who.Is(Role.Administrator, "LA"), "administration");

        var taken = await Exported.Everything(administrator);

        Assert.Equal(["accounts", "clients", "organisations"], taken.Keys.Order(StringComparer.Ordinal));
        Assert.Contains(hers.AccountId, taken["accounts"].Select(a => a.GetProperty("id").GetString()));
        Assert.DoesNotContain(his.AccountId, taken["accounts"].Select(a => a.GetProperty("id").GetString()));
        Assert.DoesNotContain(thai, taken["organisations"].Select(o => o.GetProperty("id").GetString()));
        var file = await Exported.File(administrator, "accounts", ExportFormat.Csv, r => r.Language = "km");
        Assert.DoesNotContain("password_hash", file, StringComparison.Ordinal);
        Assert.DoesNotContain("stamp", file, StringComparison.Ordinal);
        Assert.Contains("មន្ត្រីក្រសួង", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_region_s_administrator_takes_every_office_s_accounts_and_no_worker_s()
    {
        var organisation = await host.Organisation(Proto.OrganisationKind.Ministry, "VN");
        var officer = await host.Account(organisation, Role.MinistryOfficer);

        var accounts = (await Exported.Everything(host.As(AccessHost.Regional, "administration")))["accounts"];

        Assert.Contains(officer.AccountId, accounts.Select(a => a.GetProperty("id").GetString()));
        Assert.All(accounts, a => Assert.Equal(System.Text.Json.JsonValueKind.Null, a.GetProperty("worker_number").ValueKind));
    }

    [Fact]
    public async Task An_agency_takes_its_own_and_a_worker_the_own_account()
    {
        var agency = Guid.NewGuid();
        var organisation = await host.Organisation(Proto.OrganisationKind.Agency, "LA", agency);

        var taken = await Exported.Everything(host.As(Who.Is(Role.Administrator, "LA") with { Agency = agency }, "administration"));

        Assert.Equal([organisation], taken["organisations"].Select(o => o.GetProperty("id").GetString()));
        Assert.Equal(["accounts"], await Exported.Names(host.As(Who.TheWorker(WorkerNumber.New("LA")), "own-record")));
    }
}
