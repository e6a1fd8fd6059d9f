using System.Text.Json.Serialization;
using Gms.Registry.V1;

namespace Gms.Local.Demo;

/// <summary>What applications come to today by the rules of the channels alone, with the reference data as it is.</summary>
public sealed record ChannelsOfTheDay(DateOnly Day, int Pairs, int PairsWithoutChannel, int Cleared, int Held, int Refused)
{
    const int Countries = 6;

    public static async Task<ChannelsOfTheDay> Ask(Offices offices, CancellationToken cancel)
    {
        var answer = await new Corridors.CorridorsClient(offices.ToPublic("Registry")).ListChannelsAsync(new(), cancellationToken: cancel);
        var within = answer.Channels.Where(c => c.Destination != "*").ToList();
        int Count(DepartureStatus status) => within.Count(c => c.InOrder == status);
        const int pairs = Countries * (Countries - 1);
        return new(new(answer.Day.Year, answer.Day.Month, answer.Day.Day), pairs, pairs - within.DistinctBy(c => (c.Origin, c.Destination)).Count(),
            Count(DepartureStatus.Cleared), Count(DepartureStatus.Held), Count(DepartureStatus.Refused));
    }

    [JsonIgnore]
    public IEnumerable<string> Lines
    {
        get
        {
            var all = Cleared + Held + Refused;
            yield return $"{all} channels between the six countries on {Day:yyyy-MM-dd}, for a worker whose papers are in order:";
            yield return $"  {Cleared} cleared ({Share(Cleared)}), {Held} held for an officer ({Share(Held)}), {Refused} refused ({Share(Refused)});";
            yield return $"  {PairsWithoutChannel} of {Pairs} directed pairs have no known channel and go to an officer.";
            string Share(int part) => $"{100.0 * part / all:0} %";
        }
    }
}
