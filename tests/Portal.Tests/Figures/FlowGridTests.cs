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

    static WorkerCount Of(string row, string column, long count) => new() { Values = { row, column }, Count = count };
}
