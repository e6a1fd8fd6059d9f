using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Reintegration.Plans;

/// <summary>How a worker consented.</summary>
public enum ConsentForm
{
    Signed,
    Thumbprint,
    Spoken,
}

/// <summary>A worker's consent to a plan.</summary>
public sealed record Consent(DateOnly GivenOn, ConsentForm Form, string Language);

/// <summary>What a worker and a counsellor agreed. It never changes: another agreement is the next plan of the case.</summary>
public sealed class Plan
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CaseId { get; init; }

    /// <summary>1, 2, 3 … per case; the highest holds.</summary>
    public required int Number { get; init; }

    public required Consent Consent { get; init; }

    /// <summary>What the worker wants to reach, in plain words.</summary>
    public required byte[] GoalsEncrypted { get; init; }

    public required DateOnly AgreedOn { get; init; }

    /// <summary>The account that recorded it.</summary>
    public required string AgreedBy { get; init; }

    public List<PlanItem> Items { get; init; } = [];

    /// <summary>What all of it may cost.</summary>
    public Money Budget => new(Items.Sum(i => i.Budget.Minor), Items[0].Budget.Currency);
}

/// <summary>One service within a plan.</summary>
public sealed class PlanItem
{
    public required int Position { get; init; }

    /// <summary>S01 to S14.</summary>
    public required string Service { get; init; }

    public required string Partner { get; init; }
    public string? Programme { get; init; }
    public required DateOnly StartsOn { get; init; }
    public required DateOnly EndsOn { get; init; }
    public required Money Budget { get; init; }
}

sealed class PlanMapping : IEntityTypeConfiguration<Plan>
{
    public void Configure(EntityTypeBuilder<Plan> plan)
    {
        plan.ToTable("plans");
        plan.Property(p => p.Id).ValueGeneratedNever();
        plan.Ignore(p => p.Budget);
        plan.ComplexProperty(p => p.Consent, consent =>
        {
            consent.Property(c => c.GivenOn).HasColumnName("consent_given_on");
            consent.Property(c => c.Form).HasColumnName("consent_form").HasConversion<string>();
            consent.Property(c => c.Language).HasColumnName("consent_language");
        });
        plan.HasMany(p => p.Items).WithOne().HasForeignKey("PlanId");
    }
}

sealed class PlanItemMapping : IEntityTypeConfiguration<PlanItem>
{
    public void Configure(EntityTypeBuilder<PlanItem> item)
    {
        item.ToTable("plan_items");
        item.Property<Guid>("PlanId");
        item.HasKey("PlanId", nameof(PlanItem.Position));
        item.Property(i => i.Position).ValueGeneratedNever();
        item.ComplexProperty(i => i.Budget, budget =>
        {
            budget.Property(b => b.Minor).HasColumnName("budget_minor");
            budget.Property(b => b.Currency).HasColumnName("budget_currency");
        });
    }
}
