using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Reintegration.Assessments;

/// <summary>What a questionnaire is for.</summary>
public enum AssessmentKind
{
    Needs,
    Sustainability,
}

/// <summary>A questionnaire answered for a case, in pieces, perhaps with no network. Complete it never changes: a later one is another.</summary>
public sealed class Assessment
{
    /// <summary>Chosen by the device.</summary>
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required AssessmentKind Kind { get; init; }

    /// <summary>The version of the questionnaire, from the first answer to the last.</summary>
    public required int Version { get; init; }

    /// <summary>In which language the questions were put, BCP 47.</summary>
    public required string Language { get; init; }

    public required DateOnly StartedOn { get; init; }

    public required string StartedBy { get; init; }

    /// <summary>Null while a required answer is missing.</summary>
    public DateOnly? CompletedOn { get; set; }

    public List<AssessmentAnswer> Answers { get; init; } = [];

    /// <summary>The answer that holds for each question: the latest by the time the device gave it.</summary>
    public IReadOnlyDictionary<string, string> Held => Latest.ToDictionary(a => a.Question, a => a.Value);

    IEnumerable<AssessmentAnswer> Latest => Answers.GroupBy(a => a.Question).Select(g => g.OrderBy(a => a.AnsweredAt).ThenBy(a => a.Id).Last());

    /// <summary>The instant of the oldest answer that holds, by the device; null without answers.</summary>
    public DateTimeOffset? AnsweredFrom => Latest.Min(a => (DateTimeOffset?)a.AnsweredAt);
}

/// <summary>One answer.</summary>
public sealed class AssessmentAnswer
{
    /// <summary>Chosen by the device: the same answer sent twice is one.</summary>
    public required Guid Id { get; init; }

    public required string Question { get; init; }

    /// <summary>The code of the option.</summary>
    public required string Value { get; init; }

    public required DateTimeOffset AnsweredAt { get; init; }
}

sealed class AssessmentMapping : IEntityTypeConfiguration<Assessment>
{
    public void Configure(EntityTypeBuilder<Assessment> assessment)
    {
        assessment.ToTable("assessments");
        assessment.Property(a => a.Id).ValueGeneratedNever();
        assessment.Property(a => a.Kind).HasConversion<string>();
        assessment.Ignore(a => a.Held);
        assessment.Ignore(a => a.AnsweredFrom);
        assessment.HasMany(a => a.Answers).WithOne().HasForeignKey("AssessmentId").IsRequired();
        assessment.Property<uint>("xmin").IsRowVersion();
    }
}

sealed class AssessmentAnswerMapping : IEntityTypeConfiguration<AssessmentAnswer>
{
    public void Configure(EntityTypeBuilder<AssessmentAnswer> answer)
    {
        answer.ToTable("assessment_answers");
        answer.Property(a => a.Id).ValueGeneratedNever();
    }
}
