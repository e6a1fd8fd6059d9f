using System.Diagnostics;

namespace Gms.Local;

/// <summary>Waits for a condition, never for a time.</summary>
public static class Wait
{
    static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(50);

    /// <summary>True as soon as the condition holds, false when the deadline passed first.</summary>
    public static async Task<bool> For(Func<CancellationToken, Task<bool>> condition, TimeSpan deadline, CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await condition(cancel))
        {
            if (Stopwatch.GetElapsedTime(started) > deadline)
                return false;
            await Task.Delay(_pause, cancel);
        }

        return true;
    }

    public static Task<bool> For(Func<bool> condition, TimeSpan deadline, CancellationToken cancel) =>
        For(_ => Task.FromResult(condition()), deadline, cancel);
}
