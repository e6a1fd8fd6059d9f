using System.Globalization;
using Npgsql;

namespace Gms.Local;

/// <summary>Base backups, the WAL archive and recovery to a moment, by PostgreSQL's own tools.</summary>
public sealed partial class PostgresCluster
{
    static readonly TimeSpan _recoveryDeadline = TimeSpan.FromHours(12);

    /// <summary>Where WAL goes, from the first base backup on: until the folder is there nothing is archived, and nothing waits to be.</summary>
    public string Archive => Path.Combine(state["backups"], "wal");

    // Whole or not at all, and never over a file that is there: one that is there and another is another cluster's, and PostgreSQL keeps and tells what cannot be archived.
    string ArchiveCommand
    {
        get
        {
            var to = Archive.Replace("%", "%%", StringComparison.Ordinal);
            return $"if test ! -d \"{to}\"; then true; elif test -f \"{to}/%f\"; then cmp -s \"%p\" \"{to}/%f\"; else cp \"%p\" \"{to}/.%f\" && sync \"{to}/.%f\" && mv \"{to}/.%f\" \"{to}/%f\"; fi";
        }
    }

    /// <summary>Makes the archive's folder and copies the running cluster to a folder that does not exist yet; verified before it counts.</summary>
    public async Task BaseBackup(string folder, CancellationToken cancel)
    {
        var user = await PostgresUser.For(Home, cancel);
        foreach (var mine in new[] { Archive, folder })
        {
            Directory.CreateDirectory(mine, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            await user.Own(mine, cancel);
        }

        await Shell.MustRun(
            "Taking the base backup",
            [
                .. user.Prefix, Program("pg_basebackup"), "--pgdata", folder, "--host", "127.0.0.1", "--port", $"{Port}", "--username", Superuser, "--no-password",
                "--wal-method", "stream", "--checkpoint", "fast", "--manifest-checksums", "SHA256",
            ],
            cancel, environment: new Dictionary<string, string?>(CleanEnvironment()) { ["PGPASSWORD"] = state.Secret("postgres.password") });
        await VerifyBackup(folder, cancel);
    }

    /// <summary>Whether every file is as it was copied; an exception tells which is not.</summary>
    public async Task VerifyBackup(string folder, CancellationToken cancel) =>
        await Shell.MustRun("Verifying the base backup", [.. (await PostgresUser.For(Home, cancel)).Prefix, Program("pg_verifybackup"), folder], cancel);

    /// <summary>Removes the WAL that no base backup needs which began with this file or later.</summary>
    public Task CleanArchive(string oldestNeeded, CancellationToken cancel) => Shell.MustRun("Cleaning the archive", [Program("pg_archivecleanup"), Archive, oldestNeeded], cancel);

    /// <summary>
    /// Puts a base backup in the place of the data, moves the data aside, and recovers along a timeline to a moment, or as far as the archive goes. Runs
    /// afterwards, on a timeline of its own.
    /// </summary>
    public async Task Recover(string baseBackup, DateTimeOffset? at, uint timeline, string aside, CancellationToken cancel)
    {
        if (IsRunning)
            throw new CannotGoOnException("PostgreSQL runs. Stop it first: ./registry down");
        Directory.CreateDirectory(Home);
        await VerifyBackup(baseBackup, cancel);
        var restoring = Path.Combine(Home, "data.restoring");
        if (Directory.Exists(restoring))
            Directory.Delete(restoring, recursive: true);
        await Shell.MustRun("Copying the base backup", ["cp", "-a", baseBackup, restoring], cancel);
        await File.WriteAllTextAsync(Path.Combine(restoring, "recovery.signal"), "", cancel);
        await File.AppendAllTextAsync(Path.Combine(restoring, "postgresql.auto.conf"), Targets(at, timeline), cancel);
        if (Directory.Exists(Data))
            Directory.Move(Data, aside);
        Directory.Move(restoring, Data);

        try
        {
            await (await PostgresUser.For(Home, cancel)).Own(Home, cancel);
            await StartProcess(cancel);
            await _process.Answers(IsPromoted, _recoveryDeadline, cancel);
        }
        catch (CannotGoOnException failure) when (!IsRunning)
        {
            Directory.Delete(Data, recursive: true);
            if (Directory.Exists(aside))
                Directory.Move(aside, Data);
            throw new CannotGoOnException(
                "The databases are as they were, and everything is stopped (./registry up --detach starts it). If the moment lies after the last write, leave --at away. PostgreSQL says:\n" + failure.Message);
        }

        await using var admin = new NpgsqlConnection(AdminConnectionString + ";Pooling=false");
        await admin.OpenAsync(cancel);
        foreach (var setting in new[] { "restore_command", "recovery_target_time", "recovery_target_timeline", "recovery_target_action" })
        {
            await using var reset = new NpgsqlCommand($"ALTER SYSTEM RESET {setting}", admin);
            await reset.ExecuteNonQueryAsync(cancel);
        }
    }

    string Targets(DateTimeOffset? at, uint timeline) => string.Join('\n', (string[])
    [
        "", $"restore_command = 'cp \"{Archive.Replace("%", "%%", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}/%f\" \"%p\"'", "recovery_target_action = 'promote'",
        string.Create(CultureInfo.InvariantCulture, $"recovery_target_timeline = '{timeline}'"),
        .. at is { } moment ? (string[])[string.Create(CultureInfo.InvariantCulture, $"recovery_target_time = '{moment.UtcDateTime:yyyy-MM-dd HH:mm:ss.ffffff}+00'")] : [], "",
    ]);

    async Task<bool> IsPromoted(CancellationToken cancel)
    {
        try
        {
            await using var connection = new NpgsqlConnection(AdminConnectionString + ";Pooling=false;Timeout=5");
            await connection.OpenAsync(cancel);
            await using var ask = new NpgsqlCommand("SELECT NOT pg_is_in_recovery()", connection);
            return (bool)(await ask.ExecuteScalarAsync(cancel))!;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
