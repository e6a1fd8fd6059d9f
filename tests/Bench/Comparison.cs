namespace Gms.Bench;

/// <summary>One way of doing the same thing.</summary>
sealed record Way(string Name, Func<int, TimeSpan, Task<Round>> Run);

/// <summary>Ways measured in turns, in short rounds: whatever else the machine does meanwhile falls on all of them alike.</summary>
static class Comparison
{
    const int Rounds = 3;

    static readonly TimeSpan Window = TimeSpan.FromSeconds(2);

    /// <summary>The first way is what is measured, the second what the ratio is to, the others stand beside.</summary>
    public static async Task<Figure> Of(string name, int inFlight, IReadOnlyList<Way> ways, double? goal, string note)
    {
        var rounds = ways.ToDictionary(way => way.Name, _ => new List<Round>());
        for (var i = 0; i < Rounds; i++)
            foreach (var way in ways)
                rounds[way.Name].Add(await way.Run(inFlight, Window));

        var measured = rounds[ways[0].Name];
        double[] ratios = [.. Ratios(ways[1])];
        var side = Shown(ways[0]);
        return new($"{name}, {inFlight} in flight", "per second", side.Value)
        {
            Range = side.Range,
            P50Ms = side.P50Ms,
            P95Ms = side.P95Ms,
            P99Ms = side.P99Ms,
            Beside = ways.Skip(1).ToDictionary(way => way.Name, way => Shown(way) with { Ratio = Ratios(way).Median() }),
            Ratio = ratios.Median(),
            RatioRange = [ratios.Min(), ratios.Max()],
            Goal = goal,
            Note = measured.Sum(r => r.Failed) is > 0 and var failed ? $"{failed} calls failed. {note}" : note,
        };

        IEnumerable<double> Ratios(Way way) => measured.Zip(rounds[way.Name], (a, b) => a.PerSecond / b.PerSecond);

        Side Shown(Way way)
        {
            double[] rates = [.. rounds[way.Name].Select(r => r.PerSecond)];
            double[] times = [.. rounds[way.Name].SelectMany(r => r.Milliseconds)];
            return new(rates.Median(), [rates.Min(), rates.Max()], times.Percentile(0.5), times.Percentile(0.95), times.Percentile(0.99));
        }
    }
}
