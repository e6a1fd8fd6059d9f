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
    Cancelled,
}

/// <summary>How a session is held.</summary>
public enum SessionMode
{
    Room,

    /// <summary>At a border post or an arrival centre.</summary>
    Border,

    /// <summary>Each worker in the own time: its period is when it is open.</summary>
    Online,
}

/// <summary>Why a session was cancelled.</summary>
public enum CancellationReason
{
    TrainerUnavailable,
    RoomUnavailable,
    TooFewEnrolled,
    SafetyOrHealth,
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
    public required Trainer Trainer { get; set; }
    public SessionMode Mode { get; init; } = SessionMode.Room;
    public required string Room { get; set; }
    public required int Places { get; set; }

    /// <summary>Counted by the database with each enrolment; never written from here.</summary>
    public int Enrolled { get; private init; }

    public required string Language { get; init; }
    public required DateTimeOffset StartsAt { get; set; }
    public required DateTimeOffset EndsAt { get; set; }
    public SessionState State { get; private set; } = SessionState.Planned;
    public DateTimeOffset? CancelledAt { get; private set; }
    public CancellationReason? CancellationReason { get; private set; }

    /// <summary>The number of its last event.</summary>
    public long Version { get; private set; } = 1;

    /// <summary>The first day, in the institution's zone.</summary>
    public DateOnly FirstDay => StartsAt.DayIn(Country);

    /// <summary>The last day, in the institution's zone.</summary>
    public DateOnly LastDay => EndsAt.DayIn(Country);

    /// <summary>How long a worker can be there: in an online session the length of what is taught.</summary>
    public int Minutes => Mode == SessionMode.Online ? Curriculum.TotalMinutes : (int)(EndsAt - StartsAt).TotalMinutes;

    public void Close() => State = SessionState.Closed;

    /// <summary>Its version is the next event's.</summary>
    public void Changed() => Version++;

    public void Cancel(CancellationReason reason, DateTimeOffset now)
    {
        (State, CancelledAt, CancellationReason) = (SessionState.Cancelled, now, reason);
        Version++;
    }
}

sealed class SessionMapping : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("sessions");
        session.Property(s => s.Id).ValueGeneratedNever();
        session.Property(s => s.Mode).HasConversion<string>();
        session.Property(s => s.State).HasConversion<string>();
        session.Property(s => s.CancellationReason).HasConversion<string>();
        session.Property(s => s.Enrolled).ValueGeneratedOnAddOrUpdate();
        session.Ignore(s => s.FirstDay).Ignore(s => s.LastDay).Ignore(s => s.Minutes);
        session.Property<uint>("xmin").IsRowVersion();
    }
}
