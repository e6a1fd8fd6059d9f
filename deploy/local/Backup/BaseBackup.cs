using System.Globalization;
using System.Text.Json;

namespace Gms.Local.Backup;

/// <summary>One base backup: a folder named by its time, with the cluster, the broker's definitions, and what must be there to restore it.</summary>
/// <param name="Began">A moment before it is in nothing that this backup can give.</param>
/// <param name="Complete">From this moment on the databases can be given back.</param>
/// <param name="FirstWal">The first WAL file that it needs.</param>
/// <param name="Postgres">The server's version: another major version cannot read it.</param>
/// <param name="KeptApart">Keys and secrets by file, as hashes.</param>
sealed record BaseBackup(DateTimeOffset Began, DateTimeOffset Complete, string FirstWal, string? Postgres, IReadOnlyDictionary<string, string> KeptApart)
{
    const string Named = "yyyyMMdd'T'HHmmss'Z'";

    static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static string NameOf(DateTimeOffset began) => began.UtcDateTime.ToString(Named, CultureInfo.InvariantCulture);

    public static string Folder(StateFolder state, DateTimeOffset began) => Path.Combine(state["backups"], "base", NameOf(began));

    public static string Data(string folder) => Path.Combine(folder, "data");

    public static string Definitions(string folder) => Path.Combine(folder, "broker-definitions.json");

    public void Write(string folder) => StateFolder.WritePrivate(Path.Combine(folder, "backup.json"), JsonSerializer.Serialize(this, Json));

    /// <summary>Those that were completed, the newest first.</summary>
    public static IReadOnlyList<BaseBackup> All(StateFolder state)
    {
        var folder = Path.Combine(state["backups"], "base");
        return !Directory.Exists(folder)
            ? []
            : [.. Directory.EnumerateDirectories(folder).Select(f => Path.Combine(f, "backup.json")).Where(File.Exists).Select(f => JsonSerializer.Deserialize<BaseBackup>(File.ReadAllText(f), Json)!).OrderByDescending(b => b.Began)];
    }

    /// <summary>The newest that was complete at a moment of this history.</summary>
    public static BaseBackup For(StateFolder state, DateTimeOffset? at, History history)
    {
        List<BaseBackup> all = [.. All(state).Where(b => history.Has(Data(Folder(state, b.Began))))];
        return all.FirstOrDefault(b => at is null || b.Complete <= at) ?? throw new CannotGoOnException(all.Count == 0
            ? $"There is no backup in {state["backups"]}. One is taken by: ./registry backup"
            : string.Create(CultureInfo.InvariantCulture, $"No backup reaches back to {at?.UtcDateTime:u}: the oldest in {state["backups"]} was complete at {all[^1].Complete.UtcDateTime:u}."));
    }
}
