using Gms.Platform;
using Gms.Recruitment.Agencies;
using Gms.Recruitment.Employers;
using Gms.Recruitment.JobOrders;

namespace Gms.Recruitment.Contracts;

/// <summary>A migrant worker's employment contract: its parties and term as they stand. What each version says is kept beside it.</summary>
public sealed class Contract
{
    public required Guid Id { get; init; }

    public required string WorkerNumber { get; init; }

    /// <summary>As the registry of workers confirmed it; null when it did not say.</summary>
    public PartialDate? WorkerBorn { get; init; }

    /// <summary>The holder: the agency's country, or the country of work where no agency takes part.</summary>
    public required string Country { get; init; }

    public Guid? AgencyId { get; init; }

    public Agency? Agency { get; init; }

    public required Guid EmployerId { get; init; }

    public Employer? Employer { get; init; }

    public Guid? JobOrderId { get; init; }

    public JobOrder? JobOrder { get; init; }

    public required string Origin { get; init; }

    public required string Destination { get; init; }

    public required string Channel { get; init; }

    /// <summary>The contract in whose place this one stands after a transfer.</summary>
    public Guid? TransferredFrom { get; init; }

    /// <summary>ISCO-08 unit group.</summary>
    public required string Occupation { get; init; }

    public required string Sector { get; init; }

    public required string EmploymentType { get; init; }

    public required DateOnly StartsOn { get; init; }

    public required DateOnly EndsOn { get; set; }

    /// <summary>The last day in force: the end of the term until it is ended; the day before the first when the work never began.</summary>
    public required DateOnly LastDay { get; set; }

    public ContractStatus Status { get; private set; } = ContractStatus.Registered;

    public ContractEnd? EndReason { get; private set; }

    /// <summary>The number of the latest version of its text.</summary>
    public required int TextVersion { get; set; }

    public required string TextHash { get; set; }

    public required DateTimeOffset RegisteredAt { get; init; }

    /// <summary>1, 2, 3 … with each change: the subject version of the contract's events.</summary>
    public long Version { get; private set; } = 1;

    public List<ContractVersion> Versions { get; init; } = [];

    public Reach Reach => new() { Countries = [Country, Origin, Destination], Agencies = AgencyId is { } agency ? [agency] : [], Worker = WorkerNumber };

    /// <summary>What the contract says on a day: the last version signed by then, before the first one the first. A day later, what is signed later does not count yet.</summary>
    public ContractVersion VersionOn(DateOnly day) => Versions.Where(v => v.SignedOn <= day).MaxBy(v => v.Number) ?? Versions.MinBy(v => v.Number)!;

    /// <summary>Whether both are in force on some day; one whose work never began is on none.</summary>
    public bool Overlaps(Contract other) => StartsOn <= other.LastDay && other.StartsOn <= LastDay && StartsOn <= LastDay && other.StartsOn <= other.LastDay;

    /// <summary>A further version is what the contract says from now on.</summary>
    public void Add(ContractVersion version, DateOnly endsOn)
    {
        Versions.Add(version);
        (TextVersion, TextHash, EndsOn, LastDay) = (version.Number, version.Hash, endsOn, endsOn);
        Version++;
    }

    public void Sign(ContractVersion version, ContractSignature signature)
    {
        version.Signatures.Add(signature);
        Version++;
    }

    /// <summary>One whose work never began was in force on no day, whatever day is said: its place is free.</summary>
    public void End(DateOnly lastDay, ContractEnd reason)
    {
        LastDay = lastDay < StartsOn || reason == ContractEnd.NeverBegan ? StartsOn.AddDays(-1) : lastDay;
        Status = ContractStatus.Ended;
        EndReason = reason;
        Version++;
    }
}

/// <summary>The exact text of one version. Added, never changed.</summary>
public sealed class ContractVersion
{
    public required Guid ContractId { get; init; }

    public required int Number { get; init; }

    public required DateOnly SignedOn { get; init; }

    public required string[] Languages { get; init; }

    public required string Text { get; init; }

    public required string Hash { get; init; }

    public string? DocumentReference { get; init; }

    public VersionCause Cause { get; init; } = VersionCause.Registered;

    /// <summary>The signed text in each language in which it exists as a file.</summary>
    public IReadOnlyList<ContractDocument> Documents { get; init; } = [];

    public required DateTimeOffset RegisteredAt { get; init; }

    public List<ContractSignature> Signatures { get; init; } = [];

    public static ContractVersion Of(Guid contract, int number, VersionCause cause, ContractText text, string written, string? reference, IReadOnlyList<ContractDocument> documents, DateTimeOffset now) => new()
    {
        ContractId = contract,
        Number = number,
        Cause = cause,
        SignedOn = text.SignedOn,
        Languages = [.. text.Languages],
        Text = written,
        Hash = ContractText.HashOf(written),
        DocumentReference = reference,
        Documents = documents,
        RegisteredAt = now,
    };

    public bool IsSignedBy(ContractParty party) => Signatures.Any(s => s.Party == party);
}

/// <summary>The text of a version in one language, kept as a file.</summary>
public sealed record ContractDocument(string Language, string Sha256, string Reference);

/// <summary>Why there is a version.</summary>
public enum VersionCause
{
    Registered,
    Amended,
    Extended,
}

/// <summary>The life of a contract.</summary>
public enum ContractStatus
{
    Registered,
    Ended,
}

/// <summary>Why a contract ended.</summary>
public enum ContractEnd
{
    TermOver,
    ByWorker,
    ByEmployer,
    ByAgreement,
    NeverBegan,
    Transferred,
}
