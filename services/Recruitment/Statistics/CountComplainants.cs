using Gms.Platform;
using Gms.Recruitment.Verdicts;
using Grpc.Core;
using NpgsqlTypes;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Statistics;

partial class StatisticsService
{
    const int MostMembers = 50_000;

    public override async Task<Proto.CountComplainantsResponse> CountComplainants(Proto.CountComplainantsRequest request, ServerCallContext context)
    {
        var country = Read.Country(request.Country, "country");
        var (from, before) = (Read.Day(request.From, "from"), Read.Day(request.Before, "before"));
        if (request.Members.Count > MostMembers)
            throw Refuse.Invalid(VerdictProblems.CohortTooLarge(MostMembers));
        var members = request.Members.Select((m, i) => (
            Number: Read.WorkerNumber(m.WorkerNumber, $"members[{i}].worker_number"),
            Since: (Read.OptionalDay(m.Since, $"members[{i}].since") ?? from).StartIn(country).UtcDateTime)).ToList();

        // Who has two numbers counts once. A complaint that the registry opened by itself is nobody's complaint.
        await using var command = database.CreateCommand(
            """
            WITH asked AS (
                SELECT worker_survivor(number) AS worker, min(since) AS since FROM unnest($4::text[], $5::timestamptz[]) AS a (number, since) GROUP BY 1),
            complained AS (
                SELECT worker_survivor(worker_number) AS worker, max(opened_at) AS last_at FROM complaints
                 WHERE country = $1 AND told_by <> 'Registry' AND opened_at >= $2 AND opened_at < $3 GROUP BY 1)
            SELECT (SELECT count(*) FROM asked), (SELECT count(*) FROM complained),
                   (SELECT count(*) FROM asked a JOIN complained c ON c.worker = a.worker AND c.last_at >= a.since)
            """);
        command.Parameters.Add(new() { Value = country });
        command.Parameters.Add(new() { Value = from.StartIn(country).UtcDateTime });
        command.Parameters.Add(new() { Value = before.StartIn(country).UtcDateTime });
        command.Parameters.Add(new() { Value = members.Select(m => m.Number).ToArray() });
        command.Parameters.Add(new() { Value = members.Select(m => m.Since).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz });
        await using var row = await command.ExecuteReaderAsync(context.CancellationToken);
        await row.ReadAsync(context.CancellationToken);
        var answer = new Proto.CountComplainantsResponse { Complained = row.GetInt64(1), Threshold = reference.CostIndicator.Threshold };
        if (row.GetInt64(0) >= answer.Threshold)
            answer.OfMembers = row.GetInt64(2);
        return answer;
    }
}
