using Gms.Type.V1;

namespace Gms.Registry.Corridors;

/// <summary>One legal channel from one country to another: a row of Data/corridors.json.</summary>
sealed record Corridor(
    string Id, string Origin, string Destination, string Channel, IReadOnlyList<OpennessRow> States, PaperSet? TravelDocuments,
    int? MinAge, string Source, Confidence Confidence, string? EffectiveFrom)
{
    /// <summary>How the channel works, in words.</summary>
    public string Description { get; init; } = "";

    /// <summary>Length of a first permit; null where not known, or counted in days.</summary>
    public int? PermitMonths { get; init; }

    /// <summary>Length of a permit in channels of short stays; null where not known, or counted in months.</summary>
    public int? PermitDays { get; init; }

    /// <summary>Days after which a worker must go out and in again; null where not known.</summary>
    public int? StayDaysPerEntry { get; init; }

    public int? ExtensionMonths { get; init; }

    /// <summary>The longest time, extensions included.</summary>
    public int? MaxTotalMonths { get; init; }

    /// <summary>Days at home after the longest time.</summary>
    public int? BreakDays { get; init; }

    /// <summary>The day since which the break is waived; null where it is not.</summary>
    public DateOnly? BreakWaivedFrom { get; init; }

    /// <summary>Whether a departure on that day must leave a break after the longest stay.</summary>
    public bool AsksForBreak(DateOnly day) => BreakDays is not null && MaxTotalMonths is not null && !(BreakWaivedFrom <= day);

    /// <summary>The last day of a first permit that begins on a day; null where its length is not known.</summary>
    public DateOnly? PermitEnds(DateOnly from) => PermitMonths is { } months ? from.AddMonths(months) : PermitDays is { } days ? from.AddDays(days) : null;

    /// <summary>The last day with every extension; that of a first permit where no longer one is known.</summary>
    public DateOnly? LongestEnds(DateOnly from) => MaxTotalMonths is { } most ? from.AddMonths(most) : ExtensionMonths is { } more ? PermitEnds(from)?.AddMonths(more) : PermitEnds(from);

    public OpennessRow? On(DateOnly day) => OpennessRow.On(States, day);
}

/// <summary>The papers of which a worker needs one to use a channel.</summary>
sealed record PaperSet(IReadOnlyList<string> AnyOf, string Note, Confidence Confidence, bool Found);

/// <summary>The channels between the six countries. Data, with source and confidence; a pair that has no row is no known channel.</summary>
sealed class CorridorTable
{
    readonly Dictionary<(string Origin, string Destination, string Channel), Corridor> _rows;

    public CorridorTable(IReadOnlyList<Corridor> corridors, IEnumerable<string> channels)
    {
        foreach (var corridor in corridors)
            OpennessRow.MustNotOverlap(corridor.Id, corridor.States);
        _rows = corridors.ToDictionary(c => (c.Origin, c.Destination, c.Channel));
        All = corridors;
        Channels = channels.ToHashSet();
    }

    public IReadOnlyList<Corridor> All { get; }

    /// <summary>The codes that a request may name.</summary>
    public IReadOnlyCollection<string> Channels { get; }

    public Corridor? Find(string origin, string destination, string channel) => _rows.GetValueOrDefault((origin, destination, channel));

    public static CorridorTable Load()
    {
        var file = DataFile.Read<CorridorFile>("corridors");
        return new(file.Corridors, file.Channels.Select(c => c.Code));
    }

    sealed record CorridorFile(IReadOnlyList<ListedCode> Channels, IReadOnlyList<Corridor> Corridors);
}
