using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.DepartureOrientation.Assessments;

/// <summary>One attempt at an assessment, with what was answered. Never changed.</summary>
public sealed class AssessmentResult
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid EnrolmentId { get; init; }
    public required Guid SessionId { get; init; }
    public required string WorkerNumber { get; init; }
    public required string Country { get; init; }
    public required string Assessment { get; init; }
    public required int Version { get; init; }

    /// <summary>1, 2, 3 … per place.</summary>
    public required int Attempt { get; init; }

    /// <summary>In which it was taken, BCP 47.</summary>
    public required string Language { get; init; }

    /// <summary>Question and option, as Q1:A.</summary>
    public required string[] Answers { get; init; }

    public required int Percent { get; init; }
    public required bool Passed { get; init; }

    /// <summary>True when somebody else than the worker sent the answers, for example read the questions out.</summary>
    public required bool Assisted { get; init; }

    public required DateTimeOffset TakenAt { get; init; }
    public required string RecordedBy { get; init; }
}

/// <summary>An edition whose certificate needs a passed assessment.</summary>
public sealed class AssessmentRequirement
{
    public required Guid CurriculumId { get; init; }
    public required string Assessment { get; init; }
    public required int Version { get; init; }
    public required string RequiredBy { get; init; }
    public required DateTimeOffset RequiredAt { get; init; }
}

sealed class AssessmentResultMapping : IEntityTypeConfiguration<AssessmentResult>
{
    public void Configure(EntityTypeBuilder<AssessmentResult> result)
    {
        result.ToTable("assessment_results");
        result.Property(r => r.Id).ValueGeneratedNever();
    }
}

sealed class AssessmentRequirementMapping : IEntityTypeConfiguration<AssessmentRequirement>
{
    public void Configure(EntityTypeBuilder<AssessmentRequirement> requirement)
    {
        requirement.ToTable("assessment_requirements");
        requirement.HasKey(r => r.CurriculumId);
    }
}
