using System.Diagnostics;

namespace Gms.Local.Verbs;

/// <summary><c>bench [--json]</c>: the measurements of tests/Bench, on a system of their own under .local/bench.</summary>
static class Bench
{
    public const string Description =
        "Measure coverage checks and departures per second beside the same SQL without the registry, the time from a change to the timeline, memory and start of each service. "
        + "Starts a system of its own under .local/bench and stops it; takes several minutes, best with nothing else running";

    const string Project = "tests/Bench";

    public static async Task<int> Run(LocalSystem system, bool json, CancellationToken cancel)
    {
        if (Debian.Missing(forTests: false) is { Count: > 0 } missing)
            await Debian.Install(missing, cancel);
        if (Build.IsNeeded(system.Checkout))
            await Build.Release(system.Checkout, _ => { }, cancel);
        var program = Path.Combine(system.Checkout, "artifacts", "bin", "Gms.Bench", "release", "Gms.Bench.dll");
        if (IsOutdated(system.Checkout, program))
            await Shell.MustRun(
                $"Building {Project}", ["dotnet", "build", Project, "-c", "Release", "--nologo", "-v", "quiet", "-nodeReuse:false"], cancel, system.Checkout, Build.DotnetQuiet);

        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, system.Checkout, .. json ? (string[])["--json"] : []]))!;
        // Ctrl-C reaches it too; it stops what it started and ends.
        await process.WaitForExitAsync(CancellationToken.None);
        return process.ExitCode;
    }

    static bool IsOutdated(string checkout, string program) =>
        !File.Exists(program) || new[] { Project, "deploy/local" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(checkout, folder), "*", SearchOption.AllDirectories))
            .Any(file => File.GetLastWriteTimeUtc(file) > File.GetLastWriteTimeUtc(program));
}
