using System.Diagnostics;
using Grpc.Core;

namespace Gms.Bench.Members;

/// <summary>Calls on a fixed schedule, whatever the server does; a call's time counts from when it was to be made, so that waiting behind a slow one is not left out.</summary>
static class Rate
{
    public static async Task<Round> At(double perSecond, TimeSpan window, Func<Task> once)
    {
        var times = new List<double>((int)(perSecond * window.TotalSeconds) + 1);
        var underWay = new List<Task>(times.Capacity);
        var failed = 0;
        var each = Stopwatch.Frequency / perSecond;
        var start = Stopwatch.GetTimestamp();
        for (var next = 0; Stopwatch.GetElapsedTime(start) < window;)
        {
            for (var due = (int)((Stopwatch.GetTimestamp() - start) / each) + 1; next < due; next++)
                underWay.Add(Timed(start + (long)(next * each)));
            await Task.Delay(1);
        }
        await Task.WhenAll(underWay);
        return new(times.Count / Stopwatch.GetElapsedTime(start).TotalSeconds, [.. times], failed);

        async Task Timed(long scheduled)
        {
            try
            {
                await once();
                var took = Stopwatch.GetElapsedTime(scheduled).TotalMilliseconds;
                lock (times)
                    times.Add(took);
            }
            catch (RpcException)
            {
                Interlocked.Increment(ref failed);
            }
        }
    }
}
