using System.Data;
using Gms.Platform;
using Gms.Registry.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Gms.Registry.Duplicates;

/// <summary>
/// Finds who may be the same person, among the workers on record and among those asked about together. Runs on the connection, and in the
/// transaction, of its database context.
/// </summary>
sealed class DuplicateSearch(RegistryDb db, Matcher matcher)
{
    /// <summary>Locks are few whatever the number of people, so that a chunk of 500 does not fill the server's table of locks.</summary>
    const int LockBuckets = 4096, LockSpace = 471_006;

    /// <summary>
    /// Makes whoever enrols one of these people at the same moment wait until this transaction ends. Call it before <see cref="Find"/>, in an open transaction.
    /// </summary>
    public async Task Lock(IReadOnlyList<Sought> people, CancellationToken cancel)
    {
        var buckets = people.SelectMany(p => p.Strongest).Select(k => (int)((ulong)k % LockBuckets)).Distinct().Order().ToArray();
        await using var command = await Command("SELECT pg_advisory_xact_lock($1, bucket) FROM unnest($2) AS bucket", cancel);
        command.Parameters.Add(new() { Value = LockSpace });
        command.Parameters.Add(new() { Value = buckets });
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>
    /// For each person those at or above the lower threshold, the likeliest first. A pair that an officer decided to be two people is left out.
    /// </summary>
    public Task<IReadOnlyList<IReadOnlyList<Candidate>>> Find(IReadOnlyList<Sought> people, CancellationToken cancel) => Find(people, SoughtBefore.Nobody, cancel);

    /// <param name="before">People who are found although they are not on record.</param>
    public async Task<IReadOnlyList<IReadOnlyList<Candidate>>> Find(IReadOnlyList<Sought> people, SoughtBefore before, CancellationToken cancel)
    {
        var found = people.Select(_ => new List<Candidate>()).ToArray();
        foreach (var (person, record) in await OnRecord(people, cancel))
            Add(found[person], people[person].Features, record, record.WorkerNumber, null);
        for (var person = 0; person < people.Count; person++)
            foreach (var other in before.SharingKeys(people[person], matcher.Data.MostCandidates))
                Add(found[person], people[person].Features, other.Features, other.WorkerNumber, null);
        foreach (var (person, other) in WithinBatch.Pairs(people, matcher.Data.MostCandidates))
            Add(found[person], people[person].Features, people[other].Features, people[other].WorkerNumber, other);

        await LeaveOutDecided(people, found, cancel);
        return [.. found.Select(f => f.OrderByDescending(c => c.Score).ToList())];
    }

    void Add(List<Candidate> found, MatchFeatures person, MatchFeatures other, string? number, int? index)
    {
        var scored = matcher.Score.Of(person, other);
        if (scored.Verdict is not Verdict.Another)
            found.Add(new(number, index, other.Country, scored.Score, scored.Verdict, scored.Reasons));
    }

    async Task<List<(int Person, MatchFeatures Record)>> OnRecord(IReadOnlyList<Sought> people, CancellationToken cancel)
    {
        var asked = people.SelectMany((p, i) => p.Asked.Select(key => (Person: i, Key: key))).ToList();
        await using var command = await Command("SELECT * FROM match_candidates($1, $2, $3)", cancel);
        command.Parameters.Add(new() { Value = asked.ConvertAll(a => a.Person).ToArray() });
        command.Parameters.Add(new() { Value = asked.ConvertAll(a => a.Key).ToArray() });
        command.Parameters.Add(new() { Value = matcher.Data.MostCandidates });
        await using var row = await command.ExecuteReaderAsync(cancel);
        var records = new List<(int, MatchFeatures)>();
        while (await row.ReadAsync(cancel))
            if (row.GetInt32(0) is var person && row.GetString(2) is var number && number != people[person].WorkerNumber)
                records.Add((person, matcher.Features(Read(row))));
        return records;
    }

    static MatchRecord Read(NpgsqlDataReader row) => new()
    {
        WorkerId = row.GetGuid(1),
        WorkerNumber = row.GetString(2),
        Country = row.GetString(3),
        Names = row.GetString(4),
        BirthDate = PartialDate.Parse(row.GetString(5)),
        Sex = Enum.Parse<Sex>(row.GetString(6)),
        Nationality = row.IsDBNull(7) ? null : row.GetString(7),
        Province = row.IsDBNull(8) ? null : row.GetString(8),
        Father = row.GetFieldValue<long[]>(9),
        Mother = row.GetFieldValue<long[]>(10),
        Documents = row.GetFieldValue<long[]>(11),
        Contacts = row.GetFieldValue<long[]>(12),
        Keys = [],
    };

    async Task LeaveOutDecided(IReadOnlyList<Sought> people, List<Candidate>[] found, CancellationToken cancel)
    {
        for (var i = 0; i < people.Count; i++)
        {
            if (people[i].WorkerNumber is not { } number || found[i].Count == 0)
                continue;
            var decided = await DuplicateDecision.OthersThan(number, db, cancel);
            found[i].RemoveAll(c => c.WorkerNumber is not null && decided.Contains(c.WorkerNumber));
        }
    }

    async Task<NpgsqlCommand> Command(string sql, CancellationToken cancel)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        if (connection.State is not ConnectionState.Open)
            await db.Database.OpenConnectionAsync(cancel);
        return new(sql, connection, (NpgsqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction());
    }
}
