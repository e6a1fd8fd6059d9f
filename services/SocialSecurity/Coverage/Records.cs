using Gms.Platform;
using Gms.SocialSecurity.Memberships;
using Npgsql;
using NpgsqlTypes;

namespace Gms.SocialSecurity.Coverage;

/// <summary>
/// Workers' memberships, under every number of each worker, with the months that count. Coverage is asked all day long, so what is asked at the
/// same moment is read in one prepared statement; whoever asks alone goes at once.
/// </summary>
public sealed class Records
{
    const int MostTogether = 64;
    const int AtOnce = 2;

    /// <summary>Hardly anybody was ever merged: the function that follows merges is called for those only.</summary>
    internal const string Sql =
        """
        SELECT asked, scheme, from_day, to_day, born, sex, paid_months, own
          FROM unnest($1) AS asked
         CROSS JOIN LATERAL unnest(CASE WHEN EXISTS (SELECT FROM worker_aliases WHERE number = asked) OR EXISTS (SELECT FROM worker_aliases WHERE survivor = asked)
                                        THEN worker_numbers(asked) ELSE ARRAY[asked] END) AS own
          JOIN memberships ON worker_number = own
         WHERE end_reason IS DISTINCT FROM 'RecordedInError'
        """;

    static readonly IReadOnlyList<Insured> None = [];

    readonly NpgsqlDataSource _database;
    readonly Together<string, IReadOnlyList<Insured>> _asked;

    public Records(NpgsqlDataSource database)
    {
        _database = database;
        _asked = new(MostTogether, AtOnce, Answer);
    }

    internal Task<IReadOnlyList<Insured>> Of(string workerNumber, CancellationToken cancel) => _asked.Ask(workerNumber).WaitAsync(cancel);

    /// <summary>The records of many workers, by the number asked, in one round trip. Whoever has none is not in it.</summary>
    internal async Task<IReadOnlyDictionary<string, IReadOnlyList<Insured>>> Of(IEnumerable<string> workerNumbers, CancellationToken cancel)
    {
        await using var command = _database.CreateCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. workerNumbers.Distinct()] });
        await using var row = await command.ExecuteReaderAsync(cancel);
        var records = new Dictionary<string, IReadOnlyList<Insured>>(StringComparer.Ordinal);
        while (await row.ReadAsync(cancel))
        {
            var asked = row.GetString(0);
            if (!records.TryGetValue(asked, out var own))
                records[asked] = own = new List<Insured>(1);
            ((List<Insured>)own).Add(Read(row));
        }
        return records;
    }

    async Task Answer(IReadOnlyList<Asked<string, IReadOnlyList<Insured>>> together)
    {
        var records = await Of(together.Select(a => a.Item), CancellationToken.None);
        foreach (var asked in together)
            asked.Answer(records.GetValueOrDefault(asked.Item, None));
    }

    static Insured Read(NpgsqlDataReader row) => new(
        row.GetString(1),
        row.GetFieldValue<DateOnly>(2),
        row.IsDBNull(3) ? null : row.GetFieldValue<DateOnly>(3),
        row.GetString(4) is { Length: > 0 } born ? PartialDate.Parse(born) : null,
        row.GetString(5),
        Months.Of(row.GetFieldValue<NpgsqlRange<DateOnly>[]>(6))) { WorkerNumber = row.GetString(7) };
}

/// <summary>One membership as a coverage check weighs it.</summary>
/// <param name="Sex">female, male, other, or empty.</param>
sealed record Insured(string Scheme, DateOnly From, DateOnly? To, PartialDate? Born, string Sex, Months Paid)
{
    /// <summary>The number under which it is recorded.</summary>
    public string WorkerNumber { get; init; } = "";

    public bool On(DateOnly day) => From <= day && (To is not { } to || day <= to);
}
