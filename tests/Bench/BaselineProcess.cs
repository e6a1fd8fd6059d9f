using System.Diagnostics;

namespace Gms.Bench;

/// <summary>The baseline's own process, a child of this one: closing its input ends it.</summary>
sealed class BaselineProcess(Process process, Uri address, TimeSpan start) : IDisposable
{
    public Uri Address => address;

    public TimeSpan StartTime => start;

    public int Id => process.Id;

    public static Task<BaselineProcess> Start(string registry, string socialSecurity, CancellationToken cancel) =>
        Start(new() { ["BENCH_REGISTRY"] = registry, ["BENCH_SOCIAL_SECURITY"] = socialSecurity }, cancel);

    /// <param name="databases">The connection string of each database that it needs, by the variable's name.</param>
    /// <param name="cancel">Stops the start.</param>
    public static async Task<BaselineProcess> Start(Dictionary<string, string> databases, CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        var start = new ProcessStartInfo("dotnet", [typeof(BaselineProcess).Assembly.Location, "baseline"]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var (name, connection) in databases)
            start.Environment[name] = connection;
        var process = Process.Start(start)!;
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
