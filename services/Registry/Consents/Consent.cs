using Gms.Type.V1;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Registry.Consents;

/// <summary>How a worker agreed.</summary>
public enum ConsentManner
{
    InWriting,
    OrallyWithWitness,
    SignedIn,
}

/// <summary>That a worker agreed to one purpose of one organisation, until it is withdrawn.</summary>
public sealed class Consent
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required string WorkerNumber { get; init; }

    /// <summary>The country that holds the worker's record.</summary>
    public required string Country { get; init; }

    public required Purpose Purpose { get; init; }

    /// <summary>The organisation that may read for it.</summary>
    public required string GivenTo { get; init; }

    public required int TextVersion { get; init; }

    /// <summary>BCP 47.</summary>
    public required string Language { get; init; }

    public required ConsentManner Manner { get; init; }

    /// <summary>Where the signed paper or the witness's note is kept; null when the worker was signed in.</summary>
    public string? EvidenceReference { get; init; }

    public required DateTimeOffset GivenAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>1, and 2 once it is withdrawn: the subject version of its events.</summary>
    public long Version { get; private set; } = 1;

    public void Withdraw(DateTimeOffset now)
    {
        WithdrawnAt = now;
        Version++;
    }
}

sealed class ConsentMapping : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> consent)
    {
        consent.ToTable("consents");
        consent.Property(c => c.Id).ValueGeneratedNever();
        consent.Property(c => c.Purpose).HasConversion<string>();
        consent.Property(c => c.Manner).HasConversion<string>();
        consent.Property<uint>("xmin").IsRowVersion();
    }
}
