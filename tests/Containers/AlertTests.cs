using System.Text.RegularExpressions;
using Xunit;

namespace Gms.Containers;

[Collection(nameof(ContainerSystem))]
public sealed partial class AlertTests(ContainerSystem whole)
{
    static readonly string Rules = Read("deploy/images/alerts.yaml");

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_alert_is_quiet_when_all_is_well_and_fires_when_it_should() =>
        Assert.Contains("SUCCESS", await whole.Tool(Cancel, "promtool", "test", "rules", "alerts.test.yaml"), StringComparison.Ordinal);

    [Fact]
    public void Each_alert_is_tried_and_has_a_page_that_says_what_to_do()
    {
        var (tries, pages) = (Read("deploy/images/alerts.test.yaml"), Read("docs/operations.md"));
        var alerts = Alert().Matches(Rules).Select(m => m.Groups[1].Value).ToList();

        Assert.NotEmpty(alerts);
        Assert.All(alerts, name => Assert.Contains($"alertname=\"{name}\",alertstate=\"firing\"", tries, StringComparison.Ordinal));
        Assert.All(alerts, name => Assert.Contains($"\n### {name}\n", pages, StringComparison.Ordinal));
        Assert.All(alerts, name => Assert.Contains($"what_to_do: \"docs/operations.md#{name.ToLowerInvariant()}\"", Rules, StringComparison.Ordinal));
    }

    static string Read(string file) => File.ReadAllText(Path.Combine(Environment.GetEnvironmentVariable("REGISTRY_ROOT")!, file));

    [GeneratedRegex(@"- alert: (\S+)")]
    private static partial Regex Alert();
}
