using System.Diagnostics;

namespace Gms.Bench.Peak;

/// <summary>
/// Sends on a fixed schedule, whatever the server does: the latency of an application counts from the time at which it was to be sent, so that waiting
/// behind a slow one is not left out (coordinated omission).
/// </summary>
static class OpenLoop
{
    /// <summary>A share of applications is sent once more, this long after the first time.</summary>
    static readonly TimeSpan RepeatAfter = TimeSpan.FromMilliseconds(300);

    /// <summary>Each n-th application is repeated.</summary>
    const int EveryTwentieth = 20;

    /// <param name="client">Who sends.</param>
    /// <param name="log">What the client learns.</param>
    /// <param name="sendings">The applications, in order.</param>
    /// <param name="perSecond">The rate of the schedule, applications without their repeats.</param>
    /// <param name="cancel">Ends the schedule; what was sent is waited for.</param>
    public static async Task<Offered> Run(Client client, ClientLog log, IReadOnlyList<Sending> sendings, double perSecond, CancellationToken cancel)
    {
        var underWay = new List<Task>(sendings.Count + (sendings.Count / EveryTwentieth));
        var entries = new List<ClientLog.Entry>(sendings.Count);
        var start = Stopwatch.GetTimestamp();
        var each = Stopwatch.Frequency / perSecond;
        var latest = 0.0;
        for (var next = 0; next < sendings.Count && !cancel.IsCancellationRequested;)
        {
            var due = Math.Min(sendings.Count, (int)((Stopwatch.GetTimestamp() - start) / each) + 1);
            for (; next < due; next++)
            {
                var scheduled = start + (long)(next * each);
                latest = Math.Max(latest, Stopwatch.GetElapsedTime(scheduled).TotalMilliseconds);
                var entry = log.Begin(sendings[next]);
                entries.Add(entry);
                underWay.Add(client.Send(entry, scheduled));
                if (next % EveryTwentieth == 0)
                    underWay.Add(Repeat(client, entry));
            }
            await Task.Delay(1, CancellationToken.None);
        }
        var offered = Stopwatch.GetElapsedTime(start);
        await Task.WhenAll(underWay);
        return new(entries, offered, Stopwatch.GetElapsedTime(start), latest);
    }

    static async Task Repeat(Client client, ClientLog.Entry entry)
    {
        await Task.Delay(RepeatAfter);
        await client.Send(entry, Stopwatch.GetTimestamp());
    }
}

/// <summary>What one schedule came to.</summary>
/// <param name="For">How long applications were offered.</param>
/// <param name="Until">From the first to the last answer.</param>
/// <param name="LatestMs">The most by which the generator itself was behind its schedule.</param>
sealed record Offered(IReadOnlyList<ClientLog.Entry> Entries, TimeSpan For, TimeSpan Until, double LatestMs)
{
    public double PerSecond => Entries.Count / Until.TotalSeconds;

    public int Refusals => Entries.Sum(e => e.Refused);

    public int RefusedAtFirst => Entries.Count(e => e.Refused > 0);

    public int Failures => Entries.Sum(e => e.Failed);

    public double Ms(double share) => Entries.Select(e => e.Milliseconds ?? double.PositiveInfinity).Percentile(share);
}
