using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.DepartureOrientation.Attendance;

/// <summary>How a stay ended.</summary>
public enum VisitEnding
{
    CheckedOut,

    /// <summary>The session or its day was over and nobody had checked out: no minutes count.</summary>
    NotCheckedOut,
}

/// <summary>A worker's stay at a session, from one pair of codes to the next.</summary>
public sealed class Visit
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid EnrolmentId { get; init; }
    public required Guid SessionId { get; init; }
    public required string WorkerNumber { get; init; }
    public required DateTimeOffset InAt { get; init; }
    public DateTimeOffset? OutAt { get; private set; }
    public VisitEnding? Ending { get; private set; }

    /// <summary>Those within the session's time.</summary>
    public int Minutes { get; private set; }

    /// <summary>What is not plausible about it: OTHER_PROVINCE_MINUTES, OTHER_COUNTRY_MINUTES.</summary>
    public required string[] Flags { get; init; }

    /// <summary>The account on which the codes came.</summary>
    public required string RecordedBy { get; init; }

    public void End(DateTimeOffset now, int minutes) => (OutAt, Ending, Minutes) = (now, VisitEnding.CheckedOut, minutes);

    public void EndUnseen() => (OutAt, Ending) = (InAt, VisitEnding.NotCheckedOut);
}

/// <summary>A code that was used: the worker's, and the session's code of one window together with the worker.</summary>
public sealed class UsedCode
{
    public required Guid EnrolmentId { get; init; }
    public required int Batch { get; init; }
    public required int Serial { get; init; }
    public required long CodeWindow { get; init; }
    public required Guid VisitId { get; init; }
    public required DateTimeOffset UsedAt { get; init; }
}

/// <summary>A module of an online session: begun, finished, and the minutes that count.</summary>
public sealed class ModuleVisit
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid EnrolmentId { get; init; }
    public required Guid ModuleId { get; init; }
    public required string WorkerNumber { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; private set; }
    public int Minutes { get; private set; }
    public required string RecordedBy { get; init; }

    public void Finish(DateTimeOffset now, int minutes) => (FinishedAt, Minutes) = (now, minutes);

    /// <summary>The session was over and nobody had finished it: no minutes count.</summary>
    public void EndUnfinished() => FinishedAt = StartedAt;
}

sealed class VisitMapping : IEntityTypeConfiguration<Visit>
{
    public void Configure(EntityTypeBuilder<Visit> visit)
    {
        visit.ToTable("visits");
        visit.Property(v => v.Id).ValueGeneratedNever();
        visit.Property(v => v.Ending).HasConversion<string>();
        visit.Property<uint>("xmin").IsRowVersion();
    }
}

sealed class UsedCodeMapping : IEntityTypeConfiguration<UsedCode>
{
    public void Configure(EntityTypeBuilder<UsedCode> used)
    {
        used.ToTable("used_codes");
        used.HasKey(u => new { u.EnrolmentId, u.Batch, u.Serial });
        used.HasOne<Visit>().WithMany().HasForeignKey(u => u.VisitId);
    }
}

sealed class ModuleVisitMapping : IEntityTypeConfiguration<ModuleVisit>
{
    public void Configure(EntityTypeBuilder<ModuleVisit> visit)
    {
        visit.ToTable("module_visits");
        visit.Property(v => v.Id).ValueGeneratedNever();
        visit.Property<uint>("xmin").IsRowVersion();
    }
}
