using System.Diagnostics;

namespace Gms.Bench;

/// <summary>The baseline's own process, a child of this one: closing its input ends it.</summary>
sealed class BaselineProcess(Process process, Uri address, TimeSpan start) : IDisposable
{
    public Uri Address => address;

    public TimeSpan StartTime => start;

    public int Id => process.Id;

    public static async Task<BaselineProcess> Start(string registry, string socialSecurity, CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(BaselineProcess).Assembly.Location, "baseline"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { ["BENCH_REGISTRY"] = registry, ["BENCH_SOCIAL_SECURITY"] = socialSecurity },
        })!;
        var line = await process.StandardOutput.ReadLineAsync(cancel) ?? throw new InvalidOperationException("The baseline ended while starting.");
        return new(process, new Uri(line), Stopwatch.GetElapsedTime(started));
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        if (!process.WaitForExit(TimeSpan.FromSeconds(10)))
            process.Kill();
        process.Dispose();
    }
}
