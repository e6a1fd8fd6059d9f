using System.Formats.Cbor;

namespace Gms.Credentials;

/// <summary>Months in one scheme that follow one another.</summary>
/// <param name="Scheme">The scheme's identifier, for example TH-SSF-33.</param>
/// <param name="First">The first month: year × 12 + month − 1.</param>
/// <param name="Last">The last, inclusive.</param>
public sealed record StatedPeriod(string Scheme, int First, int Last);

/// <summary>Days abroad on which somebody stays insured at home.</summary>
/// <param name="Host">The country worked in, ISO 3166-1 alpha-2.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Agreement">The agreement that has the host ask for no contributions; null when there is none.</param>
public sealed record StatedPosting(string Host, DateOnly From, DateOnly To, string? Agreement);

/// <summary>
/// The claims of a statement of insurance periods (CWT, RFC 8392): months by scheme as they were on record when it was issued. No name: the worker number,
/// and the year of birth to compare with a paper. It does not expire; what is corrected later stands in another statement.
/// </summary>
public sealed record InsuranceStatement
{
    /// <summary>Stands in what is signed, so that a statement is never taken for a pass, nor a pass for a statement.</summary>
    public const string Type = "application/gms-insurance-statement+cwt";

    const int Birth = 1, Months = 2, Posted = 3, Host = 1, From = 2, To = 3, Under = 4;

    public required Guid StatementId { get; init; }

    /// <summary>The country whose schemes it states, and whose key signs.</summary>
    public required string Country { get; init; }

    public required string WorkerNumber { get; init; }

    /// <summary>Null when no year is on record.</summary>
    public int? BirthYear { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>By scheme, earliest first.</summary>
    public required IReadOnlyList<StatedPeriod> Periods { get; init; }

    /// <summary>Set in a certificate of coverage.</summary>
    public StatedPosting? Posting { get; init; }

    public byte[] ToClaims() => Claims.Write(writer =>
    {
        writer.Text(Claims.Issuer, Country);
        writer.Text(Claims.Subject, WorkerNumber);
        writer.Time(Claims.IssuedAt, IssuedAt);
        writer.Bytes(Claims.Id, StatementId.ToByteArray(bigEndian: true));
        writer.Map(Claims.Ours, ours =>
        {
            ours.Number(Birth, BirthYear);
            ours.WriteInt32(Months);
            ours.WriteStartArray(Periods.Count * 3);
            foreach (var period in Periods)
            {
                ours.WriteTextString(period.Scheme);
                ours.WriteInt32(period.First);
                ours.WriteInt32(period.Last);
            }
            ours.WriteEndArray();
            if (Posting is { } posting)
                ours.Map(Posted, map =>
                {
                    map.Text(Host, posting.Host);
                    map.Number(From, posting.From.DayNumber);
                    map.Number(To, posting.To.DayNumber);
                    map.Text(Under, posting.Agreement);
                });
        });
    });

    /// <exception cref="CredentialException">The claims are not those of a statement.</exception>
    public static InsuranceStatement FromClaims(byte[] payload) => Claims.Parse(payload, reader =>
    {
        string? country = null, worker = null;
        byte[]? id = null;
        DateTimeOffset? issued = null;
        long? birth = null;
        List<StatedPeriod>? periods = null;
        StatedPosting? posting = null;
        Claims.Read(reader, (claim, value) =>
        {
            switch (claim)
            {
                case Claims.Issuer: country = value.ReadTextString(); break;
                case Claims.Subject: worker = value.ReadTextString(); break;
                case Claims.IssuedAt: issued = value.ReadTime(); break;
                case Claims.Id: id = value.ReadByteString(); break;
                case Claims.Ours:
                    Claims.Read(value, (own, of) =>
                    {
                        if (own == Birth)
                            birth = of.ReadInt64();
                        else if (own == Months)
                            periods = ReadPeriods(of);
                        else if (own == Posted)
                            posting = ReadPosting(of);
                        else
                            of.SkipValue();
                    });
                    break;
                default: value.SkipValue(); break;
            }
        });
        return country is null || worker is null || issued is null || periods is null || id is not { Length: 16 }
            ? throw new CredentialException(CredentialFault.Unreadable)
            : new InsuranceStatement { StatementId = new(id, bigEndian: true), Country = country, WorkerNumber = worker, BirthYear = (int?)birth, IssuedAt = issued.Value, Periods = periods, Posting = posting };
    });

    static List<StatedPeriod> ReadPeriods(CborReader reader)
    {
        var periods = new List<StatedPeriod>();
        reader.ReadStartArray();
        while (reader.PeekState() != CborReaderState.EndArray)
        {
            var period = new StatedPeriod(reader.ReadTextString(), reader.ReadInt32(), reader.ReadInt32());
            periods.Add(period.First is > 0 and < 12 * 9999 && period.Last >= period.First && period.Last < 12 * 9999 ? period : throw new CredentialException(CredentialFault.Unreadable));
        }
        reader.ReadEndArray();
        return periods;
    }

    static StatedPosting ReadPosting(CborReader reader)
    {
        string? host = null, under = null;
        int from = -1, to = -1;
        Claims.Read(reader, (claim, value) =>
        {
            switch (claim)
            {
                case Host: host = value.ReadTextString(); break;
                case From: from = value.ReadInt32(); break;
                case To: to = value.ReadInt32(); break;
                case Under: under = value.ReadTextString(); break;
                default: value.SkipValue(); break;
            }
        });
        return host is null ? throw new CredentialException(CredentialFault.Unreadable) : new(host, DateOnly.FromDayNumber(from), DateOnly.FromDayNumber(to), under);
    }
}
