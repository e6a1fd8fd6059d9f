using Gms.DepartureOrientation.Curricula;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.DepartureOrientation.Trainers;

/// <summary>What a trainer may teach.</summary>
public enum TrainerLevel
{
    Trainer,
    MasterTrainer,
}

/// <summary>Why a trainer is withdrawn.</summary>
public enum WithdrawalReason
{
    OwnWish,
    Quality,
    FalseRecords,
    Misconduct,

    /// <summary>The training by which it was earned is worth nothing.</summary>
    TrainingFell,
}

/// <summary>Who teaches: an account and a display name, nothing else of the person.</summary>
public sealed class Trainer
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required string Country { get; init; }
    public required string Account { get; init; }
    public required string DisplayName { get; set; }

    /// <summary>Where the trainer works; null when not said.</summary>
    public Guid? InstitutionId { get; set; }

    public long Version { get; private set; }
    public List<Certification> Certifications { get; init; } = [];

    public Certification Certify(Certification certification)
    {
        Certifications.Add(certification);
        Version++;
        return certification;
    }

    /// <summary>Ends what would hold on the day or later; answers how many.</summary>
    public int Withdraw(DateOnly from, WithdrawalReason reason)
    {
        var ended = Certifications.Where(c => c.HoldsOnOrAfter(from)).ToList();
        foreach (var certification in ended)
            certification.Withdraw(from, reason);
        Version++;
        return ended.Count;
    }

    /// <summary>Ends one certification as if it had never held: the training behind it fell.</summary>
    public void Annul(Certification certification)
    {
        certification.Withdraw(certification.ValidFrom, WithdrawalReason.TrainingFell);
        Version++;
    }

    /// <summary>A certification that holds on every day of the period; null when none does.</summary>
    public Certification? CertifiedFor(DateOnly first, DateOnly last) => Certifications.FirstOrDefault(c => c.Holds(first) && c.Holds(last));
}

/// <summary>Leave to teach certain module versions from the first to the last day, both inclusive, unless withdrawn.</summary>
public sealed class Certification
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required TrainerLevel Level { get; init; }
    public required string[] Languages { get; init; }
    public required DateOnly ValidFrom { get; init; }
    public required DateOnly ValidUntil { get; init; }

    /// <summary>The training of trainers by which it was earned; null at the root of a cascade.</summary>
    public Guid? TrainingSessionId { get; init; }

    /// <summary>At the root of a cascade: the paper that shows that the trainer may teach; else null.</summary>
    public string? Evidence { get; init; }

    public List<CertifiedModule> Modules { get; init; } = [];

    /// <summary>The first day on which it no longer holds.</summary>
    public DateOnly? WithdrawnFrom { get; private set; }

    public WithdrawalReason? WithdrawalReason { get; private set; }

    /// <summary>The last day on which it holds; before the first when it was withdrawn before it began.</summary>
    DateOnly LastDay => WithdrawnFrom is { } withdrawn && withdrawn <= ValidUntil ? withdrawn.AddDays(-1) : ValidUntil;

    public bool Holds(DateOnly day) => ValidFrom <= day && day <= LastDay;

    public bool HoldsOnOrAfter(DateOnly day) => day <= LastDay && ValidFrom <= LastDay;

    public bool Overlaps(DateOnly first, DateOnly last) => ValidFrom <= LastDay && ValidFrom <= last && first <= LastDay;

    internal void Withdraw(DateOnly from, WithdrawalReason reason) => (WithdrawnFrom, WithdrawalReason) = (from, reason);
}

/// <summary>A module version that a certification covers.</summary>
public sealed class CertifiedModule
{
    public Guid ModuleId { get; init; }
    public required Module Module { get; init; }
}

sealed class TrainerMapping : IEntityTypeConfiguration<Trainer>
{
    public void Configure(EntityTypeBuilder<Trainer> trainer)
    {
        trainer.ToTable("trainers");
        trainer.Property(t => t.Id).ValueGeneratedNever();
        trainer.HasMany(t => t.Certifications).WithOne().HasForeignKey("TrainerId").IsRequired();
        trainer.Property<uint>("xmin").IsRowVersion();
    }
}

sealed class CertificationMapping : IEntityTypeConfiguration<Certification>
{
    public void Configure(EntityTypeBuilder<Certification> certification)
    {
        certification.ToTable("certifications");
        certification.Property(c => c.Id).ValueGeneratedNever();
        certification.Property(c => c.Level).HasConversion<string>();
        certification.Property(c => c.WithdrawalReason).HasConversion<string>();
        certification.HasMany(c => c.Modules).WithOne().HasForeignKey("CertificationId");
    }
}

sealed class CertifiedModuleMapping : IEntityTypeConfiguration<CertifiedModule>
{
    public void Configure(EntityTypeBuilder<CertifiedModule> covered)
    {
        covered.ToTable("certification_modules");
        covered.Property<Guid>("CertificationId");
        covered.HasKey("CertificationId", nameof(CertifiedModule.ModuleId));
        covered.HasOne(c => c.Module).WithMany().HasForeignKey(c => c.ModuleId);
    }
}
