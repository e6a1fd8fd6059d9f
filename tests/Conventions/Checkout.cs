using System.Diagnostics;

namespace Gms.Conventions;

/// <summary>The files of the checkout under test, by their path from its root.</summary>
static class Checkout
{
    /// <summary>Made by builds and runs; never part of the source.</summary>
    static readonly string[] Made = [".git", ".env", ".local", "backups", "secrets", ".vs", ".idea", "artifacts", "bin", "obj", "node_modules", "TestResults"];

    public static string Root { get; } = Environment.GetEnvironmentVariable("REGISTRY_ROOT") is { Length: > 0 } root ? root : Above(AppContext.BaseDirectory);

    public static string Full(string path) => Path.Combine(Root, path);

    public static bool Has(string path) => Path.Exists(Full(path));

    public static string Read(string path) => File.ReadAllText(Full(path));

    /// <summary>What stands in the root itself.</summary>
    public static IEnumerable<string> Entries() => Directory.EnumerateFileSystemEntries(Root).Select(entry => Path.GetFileName(entry)).Except(Made).Order(StringComparer.Ordinal);

    /// <summary>Source files with this ending, below a folder.</summary>
    public static IEnumerable<string> Files(string ending, string below = "") =>
        Below(Full(below)).Where(file => file.EndsWith(ending, StringComparison.Ordinal)).Select(file => Path.GetRelativePath(Root, file)).Order(StringComparer.Ordinal);

    /// <summary>Runs a program in a folder of the checkout; what it printed, when it failed.</summary>
    public static async Task<string> Failure(string folder, string program, params string[] arguments)
    {
        using var process = new Process
        {
            StartInfo = new(program, arguments) { WorkingDirectory = Full(folder), RedirectStandardOutput = true, RedirectStandardError = true },
        };
        process.Start();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? "" : $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{await output}{await errors}";
    }

    static IEnumerable<string> Below(string folder) =>
        !Directory.Exists(folder)
            ? []
            : Directory.EnumerateFiles(folder).Concat(Directory.EnumerateDirectories(folder).Where(inner => !Made.Contains(Path.GetFileName(inner))).SelectMany(Below));

    static string Above(string folder) => File.Exists(Path.Combine(folder, "Registry.sln")) ? folder : Above(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No Registry.sln above the tests."));
}
