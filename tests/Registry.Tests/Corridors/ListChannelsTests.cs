using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Corridors;

public sealed class ListChannelsTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    /// <summary>Without a token: anybody may ask.</summary>
    readonly Proto.Corridors.CorridorsClient _anybody = new(host.WithToken(null));

    [Fact]
    public async Task Anybody_is_told_how_a_channel_stands_on_a_day_and_where_that_was_read()
    {
        var answer = await _anybody.ListChannelsAsync(new() { Origin = "KH", Destination = "TH", Day = new DateOnly(2025, 6, 7).ToProto() });

        var channel = Assert.Single(answer.Channels, c => c.Channel_ == "MOU_S59");
        Assert.Equal((Proto.Openness.Suspended, Proto.DepartureStatus.Held, true), (channel.State, channel.InOrder, channel.NeedsConfirmation));
        Assert.Equal(["CHANNEL_OPEN"], channel.InOrderReasons);
        Assert.Equal(("TH-MOU-KH", new DateOnly(2025, 6, 7).ToProto()), (channel.StateSource.Rule, channel.StateFrom));
        Assert.Equal((24, 24, 48, 18), (channel.PermitMonths, channel.ExtensionMonths, channel.MaxTotalMonths, channel.MinAge));
        Assert.Equal(["PASSPORT", "TD_KH"], channel.TravelDocuments);
    }

    [Fact]
    public async Task A_pair_without_a_channel_has_no_row_and_without_a_country_all_are_listed()
    {
        Assert.Empty((await _anybody.ListChannelsAsync(new() { Origin = "VN", Destination = "MM" })).Channels);
        Assert.Equal(32, (await _anybody.ListChannelsAsync(new())).Channels.Count);
    }

    [Fact]
    public async Task A_country_that_is_none_of_the_six_is_refused_by_its_field() =>
        Assert.Equal(["origin"], await Refused.Fields(StatusCode.InvalidArgument, () => _anybody.ListChannelsAsync(new() { Origin = "DE" })));
}
