using Gms.DepartureOrientation.Curricula;
using Gms.DepartureOrientation.Institutions;
using Gms.DepartureOrientation.Trainers;
using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.DepartureOrientation.Sessions;

/// <summary>The life of a session.</summary>
public enum SessionState
{
    Planned,
    Closed,
}

/// <summary>One curriculum, one room, one trainer, a number of places.</summary>
public sealed class Session
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The institution's country.</summary>
    public required string Country { get; init; }

    public Guid CurriculumId { get; private init; }
    public required Curriculum Curriculum { get; init; }
    public Guid InstitutionId { get; private init; }
    public required Institution Institution { get; init; }
    public Guid TrainerId { get; private init; }
    public required Trainer Trainer { get; init; }
    public required string Room { get; init; }
    public required int Places { get; init; }

    /// <summary>Counted by the database with each enrolment; never written from here.</summary>
    public int Enrolled { get; private init; }

    public required string Language { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required DateTimeOffset EndsAt { get; init; }
    public SessionState State { get; private set; } = SessionState.Planned;

    /// <summary>The number of its last event.</summary>
    public long Version { get; private set; } = 1;

    /// <summary>The first day, in the institution's zone.</summary>
    public DateOnly FirstDay => StartsAt.DayIn(Country);

    /// <summary>The last day, in the institution's zone.</summary>
    public DateOnly LastDay => EndsAt.DayIn(Country);

    public int Minutes => (int)(EndsAt - StartsAt).TotalMinutes;

    public void Close() => State = SessionState.Closed;
}

sealed class SessionMapping : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("sessions");
        session.Property(s => s.Id).ValueGeneratedNever();
        session.Property(s => s.State).HasConversion<string>();
        session.Property(s => s.Enrolled).ValueGeneratedOnAddOrUpdate();
        session.Ignore(s => s.FirstDay).Ignore(s => s.LastDay).Ignore(s => s.Minutes);
        session.Property<uint>("xmin").IsRowVersion();
    }
}
