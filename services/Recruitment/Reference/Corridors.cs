namespace Gms.Recruitment.Reference;

/// <summary>The legal ways between countries, and what a recruitment on each needs. From corridors.json and channel_rules.json.</summary>
public sealed class Corridors
{
    readonly Dictionary<(string Origin, string Destination, string Channel), Corridor> _corridors;

    Corridors(IReadOnlyList<Corridor> corridors)
    {
        _corridors = corridors.ToDictionary(c => (c.Origin, c.Destination, c.Channel));
        Channels = corridors.Select(c => c.Channel).ToHashSet(StringComparer.Ordinal);
    }

    public IReadOnlySet<string> Channels { get; }

    /// <summary>Null when the reference knows no such way.</summary>
    public Corridor? Find(string origin, string destination, string channel) => _corridors.GetValueOrDefault((origin, destination, channel));

    public static Corridors Load()
    {
        var needs = Data.Read("channel_rules.json").GetProperty("channels").EnumerateArray()
            .ToDictionary(c => c.GetProperty("channel").GetString()!, c => (Agency: c.Is("agency_required"), JobOrder: c.Is("job_order_required")));
        return new([.. Data.Read("corridors.json").GetProperty("corridors").EnumerateArray().Select(corridor =>
        {
            var channel = corridor.GetProperty("mechanism").GetString()!;
            var need = needs.GetValueOrDefault(channel);
            return new Corridor(
                corridor.GetProperty("id").GetString()!,
                corridor.GetProperty("origin").GetString()!,
                corridor.GetProperty("destination").GetString()!,
                channel,
                corridor.Whole("min_age"),
                need.Agency,
                need.JobOrder,
                RuleSource.Of(corridor.GetProperty("id").GetString()!, corridor));
        })]);
    }
}

/// <summary>One channel between two countries.</summary>
public sealed record Corridor(string Id, string Origin, string Destination, string Channel, int? MinimumAge, bool NeedsAgency, bool NeedsJobOrder, RuleSource Source);
