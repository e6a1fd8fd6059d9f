using System.Globalization;
using System.Text;
using System.Threading.RateLimiting;
using Gms.Platform;
using Gms.Portal.Sessions;
using Gms.Registry.V1;
using Grpc.Core;
using Microsoft.AspNetCore.RateLimiting;

namespace Gms.Portal.Figures;

/// <summary>
/// Figures of flows and stocks as files for everybody: /figures lists the tables, /figures/TABLE.csv and .json give one, by country and year. Nobody signs
/// in; an address that asks very often waits. What is small was hidden by the Registry.
/// </summary>
static class FlowFiles
{
    internal const string Policy = "figures";
    const int AskedInAMinute = 60;

    static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddFlowFiles(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = $"{(int)Window.TotalSeconds}";
            return ValueTask.CompletedTask;
        };
        limits.AddPolicy(Policy, PerAddress);
    });

    internal static RateLimitPartition<string> PerAddress(HttpContext http) =>
        RateLimitPartition.GetFixedWindowLimiter(AddressPart.Of(http.Connection.RemoteIpAddress), _ => new() { PermitLimit = AskedInAMinute, Window = Window });

    public static void MapFlowFiles(this IEndpointRouteBuilder app)
    {
        var figures = app.MapGroup("/figures").AllowAnonymous().RequireRateLimiting(Policy);
        figures.MapGet("", (Channels channels) => Told(async () => Results.Json((await Client(channels).ListFlowTablesAsync(new(), Headers, Deadline)).Tables.Select(t => new { t.Code, t.Title, t.OfOrigin }))));
        figures.MapGet("/{table}.csv", (string table, string? country, string? year, Channels channels) =>
            Told(async () => Results.File(Encoding.UTF8.GetBytes(Csv(await Read(channels, table, country, year))), "text/csv; charset=utf-8", $"{table}-{country}.csv")));
        figures.MapGet("/{table}.json", (string table, string? country, string? year, Channels channels) =>
            Told(async () => Results.Json(Json(await Read(channels, table, country, year)))));
    }

    static Metadata Headers => new() { { "gms-purpose", "statistics" } };

    static DateTime Deadline => DateTime.UtcNow.AddSeconds(10);

    static Statistics.StatisticsClient Client(Channels channels) => new(channels.To("Registry"));

    /// <summary>What is no year is sent as one that no table has: the Registry refuses it by its field, as it refuses a missing country.</summary>
    static async Task<ReadFlowsResponse> Read(Channels channels, string table, string? country, string? year) =>
        await Client(channels).ReadFlowsAsync(new() { Table = table, Country = country ?? "", Year = YearOf(year) }, Headers, Deadline);

    static int YearOf(string? year) => string.IsNullOrEmpty(year) ? 0 : int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : -1;

    /// <summary>A refusal says in the same words as a page what is wrong and what to do.</summary>
    static async Task<IResult> Told(Func<Task<IResult>> ask)
    {
        try
        {
            return await ask();
        }
        catch (RpcException refused)
        {
            return Results.Json(Refusal.Of(refused).Problems.Select(p => new { p.Code, p.Message, p.Remedy }),
                statusCode: refused.StatusCode is StatusCode.InvalidArgument ? StatusCodes.Status400BadRequest : StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>One line a count; an empty row or column value is the total, an empty count is hidden. Values are codes: nothing needs quotes.</summary>
    internal static string Csv(ReadFlowsResponse table)
    {
        var lines = new StringBuilder("row,column,count,hidden\r\n");
        foreach (var count in table.Counts)
            lines.Append(CultureInfo.InvariantCulture, $"{count.Values[0]},{count.Values[1]},{(count.Suppressed ? "" : count.Count)},{(count.Suppressed ? "true" : "false")}\r\n");
        return lines.ToString();
    }

    static object Json(ReadFlowsResponse table) => new
    {
        table.Title,
        From = Day(table.From),
        Before = Day(table.Before),
        table.Threshold,
        Counts = table.Counts.Select(c => new { Row = c.Values[0], Column = c.Values[1], Count = c.Suppressed ? (long?)null : c.Count, Hidden = c.Suppressed }),
    };

    static string? Day(Gms.Type.V1.Date? day) => day is null ? null : $"{day.Year:0000}-{day.Month:00}-{day.Day:00}";
}
