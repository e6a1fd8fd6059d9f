using Gms.Platform;
using Gms.Registry.Departures;
using Gms.Registry.Returns;
using Gms.Registry.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Gms.Registry.Crossings;

/// <summary>A person who crosses: every number, the survivor's facts, the cleared departures, and the crossings around those that are being told.</summary>
sealed record Traveller(string Survivor, IReadOnlyList<string> Numbers, TravellerFacts Facts, IReadOnlyList<Departure> Departures)
{
    /// <summary>In the order in which they were read; those told in this piece are added.</summary>
    public List<KnownCrossing> Known { get; } = [];

    /// <summary>Every return on record; those told in this piece are added.</summary>
    public List<WorkerReturn> Returns { get; } = [];

    public IEnumerable<Passage> Passages => Known.Select(k => k.Passage).Concat(Returns.Select(Passage.Of));

    /// <summary>The newest cleared departure that leads this way, or home again.</summary>
    public Departure? DepartureFor(CrossingKind kind, string country) =>
        Newest(d => (kind == CrossingKind.Exit ? d.Origin : d.Destination) == country) ?? Newest(d => (kind == CrossingKind.Exit ? d.Destination : d.Origin) == country);

    Departure? Newest(Func<Departure, bool> leads) => Departures.Where(leads).MaxBy(d => d.Id);
}

/// <summary>What figures and rules need of a person.</summary>
sealed record TravellerFacts(string Country, string? Nationality, PartialDate BirthDate, Sex Sex, string? Province)
{
    static readonly HashSet<string> Known = ["KH", "CN", "LA", "MM", "TH", "VN"];

    /// <summary>Where the person is at home as far as figures go: the state of nationality if it is one of the six, else the country that enrolled.</summary>
    public string Home => Nationality is { } state && Known.Contains(state) ? state : Country;
}

/// <summary>Reads travellers, many at once, each under a lock: two reports of one crossing must see each other.</summary>
static class Travellers
{
    const int CrossingsBefore = 3;

    /// <param name="db">The database, in the transaction that the crossings belong to.</param>
    /// <param name="numbers">Worker numbers as they were told.</param>
    /// <param name="since">From when on every crossing is read; a few before it are read too.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <returns>By number; a number that nobody has is missing.</returns>
    public static async Task<IReadOnlyDictionary<string, Traveller>> Find(RegistryDb db, IReadOnlyCollection<string> numbers, DateTimeOffset since, CancellationToken cancel)
    {
        var persons = await Numbers(db, numbers, cancel);
        await Lock(db, [.. persons.Select(p => p.Survivor).Distinct()], cancel);

        string[] survivors = [.. persons.Select(p => p.Survivor).Distinct()];
        string[] all = [.. persons.SelectMany(p => p.Numbers).Distinct()];
        var facts = await db.Workers.AsNoTracking().Where(w => survivors.Contains(w.WorkerNumber))
            .Select(w => new { w.WorkerNumber, Facts = new TravellerFacts(w.Country, w.Nationality, w.BirthDate, w.Sex, w.Province) }).ToDictionaryAsync(w => w.WorkerNumber, w => w.Facts, cancel);
        var departures = (await db.Departures.AsNoTracking().Where(d => all.Contains(d.WorkerNumber) && d.Status == DepartureStatus.Cleared).ToListAsync(cancel)).ToLookup(d => d.WorkerNumber);
        var returns = (await db.Returns.AsNoTracking().Where(r => all.Contains(r.WorkerNumber)).ToListAsync(cancel)).ToLookup(r => r.WorkerNumber);
        var crossings = (await Crossings(db, all, since, cancel)).ToLookup(c => c.Number, c => c.Crossing);

        var found = new Dictionary<string, Traveller>();
        foreach (var person in persons.Where(p => facts.ContainsKey(p.Survivor)).DistinctBy(p => p.Survivor))
        {
            var traveller = new Traveller(person.Survivor, person.Numbers, facts[person.Survivor], [.. person.Numbers.SelectMany(n => departures[n])]);
            traveller.Known.AddRange(person.Numbers.SelectMany(n => crossings[n]));
            traveller.Returns.AddRange(person.Numbers.SelectMany(n => returns[n]));
            foreach (var number in person.Numbers)
                found[number] = traveller;
        }
        return found;
    }

    static async Task<List<(string Survivor, string[] Numbers)>> Numbers(RegistryDb db, IReadOnlyCollection<string> numbers, CancellationToken cancel)
    {
        await using var command = await Command(db, "SELECT worker_survivor(asked), worker_numbers(asked) FROM unnest($1) AS asked", cancel);
        command.Parameters.Add(new() { Value = numbers.Distinct().ToArray() });
        await using var row = await command.ExecuteReaderAsync(cancel);
        var found = new List<(string, string[])>();
        while (await row.ReadAsync(cancel))
            found.Add((row.GetString(0), row.GetFieldValue<string[]>(1)));
        return found;
    }

    static async Task Lock(RegistryDb db, string[] survivors, CancellationToken cancel)
    {
        await using var command = await Command(db, "SELECT pg_advisory_xact_lock(key) FROM (SELECT hashtextextended(number, 3) AS key FROM unnest($1) AS number ORDER BY 1) AS keys", cancel);
        command.Parameters.Add(new() { Value = survivors });
        await command.ExecuteNonQueryAsync(cancel);
    }

    static async Task<List<(string Number, KnownCrossing Crossing)>> Crossings(RegistryDb db, string[] numbers, DateTimeOffset since, CancellationToken cancel)
    {
        await using var command = await Command(db,
            $"""
            SELECT c.worker_number, c.id, c.kind, c.country, c.checkpoint, c.crossed_at, c.departure_id, ARRAY(SELECT r.source FROM crossing_reports r WHERE r.crossing_id = c.id) || c.source
            FROM unnest($1) AS asked (number), LATERAL (
                SELECT * FROM crossings WHERE worker_number = asked.number AND crossed_at >= $2
                UNION ALL
                (SELECT * FROM crossings WHERE worker_number = asked.number AND crossed_at < $2 ORDER BY crossed_at DESC LIMIT {CrossingsBefore})) AS c
            """, cancel);
        command.Parameters.Add(new() { Value = numbers });
        command.Parameters.Add(new() { Value = since.ToUniversalTime(), NpgsqlDbType = NpgsqlDbType.TimestampTz });
        await using var row = await command.ExecuteReaderAsync(cancel);
        var found = new List<(string, KnownCrossing)>();
        while (await row.ReadAsync(cancel))
            found.Add((row.GetString(0), new(row.GetGuid(1), Enum.Parse<CrossingKind>(row.GetString(2)), row.GetString(3), row.IsDBNull(4) ? null : row.GetString(4),
                row.GetFieldValue<DateTimeOffset>(5), row.IsDBNull(6) ? null : row.GetGuid(6), [.. row.GetFieldValue<string[]>(7).Select(Enum.Parse<CrossingSource>)])));
        return found;
    }

    static async Task<NpgsqlCommand> Command(RegistryDb db, string sql, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        return new(sql, (NpgsqlConnection)db.Database.GetDbConnection(), (NpgsqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction());
    }
}
