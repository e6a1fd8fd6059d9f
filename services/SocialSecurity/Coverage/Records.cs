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

    internal async Task<IReadOnlyList<Insured>> Of(string workerNumber, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = workerNumber });
        await using var row = await command.ExecuteReaderAsync(cancel);
        var records = new List<Insured>();
        while (await row.ReadAsync(cancel))
            records.Add(new(
                row.GetString(0),
                row.GetFieldValue<DateOnly>(1),
                row.IsDBNull(2) ? null : row.GetFieldValue<DateOnly>(2),
                row.GetString(3) is { Length: > 0 } born ? PartialDate.Parse(born) : null,
                row.GetString(4),
                Months.Of(row.GetFieldValue<NpgsqlRange<DateOnly>[]>(5))));
        return records;
    }
}

/// <summary>One membership as a coverage check weighs it.</summary>
/// <param name="Sex">female, male, other, or empty.</param>
sealed record Insured(string Scheme, DateOnly From, DateOnly? To, PartialDate? Born, string Sex, Months Paid)
{
    public bool On(DateOnly day) => From <= day && (To is not { } to || day <= to);
}
