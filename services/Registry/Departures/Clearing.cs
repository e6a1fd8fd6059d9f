using Gms.Events;
using Gms.Platform;
using Gms.Type.V1;
using Gms.Registry.Passes;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace Gms.Registry.Departures;

/// <summary>
/// Decides departures, the first time or again: asks each part once for all of them, weighs each by itself, and saves the decisions with their events
/// in one transaction. One that cannot be saved is told so; the others are saved without it.
/// </summary>
sealed class Clearing(RegistryDb db, DepartureFacts ask, IPeers peers, ClearanceRules rules, PassIssuer passes, TimeProvider clock)
{
    public async Task Decide(IReadOnlyList<Asked<ToDecide, DepartureDecision?>> piece, CancellationToken cancel)
    {
        IReadOnlyList<ToDecide> departures = [.. piece.Select(a => a.Item)];
        var facts = await ask.Ask(departures, peer => peers.To(peer, Purpose.DepartureClearance), cancel);
        var decided = new List<Decided>(piece.Count);
        foreach (var (asked, known) in piece.Zip(facts))
        {
            if (Weigh(asked, known) is { } one)
                decided.Add(one);
            else
                asked.Answer(null);
        }
        await Save(decided, cancel);
    }

    /// <summary>Null when it changes nothing.</summary>
    Decided? Weigh(Asked<ToDecide, DepartureDecision?> asked, ClearanceFacts facts)
    {
        var departure = asked.Item.Departure;
        var findings = rules.Weigh(departure, facts);
        var first = departure.Status == DepartureStatus.Received;
        if (departure.Take(rules.Decide(departure, findings, facts), findings, DepartureFacts.IdOf(facts.Contract?.AgencyId), clock.GetUtcNow(), DepartureFacts.IdOf(facts.Contract?.EmployerId)) is not { } decision)
            return null;

        asked.Item.Application.Call.Disclose(departure.WorkerNumber, "departure", "birth_date", "documents", "recruitment", "coverage", "orientation");
        var decidedEvent = DepartureEvents.Decided(departure, decision);
        return new(asked, facts, decision, first ? [DepartureEvents.Registered(departure), decidedEvent] : [decidedEvent]);
    }

    async Task Save(IReadOnlyList<Decided> decided, CancellationToken cancel)
    {
        if (decided.Count == 0)
            return;
        try
        {
            await Write(decided, cancel);
        }
        catch (Exception failure) when (decided.Count > 1 && failure is (PostgresException or DbUpdateException))
        {
            foreach (var one in decided)
                await Save([one], cancel);
        }
        catch (Exception failure) when (failure is PostgresException or DbUpdateException)
        {
            decided[0].Asked.Fail(failure);
        }
    }

    async Task Write(IReadOnlyList<Decided> decided, CancellationToken cancel)
    {
        db.Forget();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var moved = await Move(decided, cancel);
        IReadOnlyList<Decided> saved = [.. decided.Where(d => moved.Contains(d.Departure.Id))];
        await BulkCopy.Write(db, saved.Select(d => d.Decision), cancel);
        await passes.IssueAll([.. saved.Where(d => d.Decision.Status == DepartureStatus.Cleared).Select(d => new Cleared(d.Departure, d.Decision.Findings, d.Facts.Contract, d.Asked.Item.Worker.Numbers))], cancel);
        await db.CommitTogether([.. saved.Select(d => d.Call)], [.. saved.SelectMany(d => d.Rows)], cancel);

        foreach (var one in decided)
            one.Asked.Answer(moved.Contains(one.Departure.Id) ? one.Decision : null);
    }

    /// <summary>Moves the departures on, save those that an officer or another process moved meanwhile.</summary>
    async Task<HashSet<Guid>> Move(IReadOnlyList<Decided> decided, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            """
            UPDATE departures
               SET status = now.status, missing_parts = string_to_array(now.missing, ' '), agency_id = now.agency, employer_id = now.employer, held_at = now.held, version = now.version,
                   owner = CASE now.status WHEN 'Held' THEN owner END, owner_organisation = CASE now.status WHEN 'Held' THEN owner_organisation END, owned_at = CASE now.status WHEN 'Held' THEN owned_at END
              FROM unnest($1, $2, $3, $4, $5, $6, $7) AS now (id, version, status, missing, agency, employer, held)
             WHERE departures.id = now.id AND departures.version = now.version - 1
            RETURNING departures.id
            """, (NpgsqlConnection)db.Database.GetDbConnection());
        void Add<T>(NpgsqlDbType type, Func<Decided, T> value) => command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | type, Value = decided.Select(value).ToArray() });
        Add(NpgsqlDbType.Uuid, d => d.Departure.Id);
        Add(NpgsqlDbType.Bigint, d => d.Departure.Version);
        Add(NpgsqlDbType.Text, d => d.Departure.Status.ToString());
        Add(NpgsqlDbType.Text, d => string.Join(' ', d.Departure.MissingParts));
        Add(NpgsqlDbType.Uuid, d => d.Departure.AgencyId);
        Add(NpgsqlDbType.Uuid, d => d.Departure.EmployerId);
        Add(NpgsqlDbType.TimestampTz, d => d.Departure.HeldAt?.ToUniversalTime());
        await using var row = await command.ExecuteReaderAsync(cancel);
        var moved = new HashSet<Guid>();
        while (await row.ReadAsync(cancel))
            moved.Add(row.GetGuid(0));
        return moved;
    }

    /// <summary>A decision that is to be saved, and what goes with it.</summary>
    sealed record Decided(Asked<ToDecide, DepartureDecision?> Asked, ClearanceFacts Facts, DepartureDecision Decision, IReadOnlyList<IEvent> Events)
    {
        public Departure Departure => Asked.Item.Departure;

        public Call Call => Asked.Item.Application.Call;

        public IEnumerable<OutboxRow> Rows => Events.Select(e => OutboxRow.Of(e, Asked.Item.Application.TraceParent, Asked.Item.Application.TestClock));
    }
}
