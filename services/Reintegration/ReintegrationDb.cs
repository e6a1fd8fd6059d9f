using Gms.Platform;
using Gms.Reintegration.Cases;
using Gms.Reintegration.Plans;
using Microsoft.EntityFrameworkCore;

namespace Gms.Reintegration;

/// <summary>The records of this service.</summary>
public sealed class ReintegrationDb(DbContextOptions<ReintegrationDb> options, Call call, ServiceSignals signals) : ServiceDb(options, call, signals)
{
    public DbSet<Case> Cases => Set<Case>();

    public DbSet<Plan> Plans => Set<Plan>();

    protected override Problem? BrokenConstraint(string name) => name switch
    {
        "cases_one_per_return" or "cases_one_walk_in" => Problems.CaseAlreadyOpen(),
        "plans_number" => Problems.PlanAgreedMeanwhile(),
        _ => null,
    };
}
