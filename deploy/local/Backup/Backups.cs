using System.Text.RegularExpressions;

namespace Gms.Local.Backup;

/// <summary>Takes base backups of a running system, and removes old ones.</summary>
static partial class Backups
{
    public static async Task<BaseBackup> Take(LocalSystem system, Steps steps, CancellationToken cancel)
    {
        using var only = await system.State.Lock(cancel);
        if (!system.Postgres.IsRunning || !system.Rabbit.IsRunning)
            throw new CannotGoOnException("PostgreSQL and RabbitMQ must run. Start them first: ./registry up --detach");
        var began = DateTimeOffset.UtcNow;
        var folder = BaseBackup.Folder(system.State, began);
        system.State.PrivateFolder("backups");
        await LetIn(system.State, cancel);
        await steps.Run("Base backup of all databases", () => system.Postgres.BaseBackup(BaseBackup.Data(folder), cancel));
        await steps.Run("Broker's definitions", () => system.Rabbit.Control(cancel, "export_definitions", BaseBackup.Definitions(folder)));
        var label = await File.ReadAllTextAsync(Path.Combine(BaseBackup.Data(folder), "backup_label"), cancel);
        var backup = new BaseBackup(began, DateTimeOffset.UtcNow, StartFile().Match(label).Groups[1].Value, system.Postgres.Version, KeptApart.Of(system.State));
        backup.Write(folder);    // the last file: without it the folder is no backup
        return backup;
    }

    /// <summary>Removes all but the newest, and the WAL that only the removed needed.</summary>
    public static async Task Keep(LocalSystem system, int newest, CancellationToken cancel)
    {
        var all = BaseBackup.All(system.State);
        foreach (var old in all.Skip(newest))
            Directory.Delete(BaseBackup.Folder(system.State, old.Began), recursive: true);
        if (all.Count > newest)
            await system.Postgres.CleanArchive(all[newest - 1].FirstWal, cancel);
    }

    // PostgreSQL's user writes into folders below, and must be able to pass; nobody else may list them.
    static async Task LetIn(StateFolder state, CancellationToken cancel) =>
        await Shell.MustRun("Opening the folder of backups", ["chmod", "0711", state["backups"]], cancel);

    [GeneratedRegex(@"START WAL LOCATION: \S+ \(file ([0-9A-F]{24})\)")]
    private static partial Regex StartFile();
}
