using Xunit;

namespace Gms.Journeys;

/// <summary>What every journey needs to begin and to wait.</summary>
static class Given
{
    public static string NewId() => Guid.NewGuid().ToString();

    /// <summary>A name that nobody else has, so that nobody is taken for another.</summary>
    public static string Word() => string.Concat(Guid.NewGuid().ToByteArray().Take(8).Select(b => "abdefgiklmnopstuvz"[b % 18]));

    /// <summary>Waits for what an event brings about.</summary>
    public static async Task Until(Func<Task<bool>> holds, string what, CancellationToken cancel)
    {
        var end = Environment.TickCount64 + 60_000;
        while (!await holds())
        {
            Assert.True(Environment.TickCount64 < end, $"Not within a minute: {what}.");
            await Task.Delay(50, cancel);
        }
    }
}
