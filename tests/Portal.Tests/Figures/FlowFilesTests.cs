using System.Net;
using Gms.Portal.Figures;
using Gms.Registry.V1;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Gms.Portal.Tests.Figures;

public sealed class FlowFilesTests
{
    [Fact]
    public void A_hidden_count_is_empty_and_says_so_and_the_total_has_no_value() => Assert.Equal(
        "row,column,count,hidden\r\n,,30,false\r\nTH,female,,true\r\n",
        FlowFiles.Csv(new() { Counts = { new WorkerCount { Values = { "", "" }, Count = 30 }, new WorkerCount { Values = { "TH", "female" }, Suppressed = true } } }));

    [Fact]
    public void An_IPv6_subscriber_s_addresses_count_as_one()
    {
        Assert.Equal(FlowFiles.PerAddress(From("2001:db8:1:2::1")).PartitionKey, FlowFiles.PerAddress(From("2001:db8:1:2:ffff::9")).PartitionKey);
        Assert.NotEqual(FlowFiles.PerAddress(From("2001:db8:1:2::1")).PartitionKey, FlowFiles.PerAddress(From("2001:db8:1:3::1")).PartitionKey);
    }

    static DefaultHttpContext From(string address) => new() { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
}
