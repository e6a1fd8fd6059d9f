using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.SocialSecurity.Contributions;

/// <summary>One month of a membership: due and paid, in minor units. Added, never changed.</summary>
sealed class Contribution
{
    public required Guid Id { get; init; }
    public required Guid MembershipId { get; init; }

    /// <summary>First day of the month.</summary>
    public required DateOnly Month { get; init; }
    public required string Currency { get; init; }
    public required long? Wage { get; init; }
    public required long? Base { get; init; }
    public required long? EmployeeExpected { get; init; }
    public required long? EmployerExpected { get; init; }
    public required long EmployeePaid { get; init; }
    public required long EmployerPaid { get; init; }
    public required ContributionState State { get; init; }

    /// <summary>Whether the month counts for benefits.</summary>
    public required bool Counts { get; init; }

    /// <summary>The rate used: scheme and first day; empty when none held.</summary>
    public required string Rate { get; init; }
    public required string Note { get; init; }
}

/// <summary>Expected and paid compared. Same names as the proto.</summary>
enum ContributionState
{
    Paid = 1,
    Short = 2,
    Unpaid = 3,
    Over = 4,
    NotComputable = 5,
}

sealed class ContributionMapping : IEntityTypeConfiguration<Contribution>
{
    public void Configure(EntityTypeBuilder<Contribution> contribution)
    {
        contribution.ToTable("contributions");
        contribution.Property(c => c.Id).ValueGeneratedNever();
        contribution.Property(c => c.Currency).HasMaxLength(3).IsFixedLength();
        contribution.Property(c => c.State).HasConversion<string>();
    }
}
