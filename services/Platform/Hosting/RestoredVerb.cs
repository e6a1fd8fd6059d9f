using System.Globalization;
using MassTransit;
using Npgsql;

namespace Gms.Platform;

/// <summary>
/// The verb `restored`, run once for each service after the databases were put back to an earlier moment and before any of them starts: copies of seals of
/// what no longer happened are taken out of the file beside the database (a whole copy stays), the service's queues are made in the empty broker, and recent
/// events are marked to be sent again, which the inboxes absorb.
/// </summary>
static class RestoredVerb
{
    /// <summary>An event may have been sent at that moment and not yet handled, and the broker starts empty. Nothing waits longer than this without an alarm.</summary>
    const string SentAgain = "7 days";

    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The broker confirms also what no queue takes: the queues of all services are there before the first of them sends. False when it is not reached.</summary>
    public static async Task<bool> BindQueues(IBusControl bus)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await bus.StartAsync(patience.Token);
            await bus.StopAsync(patience.Token);
            return true;
        }
        catch (Exception failure) when (failure is OperationCanceledException or MassTransitException)
        {
            return false;
        }
    }

    public static async Task<int> Run(ServiceIdentity service, Settings settings, IBusControl? bus, TextWriter says)
    {
        settings.ThrowIfFaulty();
        if (bus is not null && !await BindQueues(bus))
        {
            await says.WriteLineAsync($"{service.Name}: nothing was changed, since the broker does not answer. Start it, and run this again.");
            return 1;
        }
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
