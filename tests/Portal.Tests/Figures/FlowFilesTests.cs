using Gms.Portal.Figures;
using Gms.Registry.V1;
using Xunit;

namespace Gms.Portal.Tests.Figures;

public sealed class FlowFilesTests
{
    [Fact]
    public void A_hidden_count_is_empty_and_says_so_and_the_total_has_no_value() => Assert.Equal(
        "row,column,count,hidden\r\n,,30,false\r\nTH,female,,true\r\n",
        FlowFiles.Csv(new() { Counts = { new WorkerCount { Values = { "", "" }, Count = 30 }, new WorkerCount { Values = { "TH", "female" }, Suppressed = true } } }));
}
