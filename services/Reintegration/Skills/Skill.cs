using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Skills;

/// <summary>What a worker learned abroad. Never changed: another record is added.</summary>
public sealed class Skill
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    /// <summary>ISCO-08 unit group: four digits.</summary>
    public required string Occupation { get; init; }

    /// <summary>How long it was practised.</summary>
    public required int Months { get; init; }

    /// <summary>The country, ISO 3166-1 alpha-2.</summary>
    public required string LearnedIn { get; init; }

    /// <summary>As they are called on paper; none is no fault.</summary>
    public required string[] Certificates { get; init; }

    public required DateOnly RecordedOn { get; init; }

    public required string RecordedBy { get; init; }

    public Proto.Skill ToProto() => new()
    {
        SkillId = Id.ToString(),
        Occupation = Occupation,
        Months = Months,
        LearnedIn = LearnedIn,
        Certificates = { Certificates },
        RecordedOn = RecordedOn.ToProto(),
    };
}

sealed class SkillMapping : IEntityTypeConfiguration<Skill>
{
    public void Configure(EntityTypeBuilder<Skill> skill)
    {
        skill.ToTable("skills");
        skill.Property(s => s.Id).ValueGeneratedNever();
    }
}
