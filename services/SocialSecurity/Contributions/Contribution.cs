using Gms.SocialSecurity.Memberships;
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

    /// <summary>0 as first posted, then 1, 2 … for each correction: the greatest counts, all are kept.</summary>
    public int Correction { get; init; }

    /// <summary>The import by which it came; null when it was posted by itself.</summary>
    public Guid? Filing { get; init; }

    public static Contribution Of(Membership membership, string currency, DateOnly month, long? wage, Due due, long employeePaid, long employerPaid, int correction = 0, Guid? filing = null)
    {
        var state = due.Compare(employeePaid, employerPaid);
        return new()
        {
            Id = Guid.CreateVersion7(),
            MembershipId = membership.Id,
            Month = month,
            Currency = currency,
            Wage = wage,
            Base = due.Base,
            EmployeeExpected = due.Employee,
            EmployerExpected = due.Employer,
            EmployeePaid = employeePaid,
            EmployerPaid = employerPaid,
            State = state,
            Counts = ContributionRules.Counts(state, employeePaid + employerPaid),
            Rate = due.Rate?.Evidence.Rule ?? "",
            Note = due.Note,
            Correction = correction,
            Filing = filing,
        };
    }
}

/// <summary>What counts of filings that were corrected.</summary>
static class StandingContributions
{
    /// <summary>The last filing of each month.</summary>
    public static Dictionary<(Guid Membership, DateOnly Month), Contribution> Standing(this IEnumerable<Contribution> filed) =>
        filed.GroupBy(c => (c.MembershipId, c.Month)).ToDictionary(g => g.Key, g => g.MaxBy(c => c.Correction)!);
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
