using System.Globalization;
using Gms.Registry.Corridors;
using Gms.Registry.Departures;
using Gms.Type.V1;
using Xunit;

namespace Gms.Registry.Tests.Departures;

/// <summary>
/// What applications came to on past days, a line each. A rule change is a new dated row: these lines stay as they are, and a change that alters one of
/// them has rewritten the past. New days are added at the end of a channel's lines.
/// </summary>
public sealed class PastCasesTests
{
    static readonly CorridorTable Corridors = CorridorTable.Load();

    static IReadOnlyList<(Corridor Corridor, DateOnly Day, string Expected)> Cases { get; } =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Departures", "past-cases.txt")).Select(line => line.Split(' ', 3))
            .Select(part => (Corridors.All.Single(c => c.Id == part[0]), DateOnly.Parse(part[1], CultureInfo.InvariantCulture), part[2]))];

    [Fact]
    public void Every_past_case_is_decided_today_as_it_was_then()
    {
        Assert.Equal(Corridors.All.Count, Cases.Select(c => c.Corridor.Id).Distinct().Count());
        Assert.All(Cases, c => Assert.Equal(c.Expected, Verdict(Given.Rules, c.Corridor, c.Day)));
    }

    /// <summary>A decree that closes each channel from a day on.</summary>
    [Fact]
    public void A_new_dated_row_changes_nothing_before_its_day_and_everything_from_it()
    {
        var decree = new DateOnly(2026, 11, 27);
        foreach (var corridor in Corridors.All)
        {
            IReadOnlyList<OpennessRow> before = [.. corridor.States.Where(s => s.From is null || s.From < decree).Select(s => s.To is null || s.To >= decree ? s with { To = decree.AddDays(-1) } : s)];
            var changed = corridor with { States = [.. before, new(decree, null, Openness.Closed, "Closed by decree.", "a decree", Confidence.High, true, false)] };
            var rules = new ClearanceRules(new CorridorTable([changed], Corridors.Channels), CheckpointTable.Load(), DecisiveChecks.Load());

            Assert.All(Cases.Where(c => c.Corridor.Id == corridor.Id), c => Assert.Equal(c.Expected, Verdict(rules, changed, c.Day)));
            Assert.Equal("Refused CHANNEL_OPEN", Verdict(rules, changed, decree));
        }
    }

    static string Verdict(ClearanceRules rules, Corridor corridor, DateOnly day)
    {
        var (status, reasons) = rules.InOrder(corridor, day);
        return string.Join(' ', [status.ToString(), .. reasons]);
    }
}
