using Gms.Platform;
using Gms.Reintegration.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Skills;

/// <summary>What a worker learned abroad. Never changed: another record is added.</summary>
public sealed class Skill
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    /// <summary>ISCO-08 unit group: four digits.</summary>
    public required string Occupation { get; init; }

    /// <summary>How long it was practised.</summary>
    public required int Months { get; init; }

    /// <summary>The country, ISO 3166-1 alpha-2.</summary>
    public required string LearnedIn { get; init; }

    /// <summary>As they are called on paper; none is no fault.</summary>
    public required byte[] CertificatesEncrypted { get; init; }

    public required DateOnly RecordedOn { get; init; }

    public required string RecordedBy { get; init; }

    public Proto.Skill ToProto(Words told) => new()
    {
        SkillId = Id.ToString(),
        Occupation = Occupation,
        Months = Months,
        LearnedIn = LearnedIn,
        Certificates = { told.ReadAll(CertificatesEncrypted, Id) },
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
