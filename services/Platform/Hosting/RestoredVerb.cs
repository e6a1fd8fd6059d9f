using System.Globalization;
using Npgsql;

namespace Gms.Platform;

/// <summary>
/// The verb `restored`, run once after the database was put back to an earlier moment and before the service starts: copies of seals of what no longer
/// happened are taken out of the file beside the database (a whole copy stays), and recent events are sent again, which the inboxes absorb.
/// </summary>
static class RestoredVerb
{
    /// <summary>An event may have been sent at that moment and not yet handled, and the broker starts empty. Nothing waits longer than this without an alarm.</summary>
    const string SentAgain = "7 days";

    public static async Task<int> Run(ServiceIdentity service, Settings settings, TextWriter says)
    {
        settings.ThrowIfFaulty();
        await using var database = settings.OpenDatabase();
        await DatabaseServers.WaitUntilReached(database);
        await using var connection = await database.OpenConnectionAsync();
        var cut = await CutSeals(connection, new SealSettings(settings.SealsFolder, settings.SealEvery).FileOf(service));
        var again = await SendAgain(connection);
        await says.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{service.Name}: {cut} copies of seals taken out, {again} events are sent again."));
        return 0;
    }

    /// <summary>Whoever verifies the audit would take a seal that is outside the database and not in it for one that was taken out.</summary>
    static async Task<int> CutSeals(NpgsqlConnection connection, string file)
    {
        var inside = (await Seal.ReadAll(connection, CancellationToken.None)).ToDictionary(seal => seal.Number);
        var outside = Seal.ReadFile(file);
        List<Seal> kept = [.. outside.Where(copy => inside.TryGetValue(copy.Number, out var seal) && seal.Signature.AsSpan().SequenceEqual(copy.Signature))];
        if (kept.Count == outside.Count)
            return 0;
        File.Copy(file, $"{file}.{TimeProvider.System.GetUtcNow():yyyyMMdd'T'HHmmss}", overwrite: false);
        var next = file + ".next";
        await File.WriteAllLinesAsync(next, kept.Select(Seal.ToLine));
        File.Move(next, file, overwrite: true);
        return outside.Count - kept.Count;
    }

    static async Task<int> SendAgain(NpgsqlConnection connection)
    {
        await using var mark = new NpgsqlCommand(
            $"UPDATE outbox SET published_at = NULL WHERE published_at > (SELECT max(recorded_at) FROM outbox) - interval '{SentAgain}'", connection) { CommandTimeout = 0 };
        return await mark.ExecuteNonQueryAsync();
    }
}
