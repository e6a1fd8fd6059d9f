using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.DepartureOrientation.Institutions;

/// <summary>What an institution is.</summary>
public enum InstitutionKind
{
    Tvet,
    Ivet,
    SkillsCentre,
    ResourceCentre,
    AgencyCentre,
    Ministry,
    InternationalOrganisation,
    CivilSociety,
}

/// <summary>Where orientation is taught.</summary>
public sealed class Institution
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required string Country { get; init; }
    public required string Name { get; init; }
    public required InstitutionKind Kind { get; init; }

    /// <summary>ISO 3166-2; null when it has no one place.</summary>
    public string? Province { get; init; }

    /// <summary>The organisation at Access whose staff run it; null when none signs in.</summary>
    public string? Organisation { get; init; }

    public List<Accreditation> Accreditations { get; init; } = [];

    /// <summary>Officers of its country and of its own organisation.</summary>
    public Reach Reach => new() { Countries = [Country], Organisations = Organisation is null ? [] : [Organisation] };

    public bool IsAccredited(DateOnly first, DateOnly last) => Accreditations.Any(a => a.Holds(first) && a.Holds(last));

    public Accreditation Accredit(DateOnly startsOn, DateOnly endsOn, string reference)
    {
        var accreditation = new Accreditation { StartsOn = startsOn, EndsOn = endsOn, Reference = reference };
        Accreditations.Add(accreditation);
        return accreditation;
    }
}

/// <summary>Leave to hold sessions from the first to the last day, both inclusive, unless withdrawn.</summary>
public sealed class Accreditation
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required DateOnly StartsOn { get; init; }
    public required DateOnly EndsOn { get; set; }

    /// <summary>The decision behind it.</summary>
    public required string Reference { get; init; }

    /// <summary>The first day on which it no longer holds.</summary>
    public DateOnly? WithdrawnFrom { get; private set; }

    public string? WithdrawalReference { get; private set; }

    public List<AccreditationExtension> Extensions { get; init; } = [];

    /// <summary>The last day on which it holds; before the first when it was withdrawn before it began.</summary>
    public DateOnly LastDay => WithdrawnFrom is { } withdrawn && withdrawn <= EndsOn ? withdrawn.AddDays(-1) : EndsOn;

    public bool Holds(DateOnly day) => StartsOn <= day && day <= LastDay;

    public void Extend(DateOnly endsOn, string reference)
    {
        Extensions.Add(new() { FormerEndsOn = EndsOn, EndsOn = endsOn, Reference = reference });
        EndsOn = endsOn;
    }

    public void Withdraw(DateOnly from, string reference) => (WithdrawnFrom, WithdrawalReference) = (from, reference);
}

/// <summary>One extension of an accreditation.</summary>
public sealed class AccreditationExtension
{
    public required DateOnly FormerEndsOn { get; init; }
    public required DateOnly EndsOn { get; init; }

    /// <summary>The decision behind it.</summary>
    public required string Reference { get; init; }
}

sealed class InstitutionMapping : IEntityTypeConfiguration<Institution>
{
    public void Configure(EntityTypeBuilder<Institution> institution)
    {
        institution.ToTable("institutions");
        institution.Property(i => i.Id).ValueGeneratedNever();
        institution.Property(i => i.Kind).HasConversion<string>();
        institution.HasMany(i => i.Accreditations).WithOne().HasForeignKey("InstitutionId").IsRequired();
        institution.Ignore(i => i.Reach);
        institution.Property<uint>("xmin").IsRowVersion();
    }
}

sealed class AccreditationMapping : IEntityTypeConfiguration<Accreditation>
{
    public void Configure(EntityTypeBuilder<Accreditation> accreditation)
    {
        accreditation.ToTable("accreditations");
        accreditation.Property(a => a.Id).ValueGeneratedNever();
        accreditation.Ignore(a => a.LastDay);
        accreditation.HasMany(a => a.Extensions).WithOne().HasForeignKey("AccreditationId");
    }
}

sealed class AccreditationExtensionMapping : IEntityTypeConfiguration<AccreditationExtension>
{
    public void Configure(EntityTypeBuilder<AccreditationExtension> extension)
    {
        extension.ToTable("accreditation_extensions");
        extension.Property<Guid>("AccreditationId");
        extension.HasKey("AccreditationId", nameof(AccreditationExtension.FormerEndsOn));
    }
}
