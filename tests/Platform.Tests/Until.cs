using System.Diagnostics;
using Xunit;

namespace Gms.Platform.Tests;

/// <summary>Waits for a condition with a deadline.</summary>
static class Until
{
    public static Task True(string what, Func<bool> condition, int seconds = 30) => True(what, () => Task.FromResult(condition()), seconds);

    public static async Task True(string what, Func<Task<bool>> condition, int seconds = 30, Func<Task<string>>? instead = null)
    {
        var begun = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            if (Stopwatch.GetElapsedTime(begun).TotalSeconds > seconds)
                Assert.Fail($"Not within {seconds} s: {what}. {(instead is null ? "" : await instead())}");
            await Task.Delay(20);
        }
    }
}
