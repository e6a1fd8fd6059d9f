using System.Globalization;
using Gms.Disclosures.V1;
using Google.Protobuf.WellKnownTypes;
using Npgsql;
using NpgsqlTypes;
using Recorded = Gms.Disclosures.V1.Disclosure;

namespace Gms.Platform;

/// <summary>This service's audit rows about one person, the newest first.</summary>
public sealed class RecordedDisclosures(NpgsqlDataSource database)
{
    /// <param name="workers">The person's worker numbers.</param>
    /// <param name="before">Only rows older than this one; null to start at the newest.</param>
    public async Task<IReadOnlyList<Recorded>> Read(IReadOnlyCollection<string> workers, DisclosurePosition? before, int most, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            """
            SELECT id, at, kind, event, call, account, organisation, actor, purpose, fields FROM audit
            WHERE subject = ANY ($1) AND kind <> 'refused' AND ($2::timestamptz IS NULL OR (at, id) < ($2, $3))
            ORDER BY at DESC, id DESC LIMIT $4
            """);
        command.Parameters.Add(new() { Value = workers.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = before is { } position ? position.At : DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        command.Parameters.Add(new() { Value = before?.Id ?? Guid.Empty });
        command.Parameters.Add(new() { Value = most });

        await using var row = await command.ExecuteReaderAsync(cancel);
        var read = new List<Recorded>();
        while (await row.ReadAsync(cancel))
            read.Add(Of(row));
        return read;
    }

    static Recorded Of(NpgsqlDataReader row)
    {
        var (id, at) = (row.GetGuid(0), row.GetFieldValue<DateTimeOffset>(1));
        return new()
        {
            DisclosureId = id.ToString(),
            Position = new DisclosurePosition(at, id).ToString(),
            At = Timestamp.FromDateTimeOffset(at),
            Kind = row.GetString(2) == "change" ? DisclosureKind.Change : DisclosureKind.Read,
            AuditEvent = row.GetString(3),
            Call = row.GetString(4),
            AccountId = row.GetString(5),
            OrganisationId = row.GetString(6),
            ActingService = row.IsDBNull(7) ? "" : row.GetString(7),
            Purpose = Purposes.TryParse(row.GetString(8), out var purpose) ? purpose : Type.V1.Purpose.Unspecified,
            Fields = { row.IsDBNull(9) ? [] : row.GetString(9).Split(' ', StringSplitOptions.RemoveEmptyEntries) },
        };
    }
}

/// <summary>Where a disclosure stands among those of all services: by time, to the microsecond, then by id.</summary>
public readonly record struct DisclosurePosition(DateTimeOffset At, Guid Id) : IComparable<DisclosurePosition>
{
    public int CompareTo(DisclosurePosition other) => At != other.At ? At.CompareTo(other.At) : Id.CompareTo(other.Id);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks / TimeSpan.TicksPerMicrosecond}:{Id:N}");

    /// <summary>Null when the text is no position.</summary>
    public static DisclosurePosition? Parse(string text) =>
        text.Split(':') is [var time, var id] && long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var micros)
            && micros <= DateTimeOffset.MaxValue.UtcTicks / TimeSpan.TicksPerMicrosecond && Guid.TryParseExact(id, "N", out var guid)
            ? new(new(micros * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero), guid)
            : null;

    public static bool operator <(DisclosurePosition left, DisclosurePosition right) => left.CompareTo(right) < 0;

    public static bool operator >(DisclosurePosition left, DisclosurePosition right) => left.CompareTo(right) > 0;

    public static bool operator <=(DisclosurePosition left, DisclosurePosition right) => left.CompareTo(right) <= 0;

    public static bool operator >=(DisclosurePosition left, DisclosurePosition right) => left.CompareTo(right) >= 0;
}
