using System.Collections.Immutable;
using Gms.Registry.Corridors;
using Gms.Type.V1;

namespace Gms.Registry.Departures;

/// <summary>Which checks decide a departure, by channel: Data/clearance.json. A channel without a row has the row for all.</summary>
sealed class DecisiveChecks
{
    readonly Dictionary<string, DecisiveRow> _rows;
    readonly Dictionary<string, RepeatRow> _repeats;

    public DecisiveChecks(IEnumerable<DecisiveRow> rows, IEnumerable<RepeatRow>? repeats = null)
    {
        _rows = rows.ToDictionary(r => r.Channel);
        _repeats = (repeats ?? []).ToDictionary(r => r.Channel);
    }

    public DecisiveRow For(string channel) => _rows.GetValueOrDefault(channel) ?? _rows["*"];

    /// <summary>What a repeat departure to the same employer is spared; null when nothing is known for the channel.</summary>
    public RepeatRow? Repeat(string channel) => _repeats.GetValueOrDefault(channel) ?? _repeats.GetValueOrDefault("*");

    public static DecisiveChecks Load()
    {
        var file = DataFile.Read<ClearanceFile>("clearance");
        return new(file.Decisive, file.Repeat);
    }

    sealed record ClearanceFile(IReadOnlyList<DecisiveRow> Decisive, IReadOnlyList<RepeatRow> Repeat);
}

/// <param name="Channel">The channel's code, or * for all.</param>
/// <param name="Checks">Codes of the checks that are decisive, whoever makes them.</param>
/// <param name="Parts">The services whose answer is waited for, and whose own decisive checks are decisive here.</param>
sealed record DecisiveRow(string Channel, ImmutableHashSet<string> Checks, ImmutableHashSet<string> Parts);

/// <param name="Channel">The channel's code, or * for all.</param>
/// <param name="WithinDays">How long ago the former departure may be.</param>
/// <param name="Checks">Codes of the checks that the former departure answers for.</param>
/// <param name="Source">Where that is written; empty when no source is known.</param>
/// <param name="Confidence">Only high and medium spare anything; low is told and spares nothing.</param>
sealed record RepeatRow(string Channel, int WithinDays, ImmutableHashSet<string> Checks, string Source, Confidence Confidence);
