using Gms.Platform;
using Gms.Type.V1;
using Microsoft.Extensions.DependencyInjection;

namespace Gms.Registry.Departures;

/// <summary>
/// Takes decisions for departures that come at the same moment together: one question to each part, one transaction; two such pieces are under way at
/// a time, so that one asks while the other is saved.
/// </summary>
sealed class Decisions(OwnWork work)
{
    const int MostTogether = 100;
    const int AtOnce = 2;

    readonly Together<ToDecide, DepartureDecision?> _together = new(MostTogether, AtOnce, piece => Decide(work, piece));

    /// <summary>The decision; null when it was decided elsewhere meanwhile.</summary>
    public Task<DepartureDecision?> Decide(ToDecide departure) => _together.Ask(departure);

    /// <summary>Decides these in their order, as one piece beside those that come from callers.</summary>
    /// <returns>For each its decision; null when it stays held for the same parts, or was decided elsewhere.</returns>
    public async Task<IReadOnlyList<DepartureDecision?>> Decide(IReadOnlyList<ToDecide> departures)
    {
        var piece = departures.Select(d => new Asked<ToDecide, DepartureDecision?>(d)).ToList();
        await Decide(work, piece);
        return await Task.WhenAll(piece.Select(p => p.Result));
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
