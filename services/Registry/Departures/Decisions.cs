using Gms.Platform;
using Gms.Type.V1;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Gms.Registry.Departures;

/// <summary>
/// Takes decisions for departures that come at the same moment together: one question to each part, one transaction; two such pieces are under way at
/// a time, so that one asks while the other is saved.
/// </summary>
sealed class Decisions(OwnWork work, ILogger<Decisions> log)
{
    const int MostTogether = 100;
    const int AtOnce = 2;

    readonly Together<ToDecide, DepartureDecision?> _together = new(MostTogether, AtOnce, piece => Decide(work, piece));

    /// <summary>The decision; null when it was decided elsewhere meanwhile.</summary>
    public Task<DepartureDecision?> Decide(ToDecide departure) => _together.Ask(departure);

    /// <summary>Decides these in their order, as one piece beside those that come from callers.</summary>
    /// <returns>For each its decision; null when it stays held for the same parts, was decided elsewhere, or cannot be saved, which holds up none of the others.</returns>
    public async Task<IReadOnlyList<DepartureDecision?>> Decide(IReadOnlyList<ToDecide> departures)
    {
        var piece = departures.Select(d => new Asked<ToDecide, DepartureDecision?>(d)).ToList();
        await Decide(work, piece);
        var decisions = new List<DepartureDecision?>(piece.Count);
        foreach (var one in piece)
        {
            try
            {
                decisions.Add(await one.Result);
            }
            catch (Exception failure) when (failure is PostgresException or DbUpdateException)
            {
                log.LogError("The decision about the departure {DepartureId} cannot be saved: {Failure}", one.Item.Departure.Id, failure.GetType().Name);
                decisions.Add(null);
            }
        }
        return decisions;
    }

    static async Task Decide(OwnWork work, IReadOnlyList<Asked<ToDecide, DepartureDecision?>> piece)
    {
        foreach (var group in piece.GroupBy(a => a.Item.Application.TestClock))
        {
            await using var scope = work.BeginTogether("departures-decided", Purpose.DepartureClearance, group.Key);
            await scope.ServiceProvider.GetRequiredService<Clearing>().Decide([.. group], CancellationToken.None);
        }
    }
}

/// <summary>A departure to be decided, with its worker's facts.</summary>
sealed record ToDecide(Application Application, WorkerOnRecord Worker)
{
    public Departure Departure => Application.Departure;
}
