using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Corridors;

partial class CorridorsService
{
    public override Task<Proto.ListChannelsResponse> ListChannels(Proto.ListChannelsRequest request, ServerCallContext context)
    {
        var origin = request.Origin.Length == 0 ? null : Read.Country(request.Origin, "origin");
        var destination = request.Destination.Length == 0 ? null : Read.Country(request.Destination, "destination");
        var asked = Read.OptionalDay(request.Day, "day");

        // Without a day: today in each country of origin. The six are never more than a day apart, and the answer names one.
        var day = asked ?? clock.TodayIn(origin ?? "TH");
        var channels = corridors.All.Where(c => (origin is null || c.Origin == origin) && (destination is null || c.Destination == destination))
            .OrderBy(c => c.Origin, StringComparer.Ordinal).ThenBy(c => c.Destination, StringComparer.Ordinal).ThenBy(c => c.Channel, StringComparer.Ordinal);

        return Task.FromResult(new Proto.ListChannelsResponse
        {
            Day = day.ToProto(),
            Channels = { channels.Select(c => c.ToProto(day, rules.InOrder(c, day))) },
        });
    }
}
