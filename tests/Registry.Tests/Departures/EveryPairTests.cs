using Gms.Platform;
using Gms.Recruitment.V1;
using Gms.Testing;
using Gms.Type.V1;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Departures;

/// <summary>All thirty directed pairs of countries, by every channel of theirs: a worker whose papers are in order applies for a day of next week.</summary>
public sealed class EveryPairTests(DeparturesHost host) : IClassFixture<DeparturesHost>
{
    static readonly string[] Countries = ["KH", "CN", "LA", "MM", "TH", "VN"];

    [Fact]
    public async Task Open_ones_clear_closed_ones_say_why_and_unknown_ones_go_to_an_officer()
    {
        var corridors = new Proto.Corridors.CorridorsClient(host.Host.WithToken(null));
        var seen = new List<string>();
        foreach (var (origin, destination) in from o in Countries from d in Countries where o != d select (o, d))
        {
            var day = TimeProvider.System.TodayIn(origin).AddDays(7);
            var channels = (await corridors.ListChannelsAsync(new() { Origin = origin, Destination = destination, Day = day.ToProto() })).Channels;
            if (channels.Count == 0)
            {
                var unknown = await Applied(origin, destination, "MOU_S59", "PASSPORT", day);
                Assert.Equal((Proto.DepartureStatus.Held, true), (unknown.Status, Holding(unknown).Contains("NO_KNOWN_CHANNEL")));
                Assert.Empty(unknown.MissingParts);
                seen.Add("no channel");
            }
            foreach (var channel in channels)
            {
                var departure = await Applied(origin, destination, channel.Channel_, channel.TravelDocuments.FirstOrDefault("PASSPORT"), day);

                Assert.Equal((channel.Id, channel.InOrder), (channel.Id, departure.Status));
                Assert.Subset(Holding(departure).ToHashSet(), channel.InOrderReasons.ToHashSet());
                Assert.All(departure.Checks.Where(c => channel.InOrderReasons.Contains(c.Code)), c => Assert.True(c is { Message.Length: > 0, Remedy.Length: > 0, Source.Text.Length: > 0 }));
                seen.Add(channel.InOrder.ToString());
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", seen.CountBy(s => s).Select(s => $"{s.Value} {s.Key}")));
        Assert.Contains("Cleared", seen);
        Assert.Contains("Held", seen);
        Assert.Contains("no channel", seen);
    }

    static IEnumerable<string> Holding(Proto.Departure departure) => departure.Checks.Where(c => c is { Decisive: true, Outcome: Outcome.Fail or Outcome.Unknown }).Select(c => c.Code);

    async Task<Proto.Departure> Applied(string origin, string destination, string channel, string document, DateOnly day)
    {
        var worker = await host.Enrolled(origin, document);
        host.Host.Peers.Answer(DeparturesHost.Recruitment, (VerifyRecruitmentRequest _) => new VerifyRecruitmentResponse
        {
            Checks = { Given.Check("FR01", Outcome.Pass) },
            Contract = new()
            {
                ContractId = Given.Contract.ToString(),
                AgencyId = Given.Agency.ToString(),
                Origin = origin,
                Destination = destination,
                Channel = channel,
                EmploymentType = "FORMAL",
                EndsOn = day.AddMonths(2).ToProto(),
            },
        });
        var application = Given.Application(worker, origin, channel, checkpoint: "", day);
        application.Destination = destination;
        return (await host.Departures(DeparturesHost.Officer(origin)).RegisterDepartureAsync(application)).Departure;
    }
}
