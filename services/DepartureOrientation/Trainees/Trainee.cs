using Gms.DepartureOrientation.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.DepartureOrientation.Trainees;

/// <summary>Who is trained to become a trainer: an account and a display name of staff, never a worker by number.</summary>
public sealed class Trainee
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid SessionId { get; init; }
    public required string Account { get; init; }
    public required string DisplayName { get; init; }

    /// <summary>Where the trainee works; null when not said.</summary>
    public Guid? InstitutionId { get; init; }

    /// <summary>The minutes of all days.</summary>
    public int Minutes { get; private set; }

    public List<TraineeAttendance> Attendance { get; init; } = [];

    public void Record(TraineeAttendance attendance)
    {
        Attendance.Add(attendance);
        Minutes += attendance.Minutes;
    }
}

/// <summary>How long a trainee was there on one day, and which account said so.</summary>
public sealed class TraineeAttendance
{
    public required DateOnly Day { get; init; }
    public required int Minutes { get; init; }
    public required string RecordedBy { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
}

sealed class TraineeMapping : IEntityTypeConfiguration<Trainee>
{
    public void Configure(EntityTypeBuilder<Trainee> trainee)
    {
        trainee.ToTable("trainees");
        trainee.Property(t => t.Id).ValueGeneratedNever();
        trainee.HasOne<Session>().WithMany().HasForeignKey(t => t.SessionId);
        trainee.HasMany(t => t.Attendance).WithOne().HasForeignKey("TraineeId");
        trainee.Property<uint>("xmin").IsRowVersion();
    }
}

sealed class TraineeAttendanceMapping : IEntityTypeConfiguration<TraineeAttendance>
{
    public void Configure(EntityTypeBuilder<TraineeAttendance> attendance)
    {
        attendance.ToTable("trainee_attendance");
        attendance.Property<Guid>("TraineeId");
        attendance.HasKey("TraineeId", nameof(TraineeAttendance.Day));
    }
}
