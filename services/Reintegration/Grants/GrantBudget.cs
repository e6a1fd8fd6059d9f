using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Reintegration.Grants;

/// <summary>The money of a programme at an office in a year and currency. What is committed is kept by the database and never exceeds the amount.</summary>
public sealed class GrantBudget
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required string Country { get; init; }

    /// <summary>By its id in the reference data.</summary>
    public required string Programme { get; init; }

    /// <summary>An organisation at Access.</summary>
    public required string Office { get; init; }

    public required int Year { get; init; }

    public required string Currency { get; init; }

    public required long AmountMinor { get; set; }

    /// <summary>Approved, and paid less what came back.</summary>
    public long CommittedMinor { get; private set; }

    public long LeftMinor => AmountMinor - CommittedMinor;
}

sealed class GrantBudgetMapping : IEntityTypeConfiguration<GrantBudget>
{
    public void Configure(EntityTypeBuilder<GrantBudget> budget)
    {
        budget.ToTable("grant_budgets");
        budget.Property(b => b.Id).ValueGeneratedNever();
        budget.Property(b => b.CommittedMinor).ValueGeneratedOnAddOrUpdate();
        budget.Ignore(b => b.LeftMinor);
        // Two officers who set it at once, or one while money is approved: the second save fails instead of overwriting.
        budget.Property<uint>("xmin").IsRowVersion();
    }
}
