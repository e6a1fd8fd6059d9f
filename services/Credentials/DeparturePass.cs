using System.Formats.Cbor;

namespace Gms.Credentials;

/// <summary>What a check of the decision came to, as a mark on the pass.</summary>
public enum PassMark
{
    Pass = 0,
    Fail = 1,
    Unknown = 2,
    NotApplicable = 3,
}

/// <summary>
/// The claims of a departure pass (CWT, RFC 8392): enough to compare with the paper in hand, no more. The name is masked, the document's number
/// shortened to its last four characters, the birth date to its year.
/// </summary>
public sealed record DeparturePass
{
    const int Name = 1, Birth = 2, SexAs = 3, Kind = 4, End = 5, To = 6, Way = 7, Post = 8, Company = 9, Hash = 10, Cover = 11, Taught = 12;

    /// <summary>How many bytes of a contract's SHA-256 the pass holds: enough to tell two contracts apart, too few to search for the text.</summary>
    public const int ContractHashLength = 8;

    /// <summary>The pass. A reissued pass has another id.</summary>
    public required Guid PassId { get; init; }

    public required string WorkerNumber { get; init; }

    /// <summary>The first letter of each word of the name.</summary>
    public required string MaskedName { get; init; }

    /// <summary>Null when no year is on record.</summary>
    public int? BirthYear { get; init; }

    /// <summary>F, M or X, as in a machine-readable travel document (ICAO 9303).</summary>
    public required string Sex { get; init; }

    /// <summary>The code of the travel document's kind; null when an officer cleared without one.</summary>
    public string? DocumentKind { get; init; }

    /// <summary>The last four characters of its number.</summary>
    public string? DocumentEnd { get; init; }

    /// <summary>The country that issues the pass, which the worker leaves.</summary>
    public required string Origin { get; init; }

    public required string Destination { get; init; }

    public required string Channel { get; init; }

    public string? Checkpoint { get; init; }

    /// <summary>The employer's name, perhaps shortened; null without a contract.</summary>
    public string? Employer { get; init; }

    /// <summary>The first <see cref="ContractHashLength"/> bytes of the SHA-256 of the contract as registered.</summary>
    public byte[]? ContractHash { get; init; }

    public required PassMark Coverage { get; init; }

    public required PassMark Orientation { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>The beginning of the planned day in the country of origin.</summary>
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>From here on it is expired.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Which status list, and which bit of it, tells whether the pass was revoked.</summary>
    public required string StatusUri { get; init; }

    public required int StatusIndex { get; init; }

    public byte[] ToClaims() => Claims.Write(writer =>
    {
        writer.Text(Claims.Issuer, Origin);
        writer.Text(Claims.Subject, WorkerNumber);
        writer.Time(Claims.Expires, ExpiresAt);
        writer.Time(Claims.NotBefore, NotBefore);
        writer.Time(Claims.IssuedAt, IssuedAt);
        writer.Bytes(Claims.Id, PassId.ToByteArray(bigEndian: true));
        writer.StatusOf(StatusUri, StatusIndex);
        writer.Map(Claims.Ours, ours =>
        {
            ours.Text(Name, MaskedName);
            ours.Number(Birth, BirthYear);
            ours.Text(SexAs, Sex);
            ours.Text(Kind, DocumentKind);
            ours.Text(End, DocumentEnd);
            ours.Text(To, Destination);
            ours.Text(Way, Channel);
            ours.Text(Post, Checkpoint);
            ours.Text(Company, Employer);
            ours.Bytes(Hash, ContractHash);
            ours.Number(Cover, (int)Coverage);
            ours.Number(Taught, (int)Orientation);
        });
    });

    /// <exception cref="CredentialException">The claims are not those of a pass.</exception>
    public static DeparturePass FromClaims(byte[] payload) => Claims.Parse(payload, reader =>
    {
        var read = new PassDraft();
        Claims.Read(reader, (claim, value) => ReadStandard(read, claim, value));
        if (!read.HasOurs || read.Times.ContainsValue(default) || read.Times.Count != 3 || read.Id is not { Length: 16 } id)
            throw new CredentialException(CredentialFault.Unreadable);
        string Text(int claim) => read.Texts.GetValueOrDefault(claim) ?? throw new CredentialException(CredentialFault.Unreadable);
        return new DeparturePass
        {
            PassId = new(id, bigEndian: true),
            WorkerNumber = read.Subject ?? throw new CredentialException(CredentialFault.Unreadable),
            Origin = read.Issuer ?? throw new CredentialException(CredentialFault.Unreadable),
            MaskedName = Text(Name),
            BirthYear = (int?)read.Numbers.GetValueOrDefault(Birth),
            Sex = Text(SexAs),
            DocumentKind = read.Texts.GetValueOrDefault(Kind),
            DocumentEnd = read.Texts.GetValueOrDefault(End),
            Destination = Text(To),
            Channel = Text(Way),
            Checkpoint = read.Texts.GetValueOrDefault(Post),
            Employer = read.Texts.GetValueOrDefault(Company),
            ContractHash = read.Hash,
            Coverage = Mark(read.Numbers.GetValueOrDefault(Cover)),
            Orientation = Mark(read.Numbers.GetValueOrDefault(Taught)),
            IssuedAt = read.Times[Claims.IssuedAt],
            NotBefore = read.Times[Claims.NotBefore],
            ExpiresAt = read.Times[Claims.Expires],
            StatusUri = read.StatusUri ?? throw new CredentialException(CredentialFault.Unreadable),
            StatusIndex = read.StatusIndex,
        };
    });

    static void ReadStandard(PassDraft read, long claim, CborReader value)
    {
        if (claim == Claims.Issuer)
            read.Issuer = value.ReadTextString();
        else if (claim == Claims.Subject)
            read.Subject = value.ReadTextString();
        else if (claim is Claims.Expires or Claims.NotBefore or Claims.IssuedAt)
            read.Times[claim] = value.ReadTime();
        else if (claim == Claims.Id)
            read.Id = value.ReadByteString();
        else if (claim == Claims.Status)
            (read.StatusUri, read.StatusIndex) = value.ReadStatus();
        else if (claim == Claims.Ours)
        {
            read.HasOurs = true;
            Claims.Read(value, (inner, of) => ReadOurs(read, inner, of));
        }
        else
            value.SkipValue();
    }

    static void ReadOurs(PassDraft read, long claim, CborReader value)
    {
        if (value.PeekState() == CborReaderState.TextString)
            read.Texts[(int)claim] = value.ReadTextString();
        else if (value.PeekState() is CborReaderState.UnsignedInteger or CborReaderState.NegativeInteger)
            read.Numbers[(int)claim] = value.ReadInt64();
        else if (claim == Hash)
            read.Hash = value.ReadByteString();
        else
            value.SkipValue();
    }

    static PassMark Mark(long? number) => number is >= 0 and <= 3 ? (PassMark)number : PassMark.Unknown;

    /// <summary>What was read of a pass so far.</summary>
    sealed class PassDraft
    {
        public string? Issuer, Subject, StatusUri;
        public int StatusIndex;
        public byte[]? Id, Hash;
        public bool HasOurs;

        public Dictionary<long, DateTimeOffset> Times { get; } = [];

        public Dictionary<int, string> Texts { get; } = [];

        public Dictionary<int, long?> Numbers { get; } = [];
    }
}
