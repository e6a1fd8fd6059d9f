using Gms.Local;
using Xunit;

namespace Gms.Containers;

public sealed class KubernetesTests
{
    static readonly string Folder = Path.Combine(Environment.GetEnvironmentVariable("REGISTRY_ROOT")!, "deploy", "kubernetes");

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_object_is_as_Kubernetes_schemas_want_it()
    {
        if (!Debian.HasNode)
            await Debian.Install(["nodejs", "npm"], Cancel);
        var check = Path.Combine(Folder, "check");
        await Shell.MustRun("npm ci", ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], Cancel, check);

        Assert.Contains(", 0 wrong", await Shell.MustRun("The check", ["node", "check.mjs"], Cancel, check), StringComparison.Ordinal);

        // Seen to find what is wrong.
        var wrong = Path.Combine(Directory.CreateTempSubdirectory("gms-kubernetes").FullName, "wrong.yaml");
        await File.WriteAllTextAsync(wrong, (await File.ReadAllTextAsync(Path.Combine(Folder, "base", "registry.yaml"), Cancel)).Replace("runAsNonRoot: true", "runAsNonRoot: perhaps", StringComparison.Ordinal), Cancel);
        Assert.Equal(1, (await Shell.Run(["node", "check.mjs", wrong], Cancel, check)).Code);
    }

    [Fact]
    public void Every_service_of_the_compose_file_is_there_and_in_both_overlays()
    {
        var kustomization = File.ReadAllText(Path.Combine(Folder, "base", "kustomization.yaml"));
        foreach (var service in Service.All.Select(s => s.ClientId))
        {
            Assert.Contains($"- {service}.yaml", kustomization, StringComparison.Ordinal);
            foreach (var overlay in new[] { "trial", "production" })
                Assert.Contains($"name: gms/{service},", File.ReadAllText(Path.Combine(Folder, "overlays", overlay, "kustomization.yaml")), StringComparison.Ordinal);
        }
    }
}
