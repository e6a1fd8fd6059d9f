using System.Globalization;
using System.Text;
using Gms.DepartureOrientation.V1;
using Gms.Portal.Languages;
using Gms.Portal.Sessions;
using Gms.Portal.Uploads;
using Gms.Recruitment.V1;
using Gms.Registry.V1;
using Grpc.Core;

namespace Gms.Portal.LabourMinistry;

/// <summary>The tables of a ministry's figures as files: codes and numbers, the same in every language. What is hidden on the page is empty here.</summary>
static class DashboardFiles
{
    public static void MapDashboardFiles(this IEndpointRouteBuilder app)
    {
        app.MapGet("/dashboard/waiting.csv", (HttpContext http, Services services) => Told(http, "waiting", async country =>
            Csv(await new Queues.QueuesClient(services.To("Registry", "departure-clearance")).CountWaitingAsync(new() { Country = country }, cancellationToken: http.RequestAborted))));
        app.MapGet("/dashboard/reach.csv", (HttpContext http, Services services, string? year) => Told(http, "reach", async country =>
            Csv(await new Outreach.OutreachClient(services.To("DepartureOrientation", "statistics")).CountOrientedAsync(new() { Country = country, Year = YearOf(year) }, cancellationToken: http.RequestAborted))));
        app.MapGet("/dashboard/costs.csv", (HttpContext http, Services services, string? year) => Told(http, "sdg-10-7-1", async country =>
            Csv(await new Recruitment.V1.Statistics.StatisticsClient(services.To("Recruitment", "statistics")).ReadRecruitmentCostsAsync(new() { Country = country, Year = YearOf(year) }, cancellationToken: http.RequestAborted))));
    }

    /// <summary>What is no year is sent as one that no table has: the service refuses it.</summary>
    static int YearOf(string? year) => string.IsNullOrEmpty(year) ? 0 : int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : -1;

    static async Task<IResult> Told(HttpContext http, string name, Func<string, Task<string>> read)
    {
        var country = Offers.CountryOf(http.User) ?? "";
        try
        {
            return Results.File(Encoding.UTF8.GetBytes(await read(country)), "text/csv; charset=utf-8", $"{name}-{country}.csv");
        }
        catch (RpcException refused)
        {
            return Results.StatusCode(refused.StatusCode switch
            {
                StatusCode.PermissionDenied => StatusCodes.Status403Forbidden,
                StatusCode.InvalidArgument => StatusCodes.Status400BadRequest,
                _ => StatusCodes.Status503ServiceUnavailable,
            });
        }
    }

    internal static string Csv(CountWaitingResponse counted) => File(
        ["queue", "reason", "count", "under_a_day", "under_three_days", "under_a_week", "a_week_or_more", "oldest_since"],
        counted.Waiting.Select(w => (string[])[$"{w.Queue}", w.Reason, $"{w.Count}", .. WaitingWords.Ages(w).Select(a => $"{a}"), w.OldestSince.ToDateTimeOffset().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)]));

    internal static string Csv(CountOrientedResponse counted) => File(
        ["corridor", "sex", "count", "hidden"],
        counted.ByCorridor.Select(c => (string[])[c.Value, c.Sex, c.Suppressed ? "" : $"{c.Count}", c.Suppressed ? "true" : "false"]));

    internal static string Csv(ReadRecruitmentCostsResponse costs) => File(
        ["origin", "destination", "measure", "counted", "not_counted", "paid_nothing", "mean_months", "median_months"],
        costs.Corridors.Select(c => (string[])[c.Origin, c.Destination, $"{c.Measure}", Number(c.HasCounted, c.Counted), Number(c.HasNotCounted, c.NotCounted), Number(c.HasPaidNothing, c.PaidNothing), Number(c.HasMeanMonths, c.MeanMonths), Number(c.HasMedianMonths, c.MedianMonths)]));

    static string Number(bool told, double value) => told ? value.ToString("0.###", CultureInfo.InvariantCulture) : "";

    static string File(string[] columns, IEnumerable<string[]> rows) => string.Concat(rows.Prepend(columns).Select(row => RowReport.Line(row) + "\r\n"));
}
