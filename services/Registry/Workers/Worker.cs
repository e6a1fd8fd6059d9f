using Gms.Platform;
using Gms.Registry.Documents;

namespace Gms.Registry.Workers;

/// <summary>The sex as the document states it.</summary>
public enum Sex
{
    Female,
    Male,

    /// <summary>Another marker, or none (ICAO 9303 X).</summary>
    Other,
}

/// <summary>What is known of a person's nationality.</summary>
public enum NationalityStatus
{
    Unknown,
    Known,

    /// <summary>Considered a national by no state (ICAO 9303 XXA).</summary>
    Stateless,
}

/// <summary>A person on record. Enrolled once; documents and names change, the worker number stays.</summary>
public sealed class Worker
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string WorkerNumber { get; init; }

    /// <summary>The country that enrolled the person and holds the record.</summary>
    public required string Country { get; init; }

    public required PartialDate BirthDate { get; set; }

    public required Sex Sex { get; set; }

    /// <summary>A dated, possibly unknown fact; null when unknown or stateless.</summary>
    public string? Nationality { get; set; }

    public bool Stateless { get; set; }

    public NationalityStatus NationalityStatus => Stateless ? NationalityStatus.Stateless : Nationality is null ? NationalityStatus.Unknown : NationalityStatus.Known;

    /// <summary>ISO 3166-2, or for Viet Nam's provinces since July 2025 the national code as in VN.91 (see Provinces).</summary>
    public string? Province { get; set; }

    /// <summary>BCP 47, the best understood first.</summary>
    public List<string> Languages { get; set; } = [];

    /// <summary>The person's own column key, wrapped. Null when destroyed: what is encrypted for the person is then gone.</summary>
    public byte[]? PersonKey { get; private set; }

    /// <summary>The version of the service's column key that wraps <see cref="PersonKey"/>.</summary>
    public int? KeyVersion { get; private set; }

    public DateTimeOffset? KeyDestroyedAt { get; private set; }

    public byte[]? FatherNameEncrypted { get; set; }

    public byte[]? MotherNameEncrypted { get; set; }

    public byte[]? HomeAddressEncrypted { get; set; }

    /// <summary>Why a person registered at the destination had no document; null for who had one.</summary>
    public NoDocumentReason? NoDocumentReason { get; init; }

    /// <summary>The channel under which the destination registered the person; null for an enrolment at home.</summary>
    public string? RegisteredUnder { get; init; }

    public DateTimeOffset? ContactsChangedAt { get; set; }

    public required DateTimeOffset EnrolledAt { get; init; }

    /// <summary>1, 2, 3 … with each change: the subject version of the worker's events.</summary>
    public long Version { get; private set; } = 1;

    /// <summary>When the person's data was erased; null as a rule. An erased worker is found by nothing but the number in the audit.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    public List<WorkerName> Names { get; init; } = [];

    public List<Document> Documents { get; init; } = [];

    public List<WorkerContact> Contacts { get; init; } = [];

    public List<WorkerRelative> Relatives { get; init; } = [];

    /// <summary>The version of the event that tells the change just made.</summary>
    public long NextVersion() => ++Version;

    /// <summary>Puts other names in the place of those on record.</summary>
    public void Rename(IReadOnlyList<WorkerName> names)
    {
        Names.Sort((a, b) => a.Position - b.Position);
        for (var i = 0; i < names.Count; i++)
            if (i < Names.Count)
                Names[i].Become(names[i]);
            else
                Names.Add(names[i]);
        Names.RemoveRange(names.Count, Names.Count - names.Count);
    }

    /// <summary>Gives the person a key, at enrolment.</summary>
    public void KeepKey(WrappedKey key) => (PersonKey, KeyVersion) = (key.Bytes, key.Version);

    /// <summary>Erases: everything encrypted for the person is unreadable from here on.</summary>
    public void DestroyKey(DateTimeOffset at) => (PersonKey, KeyVersion, KeyDestroyedAt) = (null, null, at);
}

/// <summary>Why a person has no document to show.</summary>
public enum NoDocumentReason
{
    NeverIssued,
    Lost,

    /// <summary>An employer, agent or somebody else keeps it: a sign of forced labour (ILO indicators).</summary>
    HeldBySomeoneElse,

    /// <summary>With an authority, applied for or taken for proceedings.</summary>
    WithAuthority,
    Other,
}

/// <summary>A name as one document or script writes it.</summary>
public sealed class WorkerName
{
    public required int Position { get; init; }

    public required string Full { get; set; }

    public string? Family { get; set; }

    public string? Given { get; set; }

    /// <summary>ISO 15924.</summary>
    public required string Script { get; set; }

    public void Become(WorkerName other) => (Full, Family, Given, Script) = (other.Full, other.Family, other.Given, other.Script);
}
