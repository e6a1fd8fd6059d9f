using System.Security.Claims;
using Gms.Platform;
using Gms.Portal.Sessions;
using Xunit;

namespace Gms.Portal.Tests.Sessions;

public sealed class OffersTests
{
    static readonly string[] Complaining = ["complaints.open", "complaints.write", "complaints.read"];

    [Fact]
    public void The_journey_is_offered_to_exactly_those_who_may_read_it() =>
        Assert.Equal(Holders("journeys.read"), Offers.JourneyReaders.Order(StringComparer.Ordinal));

    [Fact]
    public void Reasons_of_departures_are_shown_only_to_who_may_read_departures() =>
        Assert.All(Role.All.Where(role => Offers.DepartureReasons(User(role))), role => Assert.Contains(role, Holders("departures.read")));

    [Theory]
    [InlineData("ministry-officer", "departure-clearance")]
    [InlineData("reintegration-counsellor", "reintegration")]
    [InlineData("worker", "own-record")]
    [InlineData("inspector", null)]
    public void Each_role_reads_for_its_own_purpose(string role, string? purpose) => Assert.Equal(purpose, Offers.JourneyPurpose(User(role)));

    [Fact]
    public void Complaining_is_offered_to_those_who_may_open_write_and_read_them() => Assert.All(Offers.WhoComplains, role => Assert.All(
        Complaining, permission => Assert.Contains(Gms.Recruitment.Program.Service().Permissions[permission], g => g.Role == role)));

    static IEnumerable<string> Holders(string permission) => Gms.Registry.Program.Service().Permissions[permission].Select(g => g.Role).Order(StringComparer.Ordinal);

    static ClaimsPrincipal User(string role) => new(new ClaimsIdentity([new(Offers.Roles, role)], "test", Offers.AccountName, Offers.Roles));
}
