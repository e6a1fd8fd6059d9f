using System.Text.RegularExpressions;

namespace Gms.Local;

/// <summary>Builds the checkout's solution, and knows whether that is needed.</summary>
public static partial class Build
{
    const string Solution = "Registry.sln";

    static readonly string[] _sources = ["services", "protos", "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json", Solution];
    static readonly string[] _notSources = ["bin", "obj", "node_modules"];

    /// <summary>Builds everything in Release; only errors are shown.</summary>
    public static async Task Release(string checkout, Action<string> progress, CancellationToken cancel)
    {
        if (!File.Exists(Path.Combine(checkout, Solution)))
            throw new CannotGoOnException($"{Solution} is missing in {checkout}. Is the checkout complete? See: git status");
        var begun = DateTime.UtcNow;
        var result = await Shell.Run(
            ["dotnet", "build", Solution, "-c", "Release", "--nologo", "-nodeReuse:false"],
            cancel,
            checkout,
            DotnetQuiet,
            line => progress(Built().Match(line) is { Success: true } match ? match.Groups[1].Value : ""));
        if (!result.Ok)
            throw new CannotGoOnException("The build failed:\n" + Errors(result.Output));
        var stamp = Stamp(checkout);
        await File.WriteAllTextAsync(stamp, "", cancel);
        File.SetLastWriteTimeUtc(stamp, begun);
    }

    /// <summary>Whether a service was never built, or a source is newer than the last build.</summary>
    public static bool IsNeeded(string checkout)
    {
        var stamp = Stamp(checkout);
        return !File.Exists(stamp)
            || Service.All.Any(service => service.IsIn(checkout) && !File.Exists(service.Program(checkout)))
            || _sources
                .Select(source => Path.Combine(checkout, source))
                .Any(source => NewerThan(File.GetLastWriteTimeUtc(stamp), source));
    }

    public static IReadOnlyDictionary<string, string?> DotnetQuiet { get; } = new Dictionary<string, string?>
    {
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_NOLOGO"] = "1",
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
    };

    static string Stamp(string checkout) => Path.Combine(checkout, "artifacts", "solution.built");

    // A folder's own time changes when a file in it is removed or renamed.
    static bool NewerThan(DateTime time, string path) => Directory.Exists(path)
        ? !_notSources.Contains(Path.GetFileName(path))
            && (Directory.GetLastWriteTimeUtc(path) > time || Directory.EnumerateFileSystemEntries(path).Any(entry => NewerThan(time, entry)))
        : File.Exists(path) && File.GetLastWriteTimeUtc(path) > time;

    static string Errors(string output)
    {
        var errors = output.Split('\n').Where(line => line.Contains("error", StringComparison.Ordinal)).Select(line => line.Trim()).Distinct().ToArray();
        return errors.Length > 0 ? string.Join('\n', errors.Take(30)) : output;
    }

    [GeneratedRegex(@"^\s*(\S+) -> ")]
    private static partial Regex Built();
}
