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

    [Fact]
    public void The_queue_of_held_departures_is_offered_to_exactly_those_who_may_decide_them() =>
        Assert.Equal(Holders("departures.decide"), Offers.HeldDepartureReaders.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("ministry-officer", "departure-clearance")]
    [InlineData("reintegration-counsellor", "reintegration")]
    [InlineData("worker", "own-record")]
    [InlineData("inspector", null)]
    public void Each_role_reads_for_its_own_purpose(string role, string? purpose) => Assert.Equal(purpose, Offers.JourneyPurpose(User(role)));

    [Fact]
    public void Complaining_is_offered_to_those_who_may_open_write_and_read_them() => Assert.All(Offers.WhoComplains, role => Assert.All(
        Complaining, permission => Assert.Contains(Gms.Recruitment.Program.Service().Permissions[permission], g => g.Role == role)));

    [Fact]
    public void Crossings_are_recorded_by_exactly_those_who_may() => Assert.Equal(Holders("crossings.record"), Offers.WhoRecordsCrossings.Order(StringComparer.Ordinal));

    [Fact]
    public void Codes_are_printed_by_exactly_those_who_decide_departures() =>
        Assert.Equal(Offers.HeldDepartureReaders.Order(StringComparer.Ordinal), Gms.Access.Program.Service().Permissions["sign-in-codes.print"].Select(g => g.Role).Order(StringComparer.Ordinal));

    [Fact]
    public void A_worker_is_offered_the_own_record_and_no_search_for_others()
    {
        var offered = Offers.Pages(User("worker")).Select(p => p.Path).ToList();

        Assert.Contains("/me", offered);
        Assert.DoesNotContain("/workers", offered);
    }

    static IEnumerable<string> Holders(string permission) => Gms.Registry.Program.Service().Permissions[permission].Select(g => g.Role).Order(StringComparer.Ordinal);

    static ClaimsPrincipal User(string role) => new(new ClaimsIdentity([new(Offers.Roles, role)], "test", Offers.AccountName, Offers.Roles));
}
