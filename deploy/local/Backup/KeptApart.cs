using System.Security.Cryptography;
using System.Text;

namespace Gms.Local.Backup;

/// <summary>
/// Keys, and the password of PostgreSQL's first role: no backup holds them, since whoever finds one could read it then. A backup only knows them again, by a
/// hash of each.
/// </summary>
static class KeptApart
{
    public static IReadOnlyDictionary<string, string> Of(StateFolder state) =>
        Files(state).ToDictionary(file => Path.GetRelativePath(state.Root, file), Fingerprint, StringComparer.Ordinal);

    /// <summary>Without these a restored record could not be decrypted, found, or shown to be as it was sealed.</summary>
    public static void MustBeHere(StateFolder state, IReadOnlyDictionary<string, string> then)
    {
        var now = Of(state);
        var wrong = then.Where(file => now.GetValueOrDefault(file.Key) != file.Value)
            .Select(file => $"{file.Key} ({(now.ContainsKey(file.Key) ? "another than then" : "missing")})").Order(StringComparer.Ordinal).ToList();
        if (wrong.Count > 0)
            throw new CannotGoOnException(
                $"Nothing was changed: {wrong.Count} keys and secrets are not as they were when the backup was taken, and without them what is restored could not be read.\n  "
                + string.Join("\n  ", wrong.Take(20))
                + $"\nPut the folders keys and secrets back into {state.Root} from where they are kept apart from backups (docs/operations.md), and run this again.");
    }

    static IEnumerable<string> Files(StateFolder state) =>
        (Directory.Exists(state["keys"]) ? Directory.EnumerateFiles(state["keys"], "*.key", SearchOption.AllDirectories) : [])
        .Append(Path.Combine(state["secrets"], "postgres.password")).Where(File.Exists);

    // Each holds 32 random bytes or more, so its hash tells nothing of it.
    static string Fingerprint(string file) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("gms-backup:" + File.ReadAllText(file))));
}
