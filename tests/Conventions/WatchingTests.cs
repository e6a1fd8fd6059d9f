using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Gms.Conventions;

/// <summary>What is watched is what is told: an alert or a picture of a figure that no service tells stays quiet for ever.</summary>
public sealed partial class WatchingTests
{
    const string Alerts = "deploy/images/alerts.yaml", Dashboards = "deploy/images/dashboards";

    /// <summary>Figures that others tell, by what makes them come: a line of a file of ours.</summary>
    static readonly Dictionary<string, (string File, string Line)> ByOthers = new()
    {
        ["http_server_request_duration_seconds"] = ("services/Platform/Hosting/Telemetry.cs", "Microsoft.AspNetCore.Hosting"),
        ["rabbitmq_detailed_queue_messages"] = ("deploy/images/prometheus.yaml", "queue_coarse_metrics"),
    };

    /// <summary>Labels that others set: the collector by resource, ASP.NET Core, a histogram, RabbitMQ, Prometheus.</summary>
    static readonly string[] LabelsOfOthers = ["service_name", "http_route", "le", "queue", "alertstate"];

    static readonly IReadOnlyList<(string Figure, bool Spread)> Told = [.. Gauges().Concat(Instruments())];

    static IEnumerable<(string Where, string Query)> Queries => Asked.Concat(Rules().Matches(Checkout.Read(Alerts)).Select(m => (Alerts, m.Groups[1].Value)));

    static IEnumerable<(string Where, string Query)> Asked =>
        from file in Checkout.Files(".json", Dashboards)
        from panel in JsonDocument.Parse(Checkout.Read(file)).RootElement.GetProperty("panels").EnumerateArray()
        from target in panel.GetProperty("targets").EnumerateArray()
        select ($"{file}: {panel.GetProperty("title").GetString()}", target.GetProperty("expr").GetString()!);

    [Fact]
    public void There_is_something_to_watch()
    {
        Assert.Contains(("gms_departures_waiting_for_parts_oldest_seconds", false), Told);
        Assert.Contains(("gms_outbox_lag_seconds", true), Told);
        Assert.Contains(("gms_sign_ins_refused_total", false), Told);
        Assert.True(Queries.Count() > 20);
        Assert.All(ByOthers.Values, by => Assert.Contains(by.Line, Checkout.Read(by.File), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_figure_that_an_alert_or_a_dashboard_asks_for_is_told() => Broken.None(
        from query in Queries
        from name in Names().Matches(query.Query).Select(m => m.Value)
        where !IsTold(name)
        select $"{query.Where}: {name}",
        "No service tells this figure (names as the collector makes them: dots are underscores, the unit and, for what only grows, _total are added):");

    [Fact]
    public void Every_label_that_is_asked_for_is_set() => Broken.None(
        from query in Queries
        let plain = Text().Replace(query.Query, "\"\"")
        from label in By().Matches(plain).SelectMany(m => m.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries)).Concat(Compared().Matches(plain).Select(m => m.Groups[1].Value))
        where !Labels.Contains(label)
        select $"{query.Where}: {label}",
        "No figure has this label:");

    [Fact]
    public void Every_figure_that_a_service_tells_of_itself_is_in_a_picture() => Broken.None(
        Told.Select(t => t.Figure).Where(figure => !Asked.Any(query => query.Query.Contains(figure, StringComparison.Ordinal))),
        $"Told and never shown (a panel of {Dashboards}):");

    [Fact]
    public void Every_picture_has_a_name_of_its_own_and_the_source_that_is_set_up()
    {
        var source = Source().Match(Checkout.Read("deploy/images/grafana/datasources/prometheus.yaml")).Groups[1].Value;
        var files = Checkout.Files(".json", Dashboards).ToList();

        Assert.NotEmpty(files);
        Assert.Equal(files.Count, files.Select(f => JsonDocument.Parse(Checkout.Read(f)).RootElement.GetProperty("uid").GetString()).Distinct().Count());
        Broken.None(
            from file in files
            from panel in JsonDocument.Parse(Checkout.Read(file)).RootElement.GetProperty("panels").EnumerateArray()
            where panel.GetProperty("datasource").GetProperty("uid").GetString() != source || panel.GetProperty("description").GetString() is not { Length: > 0 }
            select $"{file}: {panel.GetProperty("title").GetString()}",
            $"A panel says what it shows and asks {source}:");
    }

    static bool IsTold(string name) =>
        ByOthers.Keys.Concat(Told.Select(t => t.Figure)).Contains(name)
        || (Spread().Match(name) is { Success: true } part && (Told.Contains((part.Groups[1].Value, true)) || ByOthers.ContainsKey(part.Groups[1].Value)));

    static readonly HashSet<string> Labels =
    [
        .. LabelsOfOthers,
        .. Sources.SelectMany(s => Tags().Matches(s)).Select(m => m.Groups[1].Value),
        .. Sources.SelectMany(s => FigureOfRows().Matches(s)).Select(m => m.Groups["tag"].Value).Where(t => t.Length > 0),
    ];

    static IEnumerable<string> Sources => Checkout.Files(".cs", "services").Select(Checkout.Read);

    static IEnumerable<(string, bool)> Gauges() => Sources.SelectMany(s => FigureOfRows().Matches(s)).Select(m => (Named(m.Groups["name"].Value, m.Groups["unit"].Value, grows: false), false));

    static IEnumerable<(string, bool)> Instruments() => Sources.SelectMany(s => Instrument().Matches(s))
        .Select(m => (Named(m.Groups["name"].Value, m.Groups["unit"].Value, m.Groups["kind"].Value == "Counter"), m.Groups["kind"].Value == "Histogram"));

    /// <summary>As the collector's exporter names it for Prometheus.</summary>
    static string Named(string name, string unit, bool grows) => name.Replace('.', '_') + (unit == "s" ? "_seconds" : "") + (grows ? "_total" : "");

    [GeneratedRegex("""new\("(?<name>gms\.[a-z_.]+)", "(?<unit>[^"]*)", "[^"]*",\s*"[^"]*"(, "(?<tag>[a-z_]+)")?\)""")]
    private static partial Regex FigureOfRows();

    [GeneratedRegex("""Create(?<kind>Counter|Histogram)<\w+>\("(?<name>gms\.[a-z_.]+)"(, "(?<unit>[^"]*)")?""")]
    private static partial Regex Instrument();

    [GeneratedRegex("""KeyValuePair<string, object\?>\("([a-z_]+)",""")]
    private static partial Regex Tags();

    [GeneratedRegex(@"^\s+expr: (.+)$", RegexOptions.Multiline)]
    private static partial Regex Rules();

    [GeneratedRegex(@"\b(gms|http|rabbitmq|messaging|db|dotnet|process|kestrel|aspnetcore)_[a-z_]+\b(?=[\s({)\[]|$)")]
    private static partial Regex Names();

    [GeneratedRegex("^(.+)_(bucket|sum|count)$")]
    private static partial Regex Spread();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Text();

    [GeneratedRegex(@"\bby \(([^)]*)\)")]
    private static partial Regex By();

    [GeneratedRegex("[{,]([a-z_]+)(?:=~|!~|!=|=)\"")]
    private static partial Regex Compared();

    [GeneratedRegex(@"^\s+uid: (\S+)$", RegexOptions.Multiline)]
    private static partial Regex Source();
}
