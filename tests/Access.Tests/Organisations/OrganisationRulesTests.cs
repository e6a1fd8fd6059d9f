using Gms.Access.Organisations;
using Gms.Platform;
using Xunit;

namespace Gms.Access.Tests.Organisations;

public sealed class OrganisationRulesTests
{
    static readonly Guid Agency = Guid.Parse("00000000-0000-0000-0000-000000000001");

    [Fact]
    public void Only_a_regional_body_is_without_a_country()
    {
        Assert.Equal([], Broken(OrganisationKind.RegionalBody, null));
        Assert.Equal(["ORGANISATION_COUNTRY_NOT_ALLOWED"], Broken(OrganisationKind.RegionalBody, "LA"));
        foreach (var kind in Enum.GetValues<OrganisationKind>().Where(k => k is not OrganisationKind.RegionalBody and not OrganisationKind.Agency))
        {
            Assert.Equal(["ORGANISATION_COUNTRY_MISSING"], Broken(kind, null));
            Assert.Equal([], Broken(kind, "LA"));
        }
    }

    [Fact]
    public void An_agency_and_only_an_agency_names_the_agency_it_is()
    {
        Assert.Equal([], Broken(OrganisationKind.Agency, "LA", Agency));
        Assert.Equal(["ORGANISATION_AGENCY_MISSING"], Broken(OrganisationKind.Agency, "LA"));
        Assert.Equal(["ORGANISATION_AGENCY_NOT_ALLOWED"], Broken(OrganisationKind.Ministry, "LA", Agency));
    }

    [Fact]
    public void Every_broken_rule_is_told_at_once() =>
        Assert.Equal(["ORGANISATION_COUNTRY_MISSING", "ORGANISATION_AGENCY_MISSING"], Broken(OrganisationKind.Agency, null));

    [Fact]
    public void Every_role_but_the_workers_own_can_be_given_somewhere() =>
        Assert.Equal(Role.All.Where(r => r != Role.Worker).Order(), Enum.GetValues<OrganisationKind>().SelectMany(OrganisationRules.RolesOf).Distinct().Order());

    [Fact]
    public void A_role_that_does_not_fit_the_office_is_refused()
    {
        Assert.Equal(["ACCOUNT_ROLE_NOT_ALLOWED"], OrganisationRules.ToGive([Role.BorderOfficer], OrganisationRules.RolesOf(OrganisationKind.Agency)).Select(p => p.Code));
        Assert.Equal(["ACCOUNT_ROLE_MISSING"], OrganisationRules.ToGive([], OrganisationRules.RolesOf(OrganisationKind.Agency)).Select(p => p.Code));
    }

    static IEnumerable<string> Broken(OrganisationKind kind, string? country, Guid? agency = null) => OrganisationRules.ToRegister(kind, country, agency).Select(p => p.Code);
}
