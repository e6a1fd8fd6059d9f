using System.Diagnostics;

namespace Gms.Local.Verbs;

/// <summary>
/// <c>bench [--json]</c>: the measurements of tests/Bench, on a system of their own under .local/bench. <c>bench --peak N</c>: so many
/// departures at the highest rate held, then three times that rate. <c>bench --members N</c>: coverage checks among 10 thousand and among N members. <c>bench --returns N</c>: N people come home in one import. <c>bench --pages N</c>: fifty people click through the Portal with N workers on record. <c>bench --scale N</c>: the measurements of tests/Matching, on a population under .local/scale.
/// </summary>
static class Bench
{
    public const string Description =
        "Measure coverage checks and departures per second beside the same SQL without the registry, the time from a change to the timeline, memory and start of each service. "
        + "Starts a system of its own under .local/bench and stops it; takes several minutes, best with nothing else running";

    public static async Task<int> Run(LocalSystem system, int? peak, int? members, int? returns, int? pages, bool json, CancellationToken cancel)
    {
        if (Debian.Missing(forTests: false) is { Count: > 0 } missing)
            await Debian.Install(missing, cancel);
        if (Build.IsNeeded(system.Checkout))
            await Build.Release(system.Checkout, _ => { }, cancel);
        return await Measure(system.Checkout, "Bench", ["deploy/local", "services/Registry", "services/SocialSecurity", "services/DepartureOrientation", "services/Reintegration", "services/Portal", "tests/Population", "tests/Matching"],
            (peak, members, returns, pages) switch
            {
                ({ } many, _, _, _) => [system.Checkout, "peak", $"{many}"],
                (_, { } insured, _, _) => [system.Checkout, "members", $"{insured}"],
                (_, _, { } home, _) => [system.Checkout, "returns", $"{home}"],
                (_, _, _, { } onRecord) => [system.Checkout, "pages", $"{onRecord}"],
                _ => [system.Checkout],
            }, json, cancel);
    }

    public static async Task<int> Scale(string checkout, long people, bool json, CancellationToken cancel)
    {
        if (Debian.Missing(forTests: false) is { Count: > 0 } missing)
            await Debian.Install(missing, cancel);
        new StateFolder(Path.Combine(checkout, ".local")).Make();    // so that what is made there is known for ours
        return await Measure(checkout, "Matching", ["deploy/local", "services/Registry", "tests/Population"], ["scale", checkout, $"{people}"], json, cancel);
    }

    static async Task<int> Measure(string checkout, string name, string[] uses, string[] arguments, bool json, CancellationToken cancel)
    {
        var project = $"tests/{name}";
        var program = Path.Combine(checkout, "artifacts", "bin", $"Gms.{name}", "release", $"Gms.{name}.dll");
        if (IsOutdated(checkout, [project, .. uses], program))
            await Shell.MustRun(
                $"Building {project}", ["dotnet", "build", project, "-c", "Release", "--nologo", "-v", "quiet", "-nodeReuse:false"], cancel, checkout, Build.DotnetQuiet);

        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments, .. json ? (string[])["--json"] : []]))!;
        // Ctrl-C reaches it too; it stops what it started and ends.
        await process.WaitForExitAsync(CancellationToken.None);
        return process.ExitCode;
    }

    static bool IsOutdated(string checkout, IEnumerable<string> folders, string program) =>
        !File.Exists(program) || folders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(checkout, folder), "*", SearchOption.AllDirectories))
            .Any(file => File.GetLastWriteTimeUtc(file) > File.GetLastWriteTimeUtc(program));
}
