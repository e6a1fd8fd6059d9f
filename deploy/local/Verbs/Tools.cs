namespace Gms.Local.Verbs;

/// <summary>Verbs that hand over to a tool of the checkout and show what it prints.</summary>
static class Tools
{
    public static Task<int> Format(string checkout, CancellationToken cancel) =>
        Show(["dotnet", "format", "Registry.sln"], checkout, cancel);

    /// <summary><c>protos</c>: what protos/package.json calls "check" (lint, and breaking changes against main).</summary>
    public static async Task<int> Protos(string checkout, CancellationToken cancel)
    {
        var folder = Path.Combine(checkout, "protos");
        if (!File.Exists(Path.Combine(folder, "package.json")))
            throw new CannotGoOnException("protos/package.json is missing; it names the checks to run.");
        if (!Debian.HasNode)
            await Steps.Show(steps => steps.Run("Installing nodejs, npm", () => Debian.Install(["nodejs", "npm"], cancel)));
        var code = await Show(["npm", "ci", "--no-audit", "--no-fund"], folder, cancel);
        return code != 0 ? code : await Show(["npm", "run", "--silent", "check"], folder, cancel);
    }

    static async Task<int> Show(IReadOnlyList<string> command, string folder, CancellationToken cancel) =>
        (await Shell.Run(command, cancel, folder, Build.DotnetQuiet, Console.WriteLine)).Code;
}
