using System.Collections.Immutable;
using Gms.Registry.Corridors;

namespace Gms.Registry.Departures;

/// <summary>Which checks decide a departure, by channel: Data/clearance.json. A channel without a row has the row for all.</summary>
sealed class DecisiveChecks
{
    readonly Dictionary<string, DecisiveRow> _rows;

    public DecisiveChecks(IEnumerable<DecisiveRow> rows) => _rows = rows.ToDictionary(r => r.Channel);

    public DecisiveRow For(string channel) => _rows.GetValueOrDefault(channel) ?? _rows["*"];

    public static DecisiveChecks Load() => new(DataFile.Read<ClearanceFile>("clearance").Decisive);

    sealed record ClearanceFile(IReadOnlyList<DecisiveRow> Decisive);
}

/// <param name="Channel">The channel's code, or * for all.</param>
/// <param name="Checks">Codes of the checks that are decisive, whoever makes them.</param>
/// <param name="Parts">The services whose answer is waited for, and whose own decisive checks are decisive here.</param>
sealed record DecisiveRow(string Channel, ImmutableHashSet<string> Checks, ImmutableHashSet<string> Parts);
