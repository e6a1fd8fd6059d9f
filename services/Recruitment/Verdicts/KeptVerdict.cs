using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Recruitment.Verdicts;

/// <summary>On whom a verdict is.</summary>
public enum VerdictKind
{
    Recruitment,
    Agency,
    Employer,
}

/// <summary>A signed verdict that somebody keeps as evidence of having looked. Added, never changed.</summary>
public sealed class KeptVerdict
{
    public required Guid Id { get; init; }

    public required VerdictKind Kind { get; init; }

    /// <summary>The contract, agency or employer.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>Of a recruitment, whose; null for the others.</summary>
    public string? WorkerNumber { get; init; }

    /// <summary>The country that signed it: the holder of what it is about.</summary>
    public required string Country { get; init; }

    public required DateOnly AsOf { get; init; }

    /// <summary>COSE_Sign1 with the canonical text.</summary>
    public required byte[] Signed { get; init; }

    public required int Pass { get; init; }

    public required int Fail { get; init; }

    public required int Unknown { get; init; }

    public required int NotApplicable { get; init; }

    /// <summary>For what it is kept, in the keeper's words.</summary>
    public required string KeptFor { get; init; }

    /// <summary>The agency that keeps it; null when an office does.</summary>
    public Guid? AgencyId { get; init; }

    public required string Organisation { get; init; }

    public required string KeeperCountry { get; init; }

    public required DateTimeOffset KeptAt { get; init; }

    /// <summary>Who keeps it, and the officers of the keeper's country.</summary>
    public Reach Reach => new() { Countries = [KeeperCountry], Agencies = AgencyId is { } agency ? [agency] : [], Organisations = Organisation.Length == 0 ? [] : [Organisation] };
}

sealed class KeptVerdictMapping : IEntityTypeConfiguration<KeptVerdict>
{
    public void Configure(EntityTypeBuilder<KeptVerdict> verdict)
    {
        verdict.ToTable("verdicts");
        verdict.Property(v => v.Id).ValueGeneratedNever();
        verdict.Property(v => v.Kind).HasConversion<string>();
        verdict.Ignore(v => v.Reach);
    }
}
