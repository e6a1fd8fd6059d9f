using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Access.V1;

namespace Gms.Access.Tests.Organisations;

public sealed class RegisterOrganisationTests(AccessHost host) : IClassFixture<AccessHost>
{
    readonly Proto.Organisations.OrganisationsClient _lao = host.Organisations(Who.Is(Role.Administrator, "LA"));

    [Fact]
    public async Task An_administrator_registers_and_finds_an_organisation_of_the_own_country()
    {
        var agency = Guid.CreateVersion7();
        var request = A.Organisation(Proto.OrganisationKind.Agency, "LA", agency);

        var id = (await _lao.RegisterOrganisationAsync(request)).OrganisationId;

        var shown = (await _lao.GetOrganisationAsync(new() { OrganisationId = id })).Organisation;
        Assert.Equal((request.Name, "LA", agency.ToString(), Proto.OrganisationKind.Agency), (shown.Name, shown.Country, shown.AgencyId, shown.Kind));
        Assert.Contains(await All(_lao), o => o.OrganisationId == id);
    }

    [Fact]
    public async Task The_same_request_twice_registers_once()
    {
        var request = A.Organisation();

        Assert.Equal((await _lao.RegisterOrganisationAsync(request)).OrganisationId, (await _lao.RegisterOrganisationAsync(request)).OrganisationId);
        Assert.Equal(1, await host.Db(db => db.Organisations.CountAsync(o => o.Name == request.Name)));
    }

    [Fact]
    public async Task A_countrys_administrator_makes_neither_another_countrys_office_nor_a_regional_body()
    {
        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.Codes(StatusCode.PermissionDenied, () => _lao.RegisterOrganisationAsync(A.Organisation(country: "TH"))));
        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.Codes(StatusCode.PermissionDenied, () => _lao.RegisterOrganisationAsync(A.Organisation(Proto.OrganisationKind.RegionalBody, ""))));
    }

    [Fact]
    public async Task What_another_country_registered_is_not_there()
    {
        var thai = await host.Organisation(Proto.OrganisationKind.Ministry, "TH");

        Assert.Equal(["ORGANISATION_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => _lao.GetOrganisationAsync(new() { OrganisationId = thai })));
        Assert.DoesNotContain(await All(_lao), o => o.OrganisationId == thai);
        Assert.Contains(await All(host.Organisations(AccessHost.Regional)), o => o.OrganisationId == thai);
    }

    [Fact]
    public async Task An_agencys_administrator_sees_the_own_agency_only()
    {
        var agency = Guid.CreateVersion7();
        var own = await host.Organisation(Proto.OrganisationKind.Agency, "LA", agency);
        await host.Organisation(Proto.OrganisationKind.Ministry, "LA");

        Assert.Equal([own], (await All(host.Organisations(Who.Is(Role.Administrator, "LA") with { Agency = agency }))).Select(o => o.OrganisationId));
    }

    [Fact]
    public async Task One_agency_is_one_organisation()
    {
        var agency = Guid.CreateVersion7();
        await host.Organisation(Proto.OrganisationKind.Agency, "LA", agency);

        Assert.Equal(["ORGANISATION_AGENCY_TAKEN"], await Refused.Codes(StatusCode.FailedPrecondition, () => _lao.RegisterOrganisationAsync(A.Organisation(Proto.OrganisationKind.Agency, "LA", agency))));
    }

    [Fact]
    public async Task An_officer_registers_nothing() =>
        Assert.Equal(["PERMISSION_MISSING"], await Refused.Codes(StatusCode.PermissionDenied, () => host.Organisations(Who.Is(Role.MinistryOfficer, "LA")).RegisterOrganisationAsync(A.Organisation())));

    [Fact]
    public async Task Pages_follow_each_other_without_a_gap()
    {
        for (var i = 0; i < 5; i++)
            await host.Organisation(Proto.OrganisationKind.CivilSociety, "VN");

        var all = await All(host.Organisations(Who.Is(Role.Administrator, "VN")), pageSize: 2);

        Assert.Equal(5, all.Select(o => o.OrganisationId).Distinct().Count());
    }

    static async Task<List<Proto.Organisation>> All(Proto.Organisations.OrganisationsClient client, int pageSize = 200)
    {
        var all = new List<Proto.Organisation>();
        var token = "";
        do
        {
            var page = await client.ListOrganisationsAsync(new() { PageSize = pageSize, PageToken = token });
            all.AddRange(page.Organisations);
            token = page.NextPageToken;
        }
        while (token.Length > 0);
        return all;
    }
}
