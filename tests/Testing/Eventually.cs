namespace Gms.Testing;

/// <summary>Waits for a condition, with a deadline.</summary>
public static class Eventually
{
    /// <summary>What was seen last: what was wanted, or what it still was when half a minute was over, or as long as was said.</summary>
    public static async Task<T> Becomes<T>(Func<Task<T>> look, Func<T, bool> wanted, TimeSpan? within = null)
    {
        var end = Environment.TickCount64 + (long)(within ?? TimeSpan.FromSeconds(30)).TotalMilliseconds;
        while (true)
        {
            var seen = await look();
            if (wanted(seen) || Environment.TickCount64 > end)
                return seen;
            await Task.Delay(50);
        }
    }
}
