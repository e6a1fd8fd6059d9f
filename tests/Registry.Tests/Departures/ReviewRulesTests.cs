using Gms.Registry.Departures;
using Gms.Registry.Passes;
using Gms.Type.V1;
using Xunit;

namespace Gms.Registry.Tests.Departures;

public sealed class ReviewRulesTests
{
    static DepartureDecision Decision(DepartureStatus status, bool officer, params Finding[] findings) => new()
    {
        DepartureId = Guid.Empty, Version = 2, Status = status, Findings = findings, DecidedAt = DateTimeOffset.UnixEpoch, Officer = officer ? "officer" : null, Reason = officer ? "Seen." : null,
    };

    static Departure In(DepartureStatus status)
    {
        var departure = Given.Departure();
        if (status != DepartureStatus.Received)
            departure.Take(new(status, []), [], null, DateTimeOffset.UnixEpoch);
        return departure;
    }

    static Pass PassRevoked(RevocationReason? reason)
    {
        var pass = new Pass { Id = Guid.Empty, DepartureId = Guid.Empty, WorkerNumber = "LA-7KQ2-M9XD-R", Country = "LA", StatusList = 0, StatusIndex = 0, KeyVersion = 1, IssuedAt = default, NotBefore = default, ExpiresAt = default };
        if (reason is { } why)
            pass.Revoke(why, DateTimeOffset.UnixEpoch);
        return pass;
    }

    [Theory]
    [InlineData(DepartureStatus.Cleared, false, null, false, true)]
    [InlineData(DepartureStatus.Cleared, true, null, false, true)]
    [InlineData(DepartureStatus.Cleared, false, null, true, false)]
    [InlineData(DepartureStatus.Received, false, null, false, false)]
    [InlineData(DepartureStatus.Refused, false, RevocationReason.NoLongerCleared, false, true)]
    [InlineData(DepartureStatus.Held, false, RevocationReason.NoLongerCleared, false, true)]
    [InlineData(DepartureStatus.Held, false, RevocationReason.NoLongerCleared, true, false)]
    [InlineData(DepartureStatus.Refused, true, RevocationReason.NoLongerCleared, false, false)]
    [InlineData(DepartureStatus.Held, true, RevocationReason.ByOfficer, false, false)]
    public void What_is_decided_again(DepartureStatus status, bool officer, RevocationReason? revoked, bool exited, bool open) =>
        Assert.Equal(open, ReviewRules.IsOpen(In(status), Decision(status, officer), PassRevoked(revoked), exited));

    [Theory]
    [InlineData(DepartureStatus.Received, false, true)]
    [InlineData(DepartureStatus.Held, true, true)]
    [InlineData(DepartureStatus.Held, false, false)]
    [InlineData(DepartureStatus.Cleared, true, false)]
    [InlineData(DepartureStatus.Refused, true, false)]
    public void What_waits_until_it_is_decided(DepartureStatus status, bool officer, bool waits) =>
        Assert.Equal(waits, ReviewRules.Waits(In(status), Decision(status, officer)));

    [Fact]
    public void One_never_cleared_waits_for_its_officer() => Assert.False(ReviewRules.IsOpen(In(DepartureStatus.Held), Decision(DepartureStatus.Held, officer: false), null, exited: false));

    [Fact]
    public void What_an_officer_saw_and_cleared_is_not_held_against_the_worker_and_what_is_new_is()
    {
        var seen = new Finding("CHANNEL_OPEN", Outcome.Unknown, "?") { Decisive = true };
        var last = Decision(DepartureStatus.Cleared, officer: true, seen);

        var weighed = ReviewRules.Accepted(last, [seen, seen with { Outcome = Outcome.Fail }, seen with { Code = "TRAVEL_DOCUMENT" }]);

        Assert.Equal([false, true, true], weighed.Select(f => f.Decisive));
        Assert.True(Assert.Single(ReviewRules.Accepted(Decision(DepartureStatus.Cleared, officer: false, seen), [seen])).Decisive);
    }
}
