using System.Text.RegularExpressions;
using Gms.ErrorQueues.V1;
using Gms.Local;
using Gms.Local.Demo;
using Gms.Registry.V1;
using Gms.Type.V1;
using Xunit;

namespace Gms.Containers;

[Collection(nameof(ContainerSystem))]
public sealed partial class AlertTests(ContainerSystem whole)
{
    static readonly string Rules = Read("deploy/images/alerts.yaml");

    /// <summary>Counted from the first time that it happens: an error queue is made when the first event is given up, which another test here does.</summary>
    static readonly string[] WhenItHappens = ["CallsTurnedAway", "SignInsRefused", "EventsGivenUp"];

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

    /// <summary>With its threshold at nothing, each sees something; and the one that looks for what is missing misses nothing.</summary>
    [Fact]
    public async Task Each_alert_looks_at_what_the_services_really_tell()
    {
        foreach (var (name, asks) in Asked().Matches(Rules).Select(m => (m.Groups[1].Value, m.Groups[2].Value)).Where(a => !WhenItHappens.Contains(a.Item1)))
        {
            var (query, wanted) = name == "ServiceSilent" ? (asks, false) : (Threshold().Replace(asks, " >= 0"), true);
            var seen = "";
            Assert.True(
                await Wait.For(async stop => (seen = await whole.Measured(query, stop)).Contains("\"value\"", StringComparison.Ordinal) == wanted, TimeSpan.FromMinutes(4), Cancel),
                $"{name}: Prometheus answers {seen} to {query}");
        }
    }

    [Fact]
    public async Task What_a_handler_gave_up_on_fires_and_is_quiet_when_it_was_sent_again()
    {
        const string firing = "ALERTS{alertname=\"EventsGivenUp\",alertstate=\"firing\"}";
        await whole.Ask("registry", "REVOKE INSERT ON inbox FROM registry_app; SELECT 'done'", Cancel);
        try
        {
            await new Workers.WorkersClient(whole.Offices.To("Registry", Account.Ministry("KH"), "enrolment")).EnrolWorkerAsync(new()
            {
                RequestId = Guid.NewGuid().ToString(),
                Country = "KH",
                Names = { new PersonName { Full = "Alert " + Guid.NewGuid().ToString("N") } },
                BirthDate = new() { Year = 1990, Month = 7, Day = 4 },
                Sex = Sex.Female,
                Nationality = "KH",
                Document = new() { Kind = "BORDER_PASS", Issuer = "KH", Number = "A" + Guid.NewGuid().ToString("N")[..7], ValidUntil = new() { Year = 2032, Month = 6, Day = 30 } },
            }, cancellationToken: Cancel);
            Assert.True(await Wait.For(async stop => (await whole.Measured(firing, stop)).Contains("\"value\"", StringComparison.Ordinal), TimeSpan.FromMinutes(5), Cancel), "The alert did not fire within five minutes.");
        }
        finally
        {
            await whole.Ask("registry", "GRANT INSERT ON inbox TO registry_app; SELECT 'done'", Cancel);
        }

        var errors = new Gms.ErrorQueues.V1.ErrorQueues.ErrorQueuesClient(whole.Offices.To("Registry", "administrator", "administration"));
        foreach (var queue in (await errors.ListErrorsAsync(new(), cancellationToken: Cancel)).Queues)
            Assert.Equal(queue.Messages, (await errors.RedriveAsync(new() { RequestId = Guid.NewGuid().ToString(), Queue = queue.Queue }, cancellationToken: Cancel)).Moved);
        Assert.True(await Wait.For(async stop => !(await whole.Measured(firing, stop)).Contains("\"value\"", StringComparison.Ordinal), TimeSpan.FromMinutes(5), Cancel), "The alert did not end.");
    }

    static string Read(string file) => File.ReadAllText(Path.Combine(Environment.GetEnvironmentVariable("REGISTRY_ROOT")!, file));

    [GeneratedRegex(@"- alert: (\S+)\s+expr: (.+)")]
    private static partial Regex Asked();

    [GeneratedRegex(@" > \d+$")]
    private static partial Regex Threshold();

    [GeneratedRegex(@"- alert: (\S+)")]
    private static partial Regex Alert();
}
