using Gms.Access.Messages;
using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Access.Reminders;

/// <summary>What there is to read for a worker. No message says it: somebody else may read the telephone.</summary>
enum ReminderKind
{
    /// <summary>The last day of a stay abroad comes near.</summary>
    StayEnd,

    /// <summary>An orientation session in which the worker has a place, or waits for one, was cancelled.</summary>
    SessionCancelled,

    /// <summary>It has another time, room or trainer.</summary>
    SessionChanged,

    /// <summary>Who waited for a place in it has got one.</summary>
    PlaceGiven,
}

/// <summary>A reminder to a worker: a row first, sent by <see cref="ReminderRelay"/> in the hours of a country.</summary>
sealed class Reminder
{
    /// <summary>Longer than any sender is waited for.</summary>
    static readonly TimeSpan Unheard = TimeSpan.FromSeconds(30);

    static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    /// <summary>Before what perhaps came goes again.</summary>
    static readonly TimeSpan WaitWherePerhapsCame = TimeSpan.FromDays(1);

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required ReminderKind Kind { get; init; }

    /// <summary>What exactly it is about: there is one reminder of a kind about one thing.</summary>
    public required string About { get; init; }

    public required string WorkerNumber { get; init; }

    /// <summary>In whose hours it is sent: where the worker is, or is expected. ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>From then on it is of use to nobody.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    public int Attempts { get; private set; }

    public required DateTimeOffset NextAttemptAt { get; set; }

    public DateTimeOffset? DoneAt { get; private set; }

    public MessageOutcome? Outcome { get; private set; }

    public void Done(MessageOutcome outcome, DateTimeOffset now) => (DoneAt, Outcome) = (now, outcome);

    /// <summary>Begins an attempt: should nobody hear how it ended, the next waits until whoever was asked has given up.</summary>
    public void Begin(DateTimeOffset now)
    {
        Attempts++;
        NextAttemptAt = now + Unheard;
    }

    /// <summary>It was not taken, or nobody heard so. Twice as long after each attempt, a quarter of an hour at most; longer where it perhaps came.</summary>
    public void TryLater(DateTimeOffset now, bool perhapsCame)
    {
        var wait = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(Attempts - 1, 10)));
        NextAttemptAt = now + (perhapsCame ? WaitWherePerhapsCame : wait < LongestWait ? wait : LongestWait);
    }
}

sealed class ReminderMapping : IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<Reminder> reminder)
    {
        reminder.ToTable("reminders");
        reminder.Property(r => r.Id).ValueGeneratedNever();
        reminder.Property(r => r.Kind).HasConversion<string>();
        reminder.Property(r => r.Outcome).HasConversion<string>();
        reminder.Property(r => r.WorkerNumber).HasMaxLength(14);
    }
}
