using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.DepartureOrientation.ActionPlans;

/// <summary>What a coach said about a measure. Added, never changed.</summary>
public sealed class CoachingNote
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid MeasureId { get; init; }
    public required string Text { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Account { get; init; }
    public required string Organisation { get; init; }
}

sealed class CoachingNoteMapping : IEntityTypeConfiguration<CoachingNote>
{
    public void Configure(EntityTypeBuilder<CoachingNote> note)
    {
        note.ToTable("coaching_notes");
        note.Property(n => n.Id).ValueGeneratedNever();
    }
}
