using Gms.Platform;
using Grpc.Core;
using Npgsql;
using NpgsqlTypes;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Statistics;

partial class StatisticsService
{
    const int MostMembers = 50_000;

    public override async Task<Proto.CountCohortResponse> CountCohort(Proto.CountCohortRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var country = Read.Country(request.Country, "country");
        var (from, before) = (Read.Day(request.From, "from"), Read.Day(request.Before, "before"));

        Refuse.IfInvalid(ToCount(request.Groups.Sum(g => g.Members.Count), from, before));

        var members = request.Groups.SelectMany((g, i) => g.Members.Select((m, j) => new Member(
            i, Read.WorkerNumber(m.WorkerNumber, $"groups[{i}].members[{j}].worker_number"), Read.OptionalDay(m.Since, $"groups[{i}].members[{j}].since") ?? from))).ToList();

        var keys = request.Groups.Select((g, i) => Read.OptionalText(g.Key, $"groups[{i}].key", 64) ?? "").ToList();
        var counted = await Cohorts(country, from, before, members, cancel);
        var departed = await Departed(country, from, before, cancel);
        var answer = new Proto.CountCohortResponse { Threshold = cells.Threshold, Groups = { keys.Select((key, i) => Counted(key, [.. counted.Where(c => c.Group == i)])) } };
        if (departed >= cells.Threshold)
            answer.Departed = departed;
        return answer;
    }

    static IEnumerable<Problem> ToCount(int members, DateOnly from, DateOnly before)
    {
        if (members > MostMembers)
            yield return Problems.StatisticsCohortSize(MostMembers);
        if (from.Day != 1 || before.Day != 1 || before < from)
            yield return Problems.StatisticsMonthsNotFull();
    }

    Proto.CohortCount Counted(string key, List<OfSex> counts) => counts.Sum(c => c.People) < cells.Threshold
        ? new() { Key = key, TooFew = true }
        : new() { Key = key, BySex = { counts.ToDictionary(c => c.Sex, c => c.People) }, Departed = counts.Sum(c => c.Departed) };

    /// <summary>The people of each group by sex. Who has two numbers counts once, from the earlier day on.</summary>
    async Task<List<OfSex>> Cohorts(string country, DateOnly from, DateOnly before, List<Member> members, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            $"""
            WITH asked AS (
                SELECT cohort, worker_survivor(number) AS worker, min(since) AS since
                  FROM unnest($4::int[], $5::text[], $6::timestamptz[]) AS a (cohort, number, since) GROUP BY 1, 2),
            {Left}
            SELECT a.cohort, coalesce(lower(w.sex), 'unknown'), count(*), count(*) FILTER (WHERE l.last_at >= a.since)
              FROM asked a LEFT JOIN workers w ON w.worker_number = a.worker LEFT JOIN departed l ON l.worker = a.worker
             GROUP BY 1, 2 ORDER BY 1, 2
            """);
        AddPeriod(command, country, from, before);
        command.Parameters.Add(new() { Value = members.Select(m => m.Group).ToArray() });
        command.Parameters.Add(new() { Value = members.Select(m => m.WorkerNumber).ToArray() });
        command.Parameters.Add(new() { Value = members.Select(m => m.Since.StartIn(country).UtcDateTime).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz });
        await using var row = await command.ExecuteReaderAsync(cancel);
        var counts = new List<OfSex>();
        while (await row.ReadAsync(cancel))
            counts.Add(new(row.GetInt32(0), row.GetString(1).Trim(), row.GetInt64(2), row.GetInt64(3)));
        return counts;
    }

    async Task<long> Departed(string country, DateOnly from, DateOnly before, CancellationToken cancel)
    {
        await using var command = database.CreateCommand($"WITH {Left} SELECT count(*) FROM departed");
        AddPeriod(command, country, from, before);
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }

    static void AddPeriod(NpgsqlCommand command, string country, DateOnly from, DateOnly before)
    {
        command.Parameters.Add(new() { Value = country });
        command.Parameters.Add(new() { Value = from });
        command.Parameters.Add(new() { Value = before });
    }

    /// <summary>Who left the own country in these months, as the ledger of movements counts it, and when last.</summary>
    const string Left =
        """
        departed AS (
            SELECT worker_survivor(c.worker_number) AS worker, max(c.crossed_at) AS last_at
              FROM movements m JOIN crossings c ON c.id = m.record_id
             WHERE m.measure = 'Departures' AND m.n = 1 AND m.origin = $1 AND m.month >= $2 AND m.month < $3 GROUP BY 1)
        """;

    sealed record Member(int Group, string WorkerNumber, DateOnly Since);

    sealed record OfSex(int Group, string Sex, long People, long Departed);
}
