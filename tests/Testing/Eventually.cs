namespace Gms.Testing;

/// <summary>Waits for a condition, with a deadline.</summary>
public static class Eventually
{
    /// <summary>What was seen last: what was wanted, or what it still was when half a minute was over.</summary>
    public static async Task<T> Becomes<T>(Func<Task<T>> look, Func<T, bool> wanted)
    {
        var end = Environment.TickCount64 + 30_000;
        while (true)
        {
            var seen = await look();
            if (wanted(seen) || Environment.TickCount64 > end)
                return seen;
            await Task.Delay(50);
        }
    }
}
