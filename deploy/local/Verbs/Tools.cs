namespace Gms.Local.Verbs;

/// <summary>Verbs that hand over to a tool of the checkout and show what it prints.</summary>
static class Tools
{
    public static Task<int> Format(string checkout, CancellationToken cancel) =>
        Show(["dotnet", "format", "Registry.sln"], checkout, cancel);

    /// <summary><c>protos</c>: what protos/package.json calls "check", lint and breaking changes against protos/registry.binpb; with --accept that file is written anew.</summary>
    public static async Task<int> Protos(string checkout, bool accept, CancellationToken cancel)
    {
        var folder = Path.Combine(checkout, "protos");
        if (!Debian.HasNode)
            await Steps.Show(steps => steps.Run("Installing nodejs, npm", () => Debian.Install(["nodejs", "npm"], cancel)));
        var code = await Show(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], folder, cancel);
        return code != 0 ? code : await Show(["npm", "run", "--silent", accept ? "accept" : "check"], folder, cancel);
    }

    /// <summary><c>docs</c>: tests/Conventions compares what is generated, and writes it when told to.</summary>
    public static async Task<int> Docs(string checkout, CancellationToken cancel)
    {
        var project = Path.Combine(checkout, "tests", "Conventions", "Gms.Conventions.csproj");
        var code = await Show(["dotnet", "build", project, "-c", "Release", "--nologo", "-v", "quiet", "-clp:NoSummary", "-nodeReuse:false"], checkout, cancel);
        var writes = new Dictionary<string, string?>(Build.DotnetQuiet) { ["REGISTRY_WRITE_DOCS"] = "1", ["REGISTRY_ROOT"] = checkout };
        string[] write = ["dotnet", "test", project, "--no-build", "-c", "Release", "--nologo", "--filter", "FullyQualifiedName~up_to_date|FullyQualifiedName~is_pinned"];
        return code != 0 ? code : (await Shell.Run(write, cancel, checkout, writes, Console.WriteLine)).Code;
    }

    static async Task<int> Show(IReadOnlyList<string> command, string folder, CancellationToken cancel) =>
        (await Shell.Run(command, cancel, folder, Build.DotnetQuiet, Console.WriteLine)).Code;
}
