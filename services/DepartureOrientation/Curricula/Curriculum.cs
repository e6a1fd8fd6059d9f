using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.DepartureOrientation.Curricula;

/// <summary>When in a worker's journey something is taught.</summary>
public enum Stage
{
    PreDecision,
    PreDeparture,
    PostArrival,
    Return,
    TrainingOfTrainers,
}

/// <summary>One edition of a curriculum. It never changes.</summary>
public sealed class Curriculum
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Country { get; init; }
    public required string Code { get; init; }
    public required int Edition { get; init; }
    public required string Title { get; init; }
    public required Stage Stage { get; init; }

    /// <summary>The country that workers leave; null for any.</summary>
    public string? Origin { get; init; }

    /// <summary>The country in which they will work; null for any.</summary>
    public string? Destination { get; init; }

    public string? Programme { get; init; }

    /// <summary>The sectors of work it is for; empty for any.</summary>
    public string[] Sectors { get; init; } = [];

    /// <summary>The code of the curriculum to which it adds; null when it stands alone.</summary>
    public string? AddsTo { get; init; }

    /// <summary>Percent of the minutes that must be attended for a certificate.</summary>
    public required int MinimumShare { get; init; }

    /// <summary>0 when a certificate does not expire.</summary>
    public required int CertificateDays { get; init; }

    public required int TotalMinutes { get; init; }

    /// <summary>The languages that every module offers.</summary>
    public required string[] Languages { get; init; }

    public required DateOnly PublishedOn { get; init; }

    public List<CurriculumModule> Modules { get; init; } = [];

    /// <summary>Its module versions that may not be taught on that day any more.</summary>
    public IReadOnlyList<string> WithdrawnBy(DateOnly day) => [.. Modules.Where(m => m.Module.WithdrawnFrom <= day).Select(m => $"{m.Module.Code} version {m.Module.Version}")];

    /// <summary>The least whole minutes that are the share.</summary>
    public int MinutesNeeded => ((TotalMinutes * MinimumShare) + 99) / 100;
}

/// <summary>A module at its place in an edition.</summary>
public sealed class CurriculumModule
{
    public Guid CurriculumId { get; init; }
    public required int Position { get; init; }
    public Guid ModuleId { get; init; }
    public required Module Module { get; init; }
}

/// <summary>What can be taught, in one version that never changes.</summary>
public sealed class Module
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Country { get; init; }
    public required string Code { get; init; }
    public required int Version { get; init; }
    public required string WorkingTitle { get; init; }

    /// <summary>False for a title of the office's own: a published programme's title must not be made up.</summary>
    public required bool OfficialTitle { get; init; }

    public required int Minutes { get; init; }
    public required Stage Stage { get; init; }
    public required string[] Languages { get; init; }
    public required bool RightsBased { get; init; }
    public required bool GenderResponsive { get; init; }
    public required string[] Topics { get; init; }

    /// <summary>The first day on which it may no longer be taught: the one thing about a version that changes.</summary>
    public DateOnly? WithdrawnFrom { get; private set; }

    public void Withdraw(DateOnly from) => WithdrawnFrom = from;

    public bool IsSameVersion(Module other) => (Country, Code, Version) == (other.Country, other.Code, other.Version);

    public bool SaysTheSameAs(Module other) =>
        (Country, Code, Version, WorkingTitle, OfficialTitle, Minutes, Stage, RightsBased, GenderResponsive)
            == (other.Country, other.Code, other.Version, other.WorkingTitle, other.OfficialTitle, other.Minutes, other.Stage, other.RightsBased, other.GenderResponsive)
        && Languages.ToHashSet().SetEquals(other.Languages) && Topics.ToHashSet().SetEquals(other.Topics);
}

sealed class CurriculumMapping : IEntityTypeConfiguration<Curriculum>
{
    public void Configure(EntityTypeBuilder<Curriculum> curriculum)
    {
        curriculum.ToTable("curricula");
        curriculum.Property(c => c.Id).ValueGeneratedNever();
        curriculum.Property(c => c.Stage).HasConversion<string>();
        curriculum.HasMany(c => c.Modules).WithOne().HasForeignKey(m => m.CurriculumId);
    }
}

sealed class CurriculumModuleMapping : IEntityTypeConfiguration<CurriculumModule>
{
    public void Configure(EntityTypeBuilder<CurriculumModule> place)
    {
        place.ToTable("curriculum_modules");
        place.HasKey(m => new { m.CurriculumId, m.Position });
        place.HasOne(m => m.Module).WithMany().HasForeignKey(m => m.ModuleId);
    }
}

sealed class ModuleMapping : IEntityTypeConfiguration<Module>
{
    public void Configure(EntityTypeBuilder<Module> module)
    {
        module.ToTable("modules");
        module.Property(m => m.Id).ValueGeneratedNever();
        module.Property(m => m.Stage).HasConversion<string>();
    }
}
