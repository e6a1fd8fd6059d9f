using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace Gms.Conventions;

/// <summary>What the manifests leave room for, and let through.</summary>
public sealed partial class KubernetesTests
{
    const string Base = "deploy/kubernetes/base/", Production = "deploy/kubernetes/overlays/production/";

    [Fact]
    public void Several_uploads_at_once_fit_into_the_Portal_s_temporary_folder_and_into_its_memory()
    {
        var portal = Checkout.Read(Base + "portal.yaml");
        var most = Number(MostMegabytes(), Checkout.Read("services/Portal/Uploads/UploadFile.cs"));
        var (folder, memory) = (Number(TemporaryFolder(), portal), Number(Memory(), portal));

        Assert.True(folder >= 4 * 2 * most, $"A file lies there twice, as it comes and as it is sent on: four of {most} MB do not fit into {folder} MiB.");
        Assert.True(memory >= folder + 640, $"What lies there counts as memory: of {memory} MiB are {memory - folder} left for the process.");
    }

    [Fact]
    public void Access_is_told_by_what_messages_leave_and_may_reach_it()
    {
        var settings = MessageSetting().Matches(Checkout.Read("services/Access/README.md")).SelectMany(row => Names().Matches(row.Groups["row"].Value).Select(n => row.Groups["begin"].Value + n.Groups[1].Value))
            .Where(name => !name.EndsWith("Headers__", StringComparison.Ordinal)).ToList();
        Assert.Contains("Messages__Smtp__PasswordFile", settings);
        Assert.Contains("Messages__Sms__SecretFile", settings);
        var access = Checkout.Read(Base + "access.yaml");
        Broken.None(settings.Where(name => !access.Contains($"{{key: {name}, path: settings/{name}}}", StringComparison.Ordinal)), "Not among the files of access.yaml:");

        var way = Checkout.Read(Production + "messages.yaml");
        Assert.Contains("messages.yaml", Checkout.Read(Production + "kustomization.yaml"), StringComparison.Ordinal);
        Assert.Matches(@"podSelector: \{matchLabels: \{app: access\}\}\s+policyTypes: \[Egress\]", way);
        foreach (var port in new[] { 443, 465, 587 })
            Assert.Contains($"port: {port}}}", way, StringComparison.Ordinal);
        Assert.DoesNotContain("0.0.0.0/0", way, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_is_called_lets_those_in_who_call()
    {
        var network = Checkout.Read(Base + "network.yaml").Split("\n---\n");
        foreach (var (part, port, callers) in new[] { ("database", 5432, new[] { "service", "schema" }), ("broker", 5671, ["service"]), ("collector", 4318, ["service"]) })
        {
            var policy = Assert.Single(network, p => p.Contains($"  podSelector: {{matchLabels: {{part: {part}}}}}\n", StringComparison.Ordinal));
            var from = string.Join(", ", callers.Select(c => $"{{podSelector: {{matchLabels: {{part: {c}}}}}}}"));
            Assert.Contains($"- from: [{from}]\n      ports: [{{protocol: TCP, port: {port}}}]", policy, StringComparison.Ordinal);
            Assert.All(callers, caller => Assert.Contains(network, p => p.Contains($"  podSelector: {{matchLabels: {{part: {caller}}}}}\n", StringComparison.Ordinal)
                && p.Contains($"- to: [{{podSelector: {{matchLabels: {{part: {part}}}}}}}]\n      ports: [{{protocol: TCP, port: {port}}}]", StringComparison.Ordinal)));
        }
    }

    /// <summary>They run before the rest, chosen by their own label: that of their pods is not asked for by `kubectl apply --selector`.</summary>
    [Fact]
    public void Jobs_of_the_schema_are_chosen_by_label()
    {
        var jobs = Checkout.Read(Base + "schema.yaml").Split("\n---\n");

        Assert.Equal(6, jobs.Length);
        Assert.All(jobs, job => Assert.Matches(@"kind: Job\nmetadata:\n  name: (schema-[a-z-]+)\n  labels: \{app: \1, part: schema\}\n", job));
    }

    static int Number(Regex of, string text) => int.Parse(of.Match(text).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"MostMegabytes = (\d+);")]
    private static partial Regex MostMegabytes();

    [GeneratedRegex(@"name: tmp\s+emptyDir: \{medium: Memory, sizeLimit: (\d+)Mi\}")]
    private static partial Regex TemporaryFolder();

    [GeneratedRegex(@"limits: \{memory: (\d+)Mi\}")]
    private static partial Regex Memory();

    /// <summary>A row of the table of settings: the first is named in full, the others by what follows.</summary>
    [GeneratedRegex(@"^\| `(?<begin>Messages__(?:Smtp|Sms))(?<row>__[^|]*)\|", RegexOptions.Multiline)]
    private static partial Regex MessageSetting();

    [GeneratedRegex(@"(?:^|`)(__\w+)")]
    private static partial Regex Names();
}
