using Gms.Events.Registry;
using Gms.Platform;
using Gms.Registry.Crossings;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Stays;

partial class StaysService
{
    public override async Task<Proto.RecordExtensionResponse> RecordExtension(Proto.RecordExtensionRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var until = Read.Day(request.Until, "until");
        var departure = await FindDeparture(Read.Id(request.DepartureId, "departure_id"), cancel);
        var arrived = await Arrived(departure, cancel);
        var allowed = arrived is { } day ? (await limits.Extended(db, departure, departure.Destination, day, cancel))?.Until : null;

        Refuse.IfAny(StayRules.ToExtend(departure, until, allowed));

        var change = new StayChange
        {
            Kind = StayChangeKind.Extension,
            WorkerNumber = departure.WorkerNumber,
            DepartureId = departure.Id,
            Country = departure.Destination,
            Until = until,
            EffectiveOn = clock.TodayIn(departure.Destination),
            Findings = [.. StayRules.OfExtension(corridors.Find(departure.Origin, departure.Destination, departure.Channel), arrived, allowed, until)],
            RecordedAt = clock.GetUtcNow(),
        };
        db.Add(change);
        await WatchUntil(departure.Id, departure.Destination, until, cancel);
        db.Publish(new StayExtended
        {
            EventId = Guid.CreateVersion7(),
            OccurredAt = change.RecordedAt,
            SubjectId = change.Id.ToString(),
            SubjectVersion = 1,
            WorkerNumber = change.WorkerNumber,
            Country = change.Country,
            DepartureId = departure.Id,
            Until = until,
        });
        call.Disclose(change.WorkerNumber, "stay");
        return await db.Commit(new Proto.RecordExtensionResponse { ChangeId = change.Id.ToString(), Checks = { change.Findings.Select(f => f.ToProto(call.Caller.Agency is not null)) } }, cancel);
    }

    /// <summary>A stay is watched until the new day, also one whose last day was over and asked about; a question that was asked already is answered.</summary>
    async Task WatchUntil(Guid departure, string country, DateOnly until, CancellationToken cancel)
    {
        var stays = await db.Crossings.AsNoTracking().Where(c => c.DepartureId == departure && c.Kind == CrossingKind.Arrival && c.Country == country).ToDictionaryAsync(c => c.Id, cancel);
        Guid[] ids = [.. stays.Keys];
        var watched = await db.Set<CrossingWatch>().Where(w => ids.Contains(w.CrossingId)).ToListAsync(cancel);
        foreach (var watch in watched)
            watch.MoveTo(until, stays[watch.CrossingId].CrossedAt.DayIn(country), practice);
        if (stays.Values.MaxBy(c => c.CrossedAt) is { } last && !watched.Exists(w => w.CrossingId == last.Id) && !await missed.IsBack(last, cancel))
            db.Add(CrossingWatch.OfStay(last.Id, last.CrossedAt.DayIn(country), until, practice));
        foreach (var stay in ids)
            await db.CloseWorkItems(MissedCrossings.Key(stay), "EXTENDED", "The permit was extended.", clock.GetUtcNow(), cancel);
    }
}
