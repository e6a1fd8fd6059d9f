using Gms.Platform;
using Gms.Recruitment.V1;
using Gms.Registry.Crossings;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Gms.Registry.Departures;

/// <summary>Everything that departures are decided from: what the parts say, and what is on record here.</summary>
sealed class DepartureFacts(RegistryDb db, PartFacts parts, ClearanceRules rules, BorderPractice practice)
{
    public async Task<IReadOnlyList<ClearanceFacts>> Ask(IReadOnlyList<ToDecide> departures, Func<string, CallInvoker> to, CancellationToken cancel)
    {
        var facts = await parts.Ask(departures, to, cancel);
        var former = await Former(departures, facts, cancel);
        var stays = await LastStays(departures, cancel);
        return [.. facts.Select((known, i) => known with { FormerDeparture = former[i], LastStay = stays.GetValueOrDefault(departures[i]) })];
    }

    async Task<Dictionary<ToDecide, StayOnRecord>> LastStays(IReadOnlyList<ToDecide> departures, CancellationToken cancel)
    {
        var found = new Dictionary<ToDecide, StayOnRecord>();
        foreach (var asked in departures.Where(d => rules.AsksForLastStay(d.Departure)))
        {
            var numbers = asked.Worker.Numbers;
            var crossings = await db.Crossings.AsNoTracking().Where(c => numbers.Contains(c.WorkerNumber)).Select(c => new { c.Id, c.Kind, c.Country, c.CrossedAt }).ToListAsync(cancel);
            var last = Spells.Of(crossings.Select(c => Passage.Of(c.Id, c.Kind, c.Country, c.CrossedAt)), practice.ClockSkew)
                .LastOrDefault(s => s.Country == asked.Departure.Destination && s is { Began: not null, Ended: not null });
            if (last is { Began: { } began, Ended: { } ended })
                found[asked] = new(began.At.DayIn(last.Country), ended.At.DayIn(last.Country));
        }
        return found;
    }

    /// <summary>The contract, unless it is another agency's than the one that applies.</summary>
    public static ContractFacts? Own(Departure departure, ContractFacts? contract) => departure.MayBeUnder(IdOf(contract?.AgencyId)) ? contract : null;

    public static Guid? IdOf(string? text) => Guid.TryParse(text, out var id) ? id : null;

    /// <summary>For each departure the last day of an earlier one that was cleared, by the same way to the same employer; only where the channel's rules ask for it.</summary>
    async Task<IReadOnlyList<DateOnly?>> Former(IReadOnlyList<ToDecide> departures, IReadOnlyList<ClearanceFacts> facts, CancellationToken cancel)
    {
        string[] numbers = [.. departures.Zip(facts).Where(each => rules.AsksForFormer(each.First.Departure) && IdOf(each.Second.Contract?.EmployerId) is not null).SelectMany(each => each.First.Worker.Numbers).Distinct()];
        if (numbers.Length == 0)
            return [.. departures.Select(_ => (DateOnly?)null)];

        var former = (await db.Departures.AsNoTracking().Where(d => numbers.Contains(d.WorkerNumber) && d.Status == DepartureStatus.Cleared && d.EmployerId != null)
            .Select(d => new { d.Id, d.WorkerNumber, d.EmployerId, d.Origin, d.Destination, d.Channel, d.PlannedOn }).ToListAsync(cancel)).ToLookup(d => d.WorkerNumber);
        return [.. departures.Zip(facts, (asked, known) => asked.Worker.Numbers.SelectMany(n => former[n])
            .Where(f => f.Id != asked.Departure.Id && f.EmployerId == IdOf(known.Contract?.EmployerId) && f.PlannedOn < asked.Departure.PlannedOn
                && (f.Origin, f.Destination, f.Channel) == (asked.Departure.Origin, asked.Departure.Destination, asked.Departure.Channel))
            .Max(f => (DateOnly?)f.PlannedOn))];
    }
}
