using System.Diagnostics;
using Grpc.Core;

namespace Gms.Bench;

/// <summary>What one side did in one short round.</summary>
sealed record Round(double PerSecond, double[] Milliseconds, int Failed = 0);

/// <summary>Callers that each wait for an answer before they ask again, a fixed number of them.</summary>
static class Load
{
    /// <param name="inFlight">How many callers.</param>
    /// <param name="window">No call begins after it; those under way are waited for and counted.</param>
    /// <param name="once">One call; false when there is nothing left to ask.</param>
    public static async Task<Round> Run(int inFlight, TimeSpan window, Func<Task<bool>> once)
    {
        var failed = 0;
        var started = Stopwatch.GetTimestamp();
        var callers = Enumerable.Range(0, inFlight).Select(_ => Task.Run(Caller)).ToArray();
        var taken = (await Task.WhenAll(callers)).SelectMany(t => t).ToArray();
        return new(taken.Length / Stopwatch.GetElapsedTime(started).TotalSeconds, taken, failed);

        async Task<List<double>> Caller()
        {
            var times = new List<double>();
            while (Stopwatch.GetElapsedTime(started) < window)
            {
                var asked = Stopwatch.GetTimestamp();
                try
                {
                    if (!await once())
                        break;
                    times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
                }
                catch (RpcException)
                {
                    Interlocked.Increment(ref failed);    // told with the figure, and not counted in it
                }
            }
            return times;
        }
    }
}

/// <summary>The middle and the edges of what was measured.</summary>
static class Statistics
{
    public static double Median(this IEnumerable<double> values) => values.Percentile(0.5);

    public static double Percentile(this IEnumerable<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? double.NaN : sorted[(int)Math.Min(sorted.Length - 1, Math.Floor(share * sorted.Length))];
    }
}
