using Gms.Platform;
using Gms.Registry.Departures;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Crossings;

partial class CrossingsService
{
    public override async Task<Proto.ListSpellsResponse> ListSpells(Proto.ListSpellsRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var (size, after) = (Read.PageSize(request.PageSize), Read.PageToken(request.PageToken));
        var numbers = await db.NumbersOf(number, cancel);
        var holders = await db.Workers.Where(w => numbers.Contains(w.WorkerNumber)).Select(w => w.Country).ToListAsync(cancel);
        if (holders.Count == 0)
            throw Refuse.NotFound(Problems.WorkerNotFound());
        var crossings = await db.Crossings.AsNoTracking().Include(c => c.Reports).Where(c => numbers.Contains(c.WorkerNumber)).ToDictionaryAsync(c => c.Id, cancel);
        call.MustReach(new() { Countries = [.. holders, .. crossings.Values.Select(c => c.Country)], Worker = number }, Problems.WorkerNotFound());

        var returns = await db.Returns.AsNoTracking().Where(r => numbers.Contains(r.WorkerNumber)).ToListAsync(cancel);
        var spells = Spells.Of(crossings.Values.Select(c => Passage.Of(c.Id, c.Kind, c.Country, c.CrossedAt)).Concat(returns.Select(Passage.Of)), practice.ClockSkew);
        var page = spells.SkipWhile(s => after is not null && s.Last.Id != after).Skip(after is null ? 0 : 1).Take(size).ToList();
        var departures = await DeparturesOf(page, crossings, cancel);
        call.Disclose(number, "crossings");
        var response = new Proto.ListSpellsResponse { NextPageToken = page.Count == size ? page[^1].Last.Id.NextPageToken() : "" };
        foreach (var spell in page)
            response.Spells.Add(await Shown(spell, crossings, departures, cancel));
        return response;
    }

    async Task<Dictionary<Guid, Departure>> DeparturesOf(List<Spell> page, Dictionary<Guid, Crossing> crossings, CancellationToken cancel)
    {
        Guid[] ids = [.. page.Select(s => s.Began is { } began ? crossings[began.Id].DepartureId : null).OfType<Guid>().Distinct()];
        return await db.Departures.AsNoTracking().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, cancel);
    }

    async Task<Proto.Spell> Shown(Spell spell, Dictionary<Guid, Crossing> crossings, Dictionary<Guid, Departure> departures, CancellationToken cancel)
    {
        var limit = spell.Began is { } began && crossings[began.Id].DepartureId is { } id
            ? await limits.Extended(db, departures[id], spell.Country, began.At.DayIn(spell.Country), cancel)
            : null;
        return new()
        {
            Country = spell.Country,
            Began = Edge(spell.Began, crossings),
            Ended = Edge(spell.Ended, crossings),
            Gaps = { spell.Gaps.Select(ToProto) },
            AllowedUntil = limit?.Until.ToProto(),
            AllowedBy = limit?.By ?? "",
            BackOn = spell.BackOn?.ToProto(),
        };
    }

    static Proto.SpellEdge? Edge(Passage? passage, Dictionary<Guid, Crossing> crossings) => passage is not { } edge ? null : new()
    {
        CrossingId = edge.Id.ToString(),
        CrossedAt = edge.At.ToTimestamp(),
        Checkpoint = crossings[edge.Id].Checkpoint ?? "",
        ToldBy = { crossings[edge.Id].Reports.Select(r => r.Source).Prepend(crossings[edge.Id].Source).Select(ToProto) },
        DepartureId = crossings[edge.Id].DepartureId?.ToString() ?? "",
    };

    static Proto.CrossingSource ToProto(CrossingSource source) => source switch
    {
        CrossingSource.Post => Proto.CrossingSource.Post,
        CrossingSource.OtherSide => Proto.CrossingSource.OtherSide,
        CrossingSource.List => Proto.CrossingSource.List,
        CrossingSource.Worker => Proto.CrossingSource.Worker,
    };

    static Proto.SpellGap ToProto(SpellGap gap) => gap switch
    {
        SpellGap.ArrivalWithoutExit => Proto.SpellGap.ArrivalWithoutExit,
        SpellGap.ExitWithoutArrival => Proto.SpellGap.ExitWithoutArrival,
        SpellGap.TwoExits => Proto.SpellGap.TwoExits,
        SpellGap.NotEntered => Proto.SpellGap.NotEntered,
        SpellGap.NotLeft => Proto.SpellGap.NotLeft,
    };
}
