using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.DepartureOrientation.Sessions;

/// <summary>Where a worker stands in a session.</summary>
public enum EnrolmentState
{
    Placed,
    Waiting,
    Withdrawn,

    /// <summary>With its session.</summary>
    Cancelled,
}

/// <summary>Who asked for the place.</summary>
public enum EnrolledBy
{
    Worker,
    Agency,
    Ministry,
    Institution,
}

/// <summary>A worker's place in a session, and how long the worker was there.</summary>
public sealed class Enrolment
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid SessionId { get; init; }
    public required string WorkerNumber { get; init; }
    public required string Country { get; init; }

    /// <summary>The session's period, so that the database can refuse two places at once; it follows the session's changes by itself.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>False in an online session, which can be followed while another is attended.</summary>
    public bool AtSetTimes { get; init; } = true;

    public EnrolmentState State { get; private set; } = EnrolmentState.Placed;

    /// <summary>The order among those who wait; kept after a place was given. Null for who never waited.</summary>
    public int? WaitingNumber { get; private set; }

    public EnrolledBy EnrolledBy { get; init; } = EnrolledBy.Institution;

    /// <summary>The agency that asked for the place; null when somebody else did.</summary>
    public Guid? AgencyId { get; init; }

    /// <summary>The minutes of all days.</summary>
    public int Minutes { get; private set; }

    /// <summary>Those of them that codes or an online module's times prove; the others are a trainer's word.</summary>
    public int ProvenMinutes { get; private set; }

    /// <summary>Which of the worker's codes are good.</summary>
    public int CodeBatch { get; private set; } = 1;

    /// <summary>The number of its last event: 0 until the first.</summary>
    public long Version { get; private set; }

    public List<Attendance> Attendance { get; init; } = [];

    public bool Holds => State is EnrolmentState.Placed or EnrolmentState.Waiting;

    /// <summary>A trainer's word.</summary>
    public void Record(Attendance attendance)
    {
        Attendance.Add(attendance);
        Minutes += attendance.Minutes;
        Version++;
    }

    /// <summary>Minutes between two codes, or of a module.</summary>
    public void Prove(int minutes)
    {
        Minutes += minutes;
        ProvenMinutes += minutes;
        Version++;
    }

    public void Wait(int number) => (State, WaitingNumber) = (EnrolmentState.Waiting, number);

    public void MoveUp()
    {
        State = EnrolmentState.Placed;
        Version++;
    }

    public void Withdraw()
    {
        State = EnrolmentState.Withdrawn;
        Version++;
    }

    public void RenewCodes() => CodeBatch++;
}

/// <summary>How long a worker was there on one day, and which account said so.</summary>
public sealed class Attendance
{
    public required DateOnly Day { get; init; }
    public required int Minutes { get; init; }
    public required string RecordedBy { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
}

static class Enrolments
{
    /// <summary>The worker's place in a session, under whichever number; the one under the number asked comes first. Not one that was given up.</summary>
    public static IQueryable<Enrolment> InSession(this IQueryable<Enrolment> enrolments, Guid session, string asked, IReadOnlyList<string> numbers) =>
        enrolments.Where(e => e.SessionId == session && e.State == EnrolmentState.Placed && numbers.Contains(e.WorkerNumber)).OrderByDescending(e => e.WorkerNumber == asked).ThenBy(e => e.Id);
}

sealed class EnrolmentMapping : IEntityTypeConfiguration<Enrolment>
{
    public void Configure(EntityTypeBuilder<Enrolment> enrolment)
    {
        enrolment.ToTable("enrolments");
        enrolment.Property(e => e.Id).ValueGeneratedNever();
        enrolment.Property(e => e.State).HasConversion<string>();
        enrolment.Property(e => e.EnrolledBy).HasConversion<string>();
        enrolment.Property<uint>("xmin").IsRowVersion();
        enrolment.Ignore(e => e.Holds);
        enrolment.HasMany(e => e.Attendance).WithOne().HasForeignKey("EnrolmentId");
    }
}

sealed class AttendanceMapping : IEntityTypeConfiguration<Attendance>
{
    public void Configure(EntityTypeBuilder<Attendance> attendance)
    {
        attendance.ToTable("attendance");
        attendance.Property<Guid>("EnrolmentId");
        attendance.HasKey("EnrolmentId", nameof(Sessions.Attendance.Day));
    }
}
