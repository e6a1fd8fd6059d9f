using Gms.Registry.Departures;
using Xunit;

namespace Gms.Registry.Tests.Departures;

public sealed class DepartureRulesTests
{
    static IEnumerable<string> Broken(Departure departure, DateOnly? today = null) => DepartureRules.ToReceive(departure, today ?? Given.Day).Select(p => p.Code);

    [Fact]
    public void A_departure_today_is_received() => Assert.Empty(Broken(Given.Departure()));

    [Fact]
    public void A_departure_yesterday_is_not() => Assert.Equal(["DEPARTURE_PLANNED_IN_PAST"], Broken(Given.Departure(day: Given.Day.AddDays(-1))));

    [Fact]
    public void A_departure_a_year_ahead_is_received() => Assert.Empty(Broken(Given.Departure(day: Given.Day.AddDays(DepartureRules.MostDaysAhead))));

    [Fact]
    public void A_departure_later_than_that_is_not() =>
        Assert.Equal(["DEPARTURE_PLANNED_TOO_FAR_AHEAD"], Broken(Given.Departure(day: Given.Day.AddDays(DepartureRules.MostDaysAhead + 1))));

    [Fact]
    public void Every_broken_rule_is_told_at_once() =>
        Assert.Equal(["DEPARTURE_WITHIN_COUNTRY", "DEPARTURE_PLANNED_IN_PAST"], Broken(Given.Departure(origin: "TH", day: Given.Day.AddDays(-1))));

    [Fact]
    public void Only_a_held_departure_is_decided_by_an_officer()
    {
        var departure = Given.Departure();
        Assert.Equal(["DEPARTURE_NOT_HELD"], DepartureRules.ToDecideByOfficer(departure, "officer").Select(p => p.Code));

        departure.Take(new(DepartureStatus.Held, []), [], null, DateTimeOffset.UnixEpoch);
        Assert.Empty(DepartureRules.ToDecideByOfficer(departure, "officer"));

        departure.Take(clear: true, "seen", "officer", "office", [], DateTimeOffset.UnixEpoch);
        Assert.Equal(["DEPARTURE_NOT_HELD"], DepartureRules.ToDecideByOfficer(departure, "officer").Select(p => p.Code));
    }

    [Fact]
    public void Each_decision_is_the_next_version_and_no_change_is_none()
    {
        var departure = Given.Departure();

        Assert.Equal(2, departure.Take(new(DepartureStatus.Held, ["Recruitment"]), [], null, DateTimeOffset.UnixEpoch)!.Version);
        Assert.Null(departure.Take(new(DepartureStatus.Held, ["Recruitment"]), [], null, DateTimeOffset.UnixEpoch));
        Assert.Equal(3, departure.Take(new(DepartureStatus.Cleared, []), [], Given.Agency, DateTimeOffset.UnixEpoch)!.Version);
        Assert.Equal((3L, Given.Agency, 0), (departure.Version, departure.AgencyId, departure.MissingParts.Count));
    }
}
