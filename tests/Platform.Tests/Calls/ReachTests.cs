using Gms.Platform;
using Xunit;

namespace Gms.Platform.Tests.Calls;

public sealed class ReachTests
{
    static readonly Caller Partner = new() { Account = "p", Organisation = "hospital", Country = "LA", Roles = new HashSet<string> { Role.PartnerOfficer } };

    [Fact]
    public void A_partner_reaches_what_names_its_organisation_and_nothing_that_only_its_country_holds()
    {
        Assert.True(Partner.Reaches(new() { Countries = ["LA"], Organisations = ["hospital"] }));
        Assert.False(Partner.Reaches(Reach.Country("LA")));
        Assert.False(Partner.Reaches(new() { Countries = ["LA"], Organisations = ["another"] }));
    }

    [Fact]
    public void A_partner_without_country_or_organisation_reaches_nothing()
    {
        Assert.False((Partner with { Country = null }).Reaches(Reach.Country("LA")));
        Assert.False((Partner with { Organisation = "" }).Reaches(new() { Countries = ["LA"], Organisations = [""] }));
    }

    [Fact]
    public void Another_role_beside_it_does_not_open_the_country() =>
        Assert.False((Partner with { Roles = new HashSet<string> { Role.PartnerOfficer, Role.ReintegrationCounsellor } }).Reaches(Reach.Country("LA")));
}
