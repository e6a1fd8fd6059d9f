using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NpgsqlTypes;

namespace Gms.SocialSecurity.Memberships;

/// <summary>Days in a scheme through one employer.</summary>
sealed class Membership
{
    public required Guid Id { get; init; }
    public required string WorkerNumber { get; init; }
    public required string Country { get; init; }
    public required string Scheme { get; init; }

    /// <summary>Empty where the worker joined without an employer.</summary>
    public required string Employer { get; init; }
    public required string EmploymentType { get; init; }

    /// <summary>Empty when not known.</summary>
    public required string Channel { get; init; }
    public required DateOnly FromDay { get; init; }
    public DateOnly? ToDay { get; set; }
    public MembershipEnd? EndReason { get; private set; }

    /// <summary>The birth date as far as it is known; empty when it is not.</summary>
    public required string Born { get; init; }

    /// <summary>As Registry says it; empty when not known.</summary>
    public required string Sex { get; init; }

    /// <summary>True where the scheme takes one membership on a day, whatever the employer.</summary>
    public bool Sole { get; init; }

    /// <summary>The rule by which this scheme and others exclude one another; null where none holds that may refuse.</summary>
    public string? Apart { get; init; }
    public DateOnly? ApartFrom { get; init; }
    public DateOnly? ApartTo { get; init; }

    /// <summary>Counts starts and ends; months have versions of their own.</summary>
    public long Version { get; private set; } = 1;

    /// <summary>The months that count. The database keeps them from the contributions; nothing here writes them.</summary>
    public NpgsqlRange<DateOnly>[] PaidMonths { get; private set; } = [];

    /// <summary>Whether both hold on some day. One recorded in error holds on none.</summary>
    public bool Overlaps(Membership other) =>
        EndReason != MembershipEnd.RecordedInError && other.EndReason != MembershipEnd.RecordedInError
            && FromDay <= (other.ToDay ?? DateOnly.MaxValue) && other.FromDay <= (ToDay ?? DateOnly.MaxValue);

    /// <summary>Whether some day of a month, given by its first, lies within.</summary>
    public bool Touches(DateOnly month) => FromDay < month.AddMonths(1) && month <= (ToDay ?? month);

    public void End(DateOnly lastDay, MembershipEnd reason)
    {
        ToDay = lastDay;
        EndReason = reason;
        Version++;
    }
}

/// <summary>Why a membership ended. Same names as the proto.</summary>
enum MembershipEnd
{
    EmploymentEnded = 1,
    LeftCountry = 2,
    NotContinued = 3,
    Deceased = 4,
    RecordedInError = 5,
}

sealed class MembershipMapping : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> membership)
    {
        membership.ToTable("memberships");
        membership.Property(m => m.Id).ValueGeneratedNever();
        membership.Property(m => m.Country).HasMaxLength(2).IsFixedLength();
        membership.Property(m => m.EndReason).HasConversion<string>();
        membership.Property(m => m.PaidMonths).HasColumnType("datemultirange").Metadata.SetBeforeSaveBehavior(PropertySaveBehavior.Ignore);
        membership.Property(m => m.PaidMonths).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        // A month posted or an end recorded meanwhile: the second save fails instead of overwriting.
        membership.Property<uint>("xmin").IsRowVersion();
    }
}
