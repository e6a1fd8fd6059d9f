using System.Net;
using System.Text.Json;
using Xunit;

namespace Gms.Journeys;

/// <summary>Figures as anybody takes them from the Portal: without sign-in, as files, at a limited rate.</summary>
public sealed class FiguresTests(WholeSystem whole)
{
    [Fact]
    public async Task Anybody_takes_the_tables_as_csv_and_json_a_wrong_question_says_what_to_do_and_whoever_asks_too_often_waits()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var http = new HttpClient { BaseAddress = whole.System["Portal"].Web };

        var tables = JsonDocument.Parse(await http.GetStringAsync("/figures", cancel)).RootElement.EnumerateArray().Select(t => t.GetProperty("code").GetString()!).ToList();
        Assert.Contains("outflow-by-destination-and-sex", tables);

        var csv = await http.GetAsync("/figures/outflow-by-destination-and-sex.csv?country=LA&year=2025", cancel);
        Assert.Equal(("text/csv", "outflow-by-destination-and-sex-LA.csv"), (csv.Content.Headers.ContentType!.MediaType, csv.Content.Headers.ContentDisposition!.FileName));
        Assert.StartsWith("row,column,count,hidden", await csv.Content.ReadAsStringAsync(cancel), StringComparison.Ordinal);
        var json = JsonDocument.Parse(await http.GetStringAsync("/figures/stock-by-origin-and-sex.json?country=TH", cancel)).RootElement;
        Assert.Equal(10, json.GetProperty("threshold").GetInt32());

        var wrong = await http.GetAsync("/figures/people-by-name.csv?country=LA", cancel);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Contains("VALUE_UNKNOWN", await wrong.Content.ReadAsStringAsync(cancel), StringComparison.Ordinal);

        foreach (var (question, field) in new[] { ("", "FIELD_REQUIRED"), ("?country=LA&year=abc", "OUT_OF_RANGE") })
        {
            var incomplete = await http.GetAsync("/figures/outflow-by-destination-and-sex.csv" + question, cancel);
            Assert.Equal(HttpStatusCode.BadRequest, incomplete.StatusCode);
            Assert.Contains(field, await incomplete.Content.ReadAsStringAsync(cancel), StringComparison.Ordinal);
        }

        var often = new List<HttpResponseMessage>();
        for (var i = 0; i < 61; i++)
            often.Add(await http.GetAsync("/figures", cancel));
        Assert.Contains(often, r => r.StatusCode == HttpStatusCode.TooManyRequests && r.Headers.RetryAfter is not null);
    }
}
