using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Reintegration.Cases;

/// <summary>That a closed case was opened again, why, and how it had been closed. Added, never changed.</summary>
public sealed class CaseReopening
{
    /// <summary>1, 2, 3 … per case.</summary>
    public required int Number { get; init; }

    public required DateOnly ReopenedOn { get; init; }

    public required string ReopenedBy { get; init; }

    /// <summary>Why, as told.</summary>
    public required byte[] ReasonEncrypted { get; init; }

    /// <summary>When it had been closed.</summary>
    public required DateOnly ClosedOn { get; init; }

    /// <summary>With what outcome.</summary>
    public required CaseOutcome Outcome { get; init; }

    /// <summary>In one line, with what was told.</summary>
    public string In(Words words, Guid held) => $"closed {ClosedOn:yyyy-MM-dd} {Outcome}, reopened {ReopenedOn:yyyy-MM-dd}: {words.Read(ReasonEncrypted, held)}";
}

sealed class CaseReopeningMapping : IEntityTypeConfiguration<CaseReopening>
{
    public void Configure(EntityTypeBuilder<CaseReopening> reopening)
    {
        reopening.ToTable("case_reopenings");
        reopening.Property<Guid>("CaseId");
        reopening.HasKey("CaseId", nameof(CaseReopening.Number));
        reopening.Property(r => r.Number).ValueGeneratedNever();
        reopening.Property(r => r.Outcome).HasConversion<string>();
    }
}
