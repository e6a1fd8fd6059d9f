using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.DepartureOrientation.Sessions;

/// <summary>A worker's place in a session, and how long the worker was there.</summary>
public sealed class Enrolment
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid SessionId { get; init; }
    public required string WorkerNumber { get; init; }
    public required string Country { get; init; }

    /// <summary>The session's period, so that the database can refuse two places at once.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>The minutes of all days.</summary>
    public int Minutes { get; private set; }

    /// <summary>The number of its last event: 0 until the first attendance.</summary>
    public long Version { get; private set; }

    public List<Attendance> Attendance { get; init; } = [];

    public void Record(Attendance attendance)
    {
        Attendance.Add(attendance);
        Minutes += attendance.Minutes;
        Version++;
    }
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
    /// <summary>The worker's place in a session, under whichever number; the one under the number asked comes first.</summary>
    public static IQueryable<Enrolment> InSession(this IQueryable<Enrolment> enrolments, Guid session, string asked, IReadOnlyList<string> numbers) =>
        enrolments.Where(e => e.SessionId == session && numbers.Contains(e.WorkerNumber)).OrderByDescending(e => e.WorkerNumber == asked).ThenBy(e => e.Id);
}

sealed class EnrolmentMapping : IEntityTypeConfiguration<Enrolment>
{
    public void Configure(EntityTypeBuilder<Enrolment> enrolment)
    {
        enrolment.ToTable("enrolments");
        enrolment.Property(e => e.Id).ValueGeneratedNever();
        enrolment.Property<uint>("xmin").IsRowVersion();
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
