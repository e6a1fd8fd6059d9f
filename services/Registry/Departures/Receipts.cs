using Gms.Platform;
using Gms.Type.V1;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Gms.Registry.Departures;

/// <summary>
/// Writes receipts. Applications that come at the same moment are read, checked and written together in one transaction, and each caller hears of the
/// own one. A receipt keeps no answer, since a repeat is answered with the departure as it stands then.
/// </summary>
sealed class Receipts(OwnWork work, TimeProvider clock)
{
    const int MostTogether = 200;

    readonly Together<Application, Receipt> _together = new(MostTogether, atOnce: 1, piece => Receive(work, clock, piece));

    /// <summary>The receipt; throws the refusal of an application that could never be right, or whose request_id was used for another.</summary>
    public Task<Receipt> Receive(Application application) => _together.Ask(application);

    static async Task Receive(OwnWork work, TimeProvider clock, IReadOnlyList<Asked<Application, Receipt>> piece)
    {
        foreach (var group in piece.GroupBy(a => a.Item.TestClock))
        {
            await using var scope = work.BeginTogether("departures-received", Purpose.DepartureClearance, group.Key);
            await Receive(scope.ServiceProvider.GetRequiredService<RegistryDb>(), clock, [.. group]);
        }
    }

    static async Task Receive(RegistryDb db, TimeProvider clock, List<Asked<Application, Receipt>> asked)
    {
        Guid[] ids = [.. asked.Select(a => a.Item.Departure.RequestId)];
        var earlier = await db.Departures.AsNoTracking().Where(d => ids.Contains(d.RequestId)).ToDictionaryAsync(d => d.RequestId, CancellationToken.None);
        var workers = await db.OnRecord([.. asked.Select(a => a.Item.Departure.WorkerNumber)], CancellationToken.None);

        var fresh = new List<Asked<Application, Receipt>>(asked.Count);
        var firsts = new HashSet<Guid>();
        var repeats = new List<Asked<Application, Receipt>>();
        foreach (var one in asked)
        {
            var departure = one.Item.Departure;
            if (!workers.ContainsKey(departure.WorkerNumber))
                one.Fail(Refuse.NotFound(Problems.DepartureWorkerUnknown()));
            else if (earlier.TryGetValue(departure.RequestId, out var there))
                Repeat(one, there);
            else if (DepartureRules.ToReceive(departure, clock.TodayIn(departure.Origin)).ToList() is { Count: > 0 } problems)
                one.Fail(Refuse.Invalid(problems));
            else if (firsts.Add(departure.RequestId))
                fresh.Add(one);
            else
                repeats.Add(one);    // of one in this same piece
        }

        await Write(db, fresh, workers);
        if (repeats.Count > 0)
            await Receive(db, clock, repeats);
    }

    static async Task Write(RegistryDb db, List<Asked<Application, Receipt>> fresh, Dictionary<string, WorkerOnRecord> workers)
    {
        if (fresh.Count == 0)
            return;
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await BulkCopy.Write(db, fresh.Select(a => a.Item.Departure), CancellationToken.None);
            await db.CommitTogether([.. fresh.Select(a => a.Item.Call)], [], CancellationToken.None);
        }
        catch (PostgresException) when (fresh.Count > 1)
        {
            // One of them cannot be written; the others are not to suffer for it.
            foreach (var one in fresh)
                await Write(db, [one], workers);
            return;
        }
        catch (PostgresException clash) when (clash.ConstraintName == "departures_request_once")
        {
            // The same request ran twice at once, in two processes, and the other was first.
            var request = fresh[0].Item.Departure.RequestId;
            Repeat(fresh[0], await db.Departures.AsNoTracking().SingleAsync(d => d.RequestId == request));
            return;
        }
        catch (PostgresException failure) when (fresh.Count == 1)
        {
            fresh[0].Fail(failure);
            return;
        }
        foreach (var one in fresh)
            one.Answer(new(one.Item.Departure, workers[one.Item.Departure.WorkerNumber]));
    }

    /// <summary>Answers with the departure registered before under the same request_id; refuses when that was another request.</summary>
    static void Repeat(Asked<Application, Receipt> asked, Departure earlier)
    {
        var departure = asked.Item.Departure;
        if (earlier.Account == departure.Account && earlier.RequestHash.AsSpan().SequenceEqual(departure.RequestHash))
            asked.Answer(new(earlier, null));
        else
            asked.Fail(Refuse.Invalid(PlatformProblems.RequestIdReused()));
    }
}
