using System.Text.Json;
using Gms.Portal.Figures;
using Gms.Portal.Languages;
using Gms.Registry.V1;
using Xunit;

namespace Gms.Portal.Tests.Figures;

public sealed class FlowGridTests
{
    [Fact]
    public void A_table_has_words_totals_last_and_hidden_counts_that_are_no_zero()
    {
        var grid = FlowGrid.Of(Texts.In(Language.English), new()
        {
            Counts =
            {
                Of("", "", 1234), Of("", "Female", 1200), Of("TH", "", 1230), Of("TH", "Female", 1200),
                new WorkerCount { Values = { "ZZ", "Female" }, Suppressed = true },
            },
        });

        Assert.Equal(["Female", "Total"], grid.Columns);
        Assert.Equal(["Thailand", "Not known", "Total"], grid.Rows.Select(r => r.Name));
        Assert.Equal(["1,200", "1,230"], grid.Rows[0].Counts);
        Assert.Equal(["*", "0"], grid.Rows[1].Counts);
        Assert.Equal(["1,200", "1,234"], grid.Rows[2].Counts);
    }

    [Fact]
    public void Sectors_sexes_and_what_is_not_known_are_told_in_the_reader_s_words()
    {
        var lao = Texts.In(Language.Find("lo")!);

        Assert.Equal(["ກໍ່ສ້າງ", Labels.Of(lao.Language, "sex", "Female")!, lao["coverage.not_known"], lao.Country("TH"), "25-34", lao["isco.8"]], new[] { "CONSTRUCTION", "female", "unknown", "TH", "25-34", "8" }.Select(v => FlowGrid.Name(lao, v)));
    }

    /// <summary>The titles are Registry's: in English they are told word for word.</summary>
    [Fact]
    public void Every_published_table_has_a_title_in_every_language()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Environment.GetEnvironmentVariable("REGISTRY_ROOT") ?? throw new InvalidOperationException("REGISTRY_ROOT is not set."), "services", "Registry", "Data", "flow_tables.json")));
        var tables = file.RootElement.GetProperty("tables").EnumerateArray().ToDictionary(t => $"flow.{t.GetProperty("code").GetString()}", t => t.GetProperty("title").GetString());

        Assert.Contains("flow.outflow-by-sector-and-sex", tables.Keys);
        Assert.Equal(tables.OrderBy(t => t.Key, StringComparer.Ordinal), Texts.In(Language.English).Keys.Where(k => k.StartsWith("flow.", StringComparison.Ordinal)).ToDictionary(k => k, k => (string?)Texts.In(Language.English)[k]).OrderBy(t => t.Key, StringComparer.Ordinal));
    }

    static WorkerCount Of(string row, string column, long count) => new() { Values = { row, column }, Count = count };
}
