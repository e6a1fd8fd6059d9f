namespace Gms.Local.Backup;

/// <summary>
/// Gives all databases back as they were at one moment, and makes the rest agree with them: the broker forgets what it was told since, copies of audit
/// seals of what no longer happened are taken out, and recent events are sent again, which the inboxes absorb. What was there is moved aside, not removed.
/// </summary>
static class Restoring
{
    /// <summary>Answers the backup that was used, and where what was there lies. Everything is stopped afterwards.</summary>
    public static async Task<(BaseBackup From, string Aside)> Run(LocalSystem system, DateTimeOffset? at, Steps steps, CancellationToken cancel)
    {
        var state = system.State;
        var history = History.At(system.Postgres.Archive, at);
        var backup = BaseBackup.For(state, at, history);
        var folder = BaseBackup.Folder(state, backup.Began);
        KeptApart.MustBeHere(state, backup.KeptApart);
        await system.Stop(steps, cancel);    // in good order: the WAL that is not archived yet goes to the archive

        using var only = await state.Lock(cancel);
        var aside = Path.Combine(state["backups"], "before-restore-" + BaseBackup.NameOf(DateTimeOffset.UtcNow));
        Directory.CreateDirectory(aside, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await steps.Run("Databases", () => system.Postgres.Recover(BaseBackup.Data(folder), at, history.Timeline, Path.Combine(aside, "postgres"), cancel));
        try
        {
            await steps.Run("Broker", async () =>
            {
                if (Directory.Exists(state[Path.Combine("rabbitmq", "data")]))
                    Directory.Move(state[Path.Combine("rabbitmq", "data")], Path.Combine(aside, "rabbitmq"));
                await system.Rabbit.Start(cancel);
                await system.Rabbit.Control(cancel, "import_definitions", BaseBackup.Definitions(folder));
            });
            await steps.Run("Copies of audit seals, queues, events to send again", async () =>
            {
                foreach (var service in system.Services.Where(s => s.Service.HasGrpc))
                    await service.RunVerb("restored", cancel);
            });
        }
        finally
        {
            await Task.WhenAll(system.Rabbit.Stop(CancellationToken.None), system.Postgres.Stop(CancellationToken.None));
        }

        return (backup, aside);
    }
}
