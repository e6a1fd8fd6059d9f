using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Gms.Local.Backup;

/// <summary>
/// One line of what happened, through its restores. Each restore begins a timeline of PostgreSQL that forks off the one before at the restored moment, so one
/// moment can lie on two: on the one that was alive then, which is what is wanted, and on one that was begun later, which has nothing of it.
/// </summary>
/// <param name="Timeline">The timeline that was alive.</param>
/// <param name="Forks">Until where each timeline before it belongs to it.</param>
sealed partial record History(uint Timeline, IReadOnlyDictionary<uint, ulong> Forks)
{
    /// <summary>At a moment, or now. A timeline's history file is archived as it begins: the file's time is when.</summary>
    public static History At(string archive, DateTimeOffset? at)
    {
        var begun = !Directory.Exists(archive)
            ? []
            : Directory.EnumerateFiles(archive, "*.history").Where(file => at is null || File.GetLastWriteTimeUtc(file) <= at.Value.UtcDateTime).Order(StringComparer.Ordinal).ToList();
        return begun is not [.., var last]
            ? new(1, new Dictionary<uint, ulong>())
            : new(
                uint.Parse(Path.GetFileNameWithoutExtension(last), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
                Fork().Matches(File.ReadAllText(last)).ToDictionary(fork => uint.Parse(fork.Groups[1].Value, CultureInfo.InvariantCulture), fork => Position(fork.Groups[2].Value)));
    }

    /// <summary>Whether what a base backup copied happened on this line.</summary>
    /// <param name="data">The backup's cluster, with PostgreSQL's manifest.</param>
    public bool Has(string data)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(data, "backup_manifest")));
        var copied = manifest.RootElement.GetProperty("WAL-Ranges").EnumerateArray().Last();
        var timeline = copied.GetProperty(nameof(Timeline)).GetUInt32();
        return timeline == Timeline || (Forks.TryGetValue(timeline, out var until) && Position(copied.GetProperty("End-LSN").GetString()!) <= until);
    }

    /// <summary>A place in the WAL, written as two hexadecimal halves.</summary>
    static ulong Position(string written)
    {
        var halves = written.Split('/');
        return (ulong.Parse(halves[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) << 32) + ulong.Parse(halves[1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^(\d+)\s+([0-9A-F]+/[0-9A-F]+)", RegexOptions.Multiline)]
    private static partial Regex Fork();
}
