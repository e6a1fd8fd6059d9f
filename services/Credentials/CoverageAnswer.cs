using System.Formats.Cbor;
using System.Security.Cryptography;

namespace Gms.Credentials;

/// <summary>What is on record of one scheme on the day asked about.</summary>
/// <param name="Scheme">The scheme's identifier, for example TH-SSF-33.</param>
/// <param name="Insured">Whether the worker was a member on the day, and had not given up by missing months under a rule that is sure.</param>
/// <param name="From">The first day of the membership without a break, or of the last one before the day.</param>
/// <param name="To">Its last day; null where no end is on record.</param>
/// <param name="Months">Months that count, before the month of the day.</param>
public sealed record AnsweredScheme(string Scheme, bool Insured, DateOnly From, DateOnly? To, int Months);

/// <summary>
/// The claims of an answer to another country's office (CWT, RFC 8392): insured or not on one day, since when and until when, how many months count. No name,
/// no employer, no wage. It says what was on record when it was signed.
/// </summary>
public sealed record CoverageAnswer
{
    /// <summary>Stands in what is signed, so that an answer is never taken for a statement or a pass.</summary>
    public const string Type = "application/gms-coverage-answer+cwt";

    public const string Prefix = "GMSA1:";

    const int AskedDay = 1, Schemes = 2, MostBytes = 4 * 1024;

    public required Guid AnswerId { get; init; }

    /// <summary>The country that holds the record, and whose key signs.</summary>
    public required string Country { get; init; }

    public required string WorkerNumber { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>The day asked about.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The schemes of which anything is on record, by identifier; empty when nothing is.</summary>
    public required IReadOnlyList<AnsweredScheme> InSchemes { get; init; }

    public string Sign(ECDsa key) => SignedText.Sign(Prefix, Type, ToClaims(), key);

    /// <summary>Checks a text against a trust list that was carried here beforehand. Pure: no network, no record, no clock of its own.</summary>
    /// <returns>The answer; null with the fault when it is not sure that its country gave it.</returns>
    public static (CredentialFault? Fault, CoverageAnswer? Answer) Check(string text, TrustList trust, DateTimeOffset now)
    {
        try
        {
            var signed = SignedText.Read(Prefix, text, MostBytes);
            var key = Genuine.By(signed, trust, now);
            if (signed.Type != Type)
                throw new CredentialException(CredentialFault.Unreadable);
            var answer = FromClaims(signed.Payload);
            Genuine.MustFit(key, answer.Country, answer.IssuedAt);
            return (null, answer);
        }
        catch (CredentialException refused)
        {
            return (refused.Fault, null);
        }
    }

    byte[] ToClaims() => Claims.Write(writer =>
    {
        writer.Text(Claims.Issuer, Country);
        writer.Text(Claims.Subject, WorkerNumber);
        writer.Time(Claims.IssuedAt, IssuedAt);
        writer.Bytes(Claims.Id, AnswerId.ToByteArray(bigEndian: true));
        writer.Map(Claims.Ours, ours =>
        {
            ours.Number(AskedDay, Day.DayNumber);
            ours.WriteInt32(Schemes);
            ours.WriteStartArray(InSchemes.Count * 5);
            foreach (var scheme in InSchemes)
            {
                ours.WriteTextString(scheme.Scheme);
                ours.WriteBoolean(scheme.Insured);
                ours.WriteInt32(scheme.From.DayNumber);
                ours.WriteInt32(scheme.To?.DayNumber ?? -1);
                ours.WriteInt32(scheme.Months);
            }
            ours.WriteEndArray();
        });
    });

    static CoverageAnswer FromClaims(byte[] payload) => Claims.Parse(payload, reader =>
    {
        string? country = null, worker = null;
        byte[]? id = null;
        DateTimeOffset? issued = null;
        int? day = null;
        List<AnsweredScheme>? schemes = null;
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
                        if (own == AskedDay)
                            day = of.ReadInt32();
                        else if (own == Schemes)
                            schemes = ReadSchemes(of);
                        else
                            of.SkipValue();
                    });
                    break;
                default: value.SkipValue(); break;
            }
        });
        return country is null || worker is null || issued is null || day is null || schemes is null || id is not { Length: 16 }
            ? throw new CredentialException(CredentialFault.Unreadable)
            : new CoverageAnswer { AnswerId = new(id, bigEndian: true), Country = country, WorkerNumber = worker, IssuedAt = issued.Value, Day = DateOnly.FromDayNumber(day.Value), InSchemes = schemes };
    });

    static List<AnsweredScheme> ReadSchemes(CborReader reader)
    {
        var schemes = new List<AnsweredScheme>();
        reader.ReadStartArray();
        while (reader.PeekState() != CborReaderState.EndArray)
            schemes.Add(new(reader.ReadTextString(), reader.ReadBoolean(), DateOnly.FromDayNumber(reader.ReadInt32()), reader.ReadInt32() is var to && to < 0 ? null : DateOnly.FromDayNumber(to), reader.ReadInt32()));
        reader.ReadEndArray();
        return schemes;
    }
}
