using Gms.Registry.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Registry.Corrections;

public enum CorrectedFact
{
    Names,
    BirthDate,
    Sex,
    Nationality,
}

public enum CorrectionReason
{
    ClericalError,
    DocumentSaysOtherwise,
    MarriageOrDivorce,
    CourtOrCivilRegister,
    NationalityChanged,
    Other,
}

public enum CorrectionState
{
    Proposed,
    Applied,
    Rejected,
}

/// <summary>A correction of one fact of a person, from its proposal on. Both values are encrypted under the person's key, bound to this row.</summary>
public sealed class Correction
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid WorkerId { get; init; }

    public required string WorkerNumber { get; init; }

    /// <summary>The country that holds the record.</summary>
    public required string Country { get; init; }

    public required CorrectedFact Fact { get; init; }

    public byte[] OldEncrypted { get; set; } = [];

    public byte[] NewEncrypted { get; set; } = [];

    public required CorrectionReason Reason { get; init; }

    public string? Explanation { get; init; }

    public required Evidence Evidence { get; init; }

    public string? EvidenceReference { get; init; }

    /// <summary>The day from which the new value is true; null when it was always so.</summary>
    public DateOnly? EffectiveOn { get; init; }

    public CorrectionState State { get; private set; }

    /// <summary>The account that proposed it.</summary>
    public required string ProposedBy { get; init; }

    public required DateTimeOffset ProposedAt { get; init; }

    /// <summary>The account that decided it; null while it waits, and when it needed no second officer.</summary>
    public string? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public string? RejectionReason { get; private set; }

    public void Apply(string? by, DateTimeOffset now) => (State, DecidedBy, DecidedAt) = (CorrectionState.Applied, by, now);

    public void Reject(string by, string reason, DateTimeOffset now) => (State, DecidedBy, DecidedAt, RejectionReason) = (CorrectionState.Rejected, by, now, reason);
}

sealed class CorrectionMapping : IEntityTypeConfiguration<Correction>
{
    public void Configure(EntityTypeBuilder<Correction> correction)
    {
        correction.ToTable("corrections");
        correction.Property(c => c.Id).ValueGeneratedNever();
        correction.Property(c => c.Fact).HasConversion<string>();
        correction.Property(c => c.Reason).HasConversion<string>();
        correction.Property(c => c.Evidence).HasConversion<string>();
        correction.Property(c => c.State).HasConversion<string>();

        // Two officers who decide at once: the second save fails instead of overwriting.
        correction.Property<uint>("xmin").IsRowVersion();
    }
}
