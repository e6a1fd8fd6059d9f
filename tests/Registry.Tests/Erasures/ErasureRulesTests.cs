using Gms.Registry.Crossings;
using Gms.Registry.Erasures;
using Xunit;

namespace Gms.Registry.Tests.Erasures;

public sealed class ErasureRulesTests
{
    [Fact]
    public void A_worker_asks_without_a_file_and_on_no_other_ground()
    {
        Assert.Empty(ErasureRules.ToRequest(Asked(), byTheWorker: true));
        Assert.Equal(["ERASURE_GROUND_NOT_YOURS"], ErasureRules.ToRequest(Asked(ErasureGround.Ordered, "2026/1"), byTheWorker: true).Select(p => p.Code));
    }

    [Theory]
    [InlineData(ErasureGround.WorkerAsked)]
    [InlineData(ErasureGround.Ordered)]
    public void An_officer_names_the_file_whatever_the_ground(ErasureGround ground)
    {
        Assert.Empty(ErasureRules.ToRequest(Asked(ground, "2026/1"), byTheWorker: false));
        Assert.Equal(["ERASURE_GROUND_NOT_YOURS"], ErasureRules.ToRequest(Asked(ground), byTheWorker: false).Select(p => p.Code));
    }

    [Fact]
    public void A_second_officer_approves() => Assert.Empty(ErasureRules.ToDecide(Asked(), "second", approve: true, departureOpen: false));

    [Fact]
    public void Whoever_asked_decides_neither_way()
    {
        Assert.Equal(["ERASURE_SAME_OFFICER"], Broken("first", approve: true));
        Assert.Equal(["ERASURE_SAME_OFFICER"], Broken("first", approve: false));
    }

    [Fact]
    public void An_open_departure_is_decided_first_and_keeps_nobody_from_rejecting()
    {
        Assert.Equal(["ERASURE_DEPARTURE_OPEN"], Broken("second", approve: true, departureOpen: true));
        Assert.Empty(Broken("second", approve: false, departureOpen: true));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("out LA", true)]
    [InlineData("out LA, in TH", true)]
    [InlineData("out LA, in TH, back TH", false)]
    [InlineData("out LA, in TH, out TH", false)]
    [InlineData("out LA, in TH, out TH, in LA", false)]
    [InlineData("out LA, in TH, out TH, in LA, out LA", true)]
    [InlineData("in TH", true)]
    public void Who_is_away_by_the_last_passage(string told, bool away)
    {
        var passages = told.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select((step, day) => new Passage(
            Guid.NewGuid(), step.Split(' ')[0] switch { "out" => PassageKind.Exit, "in" => PassageKind.Arrival, _ => PassageKind.Return }, step.Split(' ')[1], DateTimeOffset.UnixEpoch.AddDays(10 * day), step.StartsWith("back", StringComparison.Ordinal) ? "LA" : null));

        Assert.Equal(away, ErasureRules.IsAway(passages, TimeSpan.FromMinutes(5), TimeSpan.FromDays(7), "LA", DateTimeOffset.UnixEpoch.AddDays(100)));
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(8, false)]
    public void Who_left_the_other_country_days_ago_may_still_be_on_the_way_home(int days, bool away) =>
        Assert.Equal(away, ErasureRules.IsAway([new(Guid.NewGuid(), PassageKind.Exit, "TH", DateTimeOffset.UnixEpoch, null)], TimeSpan.FromMinutes(5), TimeSpan.FromDays(7), "LA", DateTimeOffset.UnixEpoch.AddDays(days)));

    [Fact]
    public void A_decision_is_taken_once()
    {
        var erasure = Asked();
        erasure.Decide(approve: false, "second", "no ground", DateTimeOffset.UnixEpoch);

        Assert.Equal(["ERASURE_DECIDED_ALREADY"], ErasureRules.ToDecide(erasure, "third", approve: true, departureOpen: false).Select(p => p.Code));
    }

    [Fact]
    public void Whatever_is_of_low_confidence_only_proposes()
    {
        var table = RetentionTable.Load();

        Assert.True(table.Worker.Proposes);
        Assert.All(table.Kinds, k => Assert.Equal(("low", null), (k.Confidence, k.Source)));
    }

    static IEnumerable<string> Broken(string officer, bool approve, bool departureOpen = false) => ErasureRules.ToDecide(Asked(), officer, approve, departureOpen).Select(p => p.Code);

    static Erasure Asked(ErasureGround ground = ErasureGround.WorkerAsked, string? reference = null) =>
        new() { WorkerNumber = "LA-7KQ2-M9XD-R", Country = "LA", Ground = ground, Reference = reference, RequestedBy = "first", RequestedAt = DateTimeOffset.UnixEpoch };
}
