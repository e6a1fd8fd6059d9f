using System.Text.Json;
using Gms.Local;

namespace Gms.Upgrade;

/// <summary>
/// The release from which operators come, as deploy/previous-release names it: its source is taken from the repository itself and built beside the
/// checkout, once for each commit.
/// </summary>
static class PreviousRelease
{
    const string Named = "deploy/previous-release", Filter = "Previous.slnf", Stamp = "previous.built";

    /// <summary>What is set for this build would mislead that one.</summary>
    static readonly Dictionary<string, string?> Environment = new(Build.DotnetQuiet)
    {
        ["MSBuildSDKsPath"] = null,
        ["MSBuildExtensionsPath"] = null,
        ["MSBUILD_EXE_PATH"] = null,
        ["RunAnalyzers"] = "false",
    };

    /// <summary>The folder of its source, built.</summary>
    public static async Task<string> Built(string root, CancellationToken cancel)
    {
        var git = Shell.Find("git") ?? throw new CannotGoOnException("git is not installed: the previous release is taken from the repository.");
        var name = File.ReadLines(Path.Combine(root, Named)).Single(line => line.Length > 0 && !line.StartsWith('#'));
        var commit = await Shell.Run([git, "rev-parse", "--verify", "--quiet", name + "^{commit}"], cancel, root);
        if (!commit.Ok)
            throw new CannotGoOnException($"{Named} names {name}, which this clone does not hold: it is shallow or came without tags. Get the rest: git fetch --unshallow --tags (or, in a whole clone, git fetch --tags)");

        var folder = Path.Combine(root, ".local", "upgrade", commit.Output.Trim());
        if (!Directory.Exists(folder))
            await TakeOut(git, root, commit.Output.Trim(), folder, cancel);
        if (!File.Exists(Path.Combine(folder, Stamp)))
            await Make(folder, cancel);
        return folder;
    }

    static async Task TakeOut(string git, string root, string commit, string folder, CancellationToken cancel)
    {
        var making = folder + ".making";
        if (Directory.Exists(making))
            Directory.Delete(making, recursive: true);
        Directory.CreateDirectory(making);
        await Shell.MustRun("Taking out the previous release", ["sh", "-c", "\"$1\" archive --format=tar \"$2\" | tar -xf - -C \"$3\"", "sh", git, commit, making], cancel, root);
        Directory.Move(making, folder);
    }

    /// <summary>The services and the program that takes workers through their journeys; none of its tests.</summary>
    static async Task Make(string folder, CancellationToken cancel)
    {
        string[] projects = [.. Service.All.Where(s => s.IsIn(folder)).Select(s => $"services/{s.Name}/Gms.{s.Name}.csproj"), "deploy/local/Gms.Local.csproj"];
        await File.WriteAllTextAsync(Path.Combine(folder, Filter), JsonSerializer.Serialize(new { solution = new { path = "Registry.sln", projects = projects.Select(p => p.Replace('/', '\\')) } }), cancel);
        await Shell.MustRun("Building the previous release", ["dotnet", "build", Filter, "-c", "Release", "--nologo", "-nodeReuse:false", "-v", "quiet", "-clp:ErrorsOnly"], cancel, folder, Environment);
        await File.WriteAllTextAsync(Path.Combine(folder, Stamp), "", cancel);
    }
}
