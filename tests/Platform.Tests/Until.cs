using System.Diagnostics;
using Xunit;

namespace Gms.Platform.Tests;

/// <summary>Waits for a condition with a deadline.</summary>
static class Until
{
    public static Task True(string what, Func<bool> condition, int seconds = 30) => True(what, () => Task.FromResult(condition()), seconds);

    public static async Task True(string what, Func<Task<bool>> condition, int seconds = 30)
    {
        var begun = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(begun).TotalSeconds < seconds, $"Not within {seconds} s: {what}");
            await Task.Delay(20);
        }
    }
}
