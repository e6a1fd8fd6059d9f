using Gms.Platform;
using Gms.Reintegration.Assessments;
using Gms.Reintegration.Cases;
using Gms.Reintegration.Casework;
using Gms.Reintegration.Claims;
using Gms.Reintegration.FollowUps;
using Gms.Reintegration.Grants;
using Gms.Reintegration.Partners;
using Gms.Reintegration.Plans;
using Gms.Reintegration.Referrals;
using Gms.Reintegration.Skills;
using Microsoft.EntityFrameworkCore;
using Grant = Gms.Reintegration.Grants.Grant;

namespace Gms.Reintegration;

/// <summary>The records of this service.</summary>
public sealed class ReintegrationDb(DbContextOptions<ReintegrationDb> options, Call call, ServiceSignals signals) : ServiceDb(options, call, signals)
{
    public DbSet<Case> Cases => Set<Case>();

    public DbSet<Plan> Plans => Set<Plan>();

    public DbSet<Assessment> Assessments => Set<Assessment>();

    public DbSet<Partner> Partners => Set<Partner>();

    public DbSet<Referral> Referrals => Set<Referral>();

    public DbSet<GrantBudget> GrantBudgets => Set<GrantBudget>();

    public DbSet<Grant> Grants => Set<Grant>();

    public DbSet<Claim> Claims => Set<Claim>();

    public DbSet<Skill> Skills => Set<Skill>();

    public DbSet<FollowUp> FollowUps => Set<FollowUp>();

    /// <summary>More time for a late step is a new deadline.</summary>
    protected override Func<CancellationToken, Task>? Consequences() => MoreTime.GivenIn(ChangeTracker) is { Count: > 0 } given ? cancel => MoreTime.Begin(this, given, cancel) : null;

    protected override Problem? BrokenConstraint(string name) => name switch
    {
        "cases_one_per_return" or "cases_one_walk_in" => Problems.CaseAlreadyOpen(),
        "plans_number" => Problems.PlanAgreedMeanwhile(),
        "case_signs_once" => Problems.CaseSignTwice(),
        "assessments_pkey" or "assessment_answers_pkey" => Problems.AssessmentSavedMeanwhile(),
        "assessment_answers_of_nobody_erased" => Problems.CaseErased(),
        "step_watches_pkey" => Problems.CaseChangedMeanwhile(),
        "grant_budgets_once" => Problems.BudgetSetMeanwhile(),
        "claims_once" => Problems.ClaimsFoundMeanwhile(),
        "partners_once" => Problems.PartnerTwice(),
        "grant_budgets_not_overspent" => Problems.GrantOverBudget(),
        "grants_two_officers" => Problems.GrantBySameOfficer(),
        "follow_ups_once" or "follow_ups_answers_once" => Problems.FollowUpTwice(),
        _ => null,
    };
}
