using System.Globalization;
using Gms.Local.Backup;

namespace Gms.Local.Verbs;

/// <summary><c>backup [--keep N]</c> and <c>restore [--at TIME]</c>.</summary>
public static class BackupAndRestore
{
    public static async Task<int> Backup(LocalSystem system, int? keep, CancellationToken cancel)
    {
        await Steps.Show(async steps =>
        {
            var backup = await Backups.Take(system, steps, cancel);
            if (keep is { } newest)
                await steps.Run($"Keeping the newest {newest}", () => Backups.Keep(system, newest, cancel));
            Console.WriteLine($"{BaseBackup.Folder(system.State, backup.Began)} is verified, and WAL is archived beside it at least once a minute.");
        });
        Console.WriteLine($"Copy {system.State["backups"]} to another place. Keys, secrets and seals are not in it: keep {system.State["keys"]}, {system.State["secrets"]} and {system.State["seals"]} apart from it (docs/operations.md).");
        return 0;
    }

    public static async Task<int> Restore(LocalSystem system, DateTimeOffset? at, CancellationToken cancel)
    {
        await Steps.Show(async steps =>
        {
            await Up.Prepare(system, steps, cancel);
            await PutBack(system, at, steps, cancel);
        });
        Console.WriteLine("Everything is stopped. Start it with: ./registry up --detach, see that all is well, and take a new backup.");
        return 0;
    }

    /// <summary>What `backup` does, for tests.</summary>
    public static Task Take(LocalSystem system, Steps steps, CancellationToken cancel) => Backups.Take(system, steps, cancel);

    /// <summary>What `restore` does, for tests.</summary>
    public static async Task PutBack(LocalSystem system, DateTimeOffset? at, Steps steps, CancellationToken cancel)
    {
        var (from, aside) = await Restoring.Run(system, at, steps, cancel);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Restored {(at is { } moment ? $"to {moment.UtcDateTime:u}" : "as far as the archive goes")}, from the base backup of {from.Began.UtcDateTime:u}. What was there before is in {aside}."));
    }
}
