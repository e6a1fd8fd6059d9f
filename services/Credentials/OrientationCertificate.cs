using System.Formats.Cbor;
using System.Globalization;
using System.Security.Cryptography;

namespace Gms.Credentials;

/// <summary>
/// The claims of a certificate of orientation (CWT, RFC 8392): what was taught, to which worker number, for how long. No name: it is good beside the pass
/// or the papers that show whose number it is.
/// </summary>
public sealed record OrientationCertificate
{
    /// <summary>Stands in what is signed, so that a certificate is never taken for a pass or a statement.</summary>
    public const string Type = "application/gms-orientation-certificate+cwt";

    public const string Prefix = "GMSO1:";

    const int Taught = 1, At = 2, Under = 3, From = 4, To = 5, Spoken = 6, Length = 7, Given = 8, MostBytes = 4 * 1024;

    public required Guid CertificateId { get; init; }

    public required string WorkerNumber { get; init; }

    /// <summary>The institution's country, whose key signs.</summary>
    public required string Country { get; init; }

    /// <summary>Code and edition: SAFE/1.</summary>
    public required string Curriculum { get; init; }

    /// <summary>PreDecision, PreDeparture, PostArrival, Return or TrainingOfTrainers.</summary>
    public required string Stage { get; init; }

    public string? Programme { get; init; }

    /// <summary>The country left; null for any.</summary>
    public string? Origin { get; init; }

    /// <summary>The country of work; null for any.</summary>
    public string? Destination { get; init; }

    /// <summary>BCP 47.</summary>
    public required string Language { get; init; }

    public required int Minutes { get; init; }

    public required DateOnly IssuedOn { get; init; }

    /// <summary>When this text was signed: the certificate is older, when it is read again.</summary>
    public required DateTimeOffset SignedAt { get; init; }

    /// <summary>From here on it is expired; null when it does not expire.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public required string StatusUri { get; init; }

    public required int StatusIndex { get; init; }

    /// <summary>The name of a country's list of certificates, which is another than that of its passes.</summary>
    public static string StatusUriOf(string country, int number) => string.Create(CultureInfo.InvariantCulture, $"urn:gms:orientation-status:{country}:{number}");

    /// <summary>Not deflated: a third of it is a signature and ids, which do not shrink, and of a text that was not copied whole one sees that its end is missing.</summary>
    public string Sign(ECDsa key) => Prefix + Base45.Encode(SignedCbor.Sign(ToClaims(), key, Type));

    /// <summary>The claims, not yet believed.</summary>
    /// <exception cref="CredentialException">It is no certificate, or its end is missing.</exception>
    public static SignedCbor Read(string text) => SignedText.Read(Prefix, text, MostBytes);

    byte[] ToClaims() => Claims.Write(writer =>
    {
        writer.Text(Claims.Issuer, Country);
        writer.Text(Claims.Subject, WorkerNumber);
        writer.Time(Claims.Expires, ExpiresAt);
        writer.Time(Claims.IssuedAt, SignedAt);
        writer.Bytes(Claims.Id, CertificateId.ToByteArray(bigEndian: true));
        writer.StatusOf(StatusUri, StatusIndex);
        writer.Map(Claims.Ours, ours =>
        {
            ours.Text(Taught, Curriculum);
            ours.Text(At, Stage);
            ours.Text(Under, Programme);
            ours.Text(From, Origin);
            ours.Text(To, Destination);
            ours.Text(Spoken, Language);
            ours.Number(Length, Minutes);
            ours.Text(Given, IssuedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        });
    });

    /// <exception cref="CredentialException">The claims are not those of a certificate.</exception>
    public static OrientationCertificate FromClaims(byte[] payload) => Claims.Parse(payload, reader =>
    {
        string? country = null, worker = null, uri = null;
        byte[]? id = null;
        DateTimeOffset? signed = null, expires = null;
        var (index, minutes) = (0, -1L);
        Dictionary<long, string> texts = [];
        Claims.Read(reader, (claim, value) =>
        {
            switch (claim)
            {
                case Claims.Issuer: country = value.ReadTextString(); break;
                case Claims.Subject: worker = value.ReadTextString(); break;
                case Claims.Expires: expires = value.ReadTime(); break;
                case Claims.IssuedAt: signed = value.ReadTime(); break;
                case Claims.Id: id = value.ReadByteString(); break;
                case Claims.Status: (uri, index) = value.ReadStatus(); break;
                case Claims.Ours:
                    Claims.Read(value, (own, of) =>
                    {
                        if (own == Length)
                            minutes = of.ReadInt64();
                        else if (of.PeekState() == CborReaderState.TextString)
                            texts[own] = of.ReadTextString();
                        else
                            of.SkipValue();
                    });
                    break;
                default: value.SkipValue(); break;
            }
        });
        string Text(int claim) => texts.GetValueOrDefault(claim) ?? throw new CredentialException(CredentialFault.Unreadable);
        return country is null || worker is null || uri is null || signed is null || id is not { Length: 16 } || minutes is < 0 or > int.MaxValue
            ? throw new CredentialException(CredentialFault.Unreadable)
            : new OrientationCertificate
            {
                CertificateId = new(id, bigEndian: true),
                WorkerNumber = worker,
                Country = country,
                Curriculum = Text(Taught),
                Stage = Text(At),
                Programme = texts.GetValueOrDefault(Under),
                Origin = texts.GetValueOrDefault(From),
                Destination = texts.GetValueOrDefault(To),
                Language = Text(Spoken),
                Minutes = (int)minutes,
                IssuedOn = DateOnly.ParseExact(Text(Given), "yyyy-MM-dd", CultureInfo.InvariantCulture),
                SignedAt = signed.Value,
                ExpiresAt = expires,
                StatusUri = uri,
                StatusIndex = index,
            };
    });
}
