using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.DepartureOrientation.ActionPlans;

/// <summary>What a measure or practice is about: the topics of the six countries' capacity programme of January 2019.</summary>
public enum Topic
{
    Orientation,
    ReturnAndReintegration,
    FairRecruitment,
    DailyAndSeasonalWork,
    SocialSecurity,
}

/// <summary>What a country wants to do better within a period. Its measures say what, who and by when.</summary>
public sealed class ActionPlan
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required string Country { get; init; }
    public required string Title { get; init; }
    public required DateOnly StartsOn { get; init; }
    public required DateOnly EndsOn { get; init; }

    /// <summary>Where it was agreed: a decision, a workshop.</summary>
    public required string AgreedAt { get; init; }

    public bool Holds(DateOnly day) => StartsOn <= day && day <= EndsOn;
}

sealed class ActionPlanMapping : IEntityTypeConfiguration<ActionPlan>
{
    public void Configure(EntityTypeBuilder<ActionPlan> plan)
    {
        plan.ToTable("action_plans");
        plan.Property(p => p.Id).ValueGeneratedNever();
    }
}
