using Gms.Platform;
using Gms.SocialSecurity.Memberships;
using Npgsql;
using NpgsqlTypes;

namespace Gms.SocialSecurity.Coverage;

/// <summary>One worker's memberships, under every number of the worker, with the months that count, in one prepared round trip: coverage is asked all day long.</summary>
public sealed class Records(NpgsqlDataSource database)
{
    internal const string Sql =
        """
        SELECT scheme, from_day, to_day, born, sex, paid_months
          FROM memberships
         WHERE worker_number = ANY (worker_numbers($1)) AND end_reason IS DISTINCT FROM 'RecordedInError'
        """;

    const string SqlOfMany =
        """
        SELECT asked, scheme, from_day, to_day, born, sex, paid_months
          FROM unnest($1) AS asked CROSS JOIN LATERAL unnest(worker_numbers(asked)) AS number JOIN memberships ON worker_number = number
         WHERE end_reason IS DISTINCT FROM 'RecordedInError'
        """;

    internal async Task<IReadOnlyList<Insured>> Of(string workerNumber, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = workerNumber });
        await using var row = await command.ExecuteReaderAsync(cancel);
        var records = new List<Insured>();
        while (await row.ReadAsync(cancel))
            records.Add(Read(row, 0));
        return records;
    }

    /// <summary>The records of many workers, by the number asked, in one round trip.</summary>
    internal async Task<ILookup<string, Insured>> Of(IReadOnlyList<string> workerNumbers, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(SqlOfMany);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. workerNumbers.Distinct()] });
        await using var row = await command.ExecuteReaderAsync(cancel);
        var records = new List<(string Asked, Insured Record)>();
        while (await row.ReadAsync(cancel))
            records.Add((row.GetString(0), Read(row, 1)));
        return records.ToLookup(r => r.Asked, r => r.Record);
    }

    static Insured Read(NpgsqlDataReader row, int first) => new(
        row.GetString(first),
        row.GetFieldValue<DateOnly>(first + 1),
        row.IsDBNull(first + 2) ? null : row.GetFieldValue<DateOnly>(first + 2),
        row.GetString(first + 3) is { Length: > 0 } born ? PartialDate.Parse(born) : null,
        row.GetString(first + 4),
        Months.Of(row.GetFieldValue<NpgsqlRange<DateOnly>[]>(first + 5)));
}

/// <summary>One membership as a coverage check weighs it.</summary>
/// <param name="Sex">female, male, other, or empty.</param>
sealed record Insured(string Scheme, DateOnly From, DateOnly? To, PartialDate? Born, string Sex, Months Paid)
{
    public bool On(DateOnly day) => From <= day && (To is not { } to || day <= to);
}
