using Gms.Platform;
using Gms.Recruitment.Agencies;
using Gms.Recruitment.Complaints;
using Gms.Recruitment.Compliance;
using Gms.Recruitment.Concerns;
using Gms.Recruitment.Contracts;
using Gms.Recruitment.Costs;
using Gms.Recruitment.Declarations;
using Gms.Recruitment.Employers;
using Gms.Recruitment.Inspections;
using Gms.Recruitment.JobOrders;
using Gms.Recruitment.Licences;
using Gms.Recruitment.Representatives;
using Gms.Recruitment.Verdicts;
using Microsoft.EntityFrameworkCore;

namespace Gms.Recruitment;

/// <summary>Recruitment's database.</summary>
public sealed class RecruitmentDb(DbContextOptions<RecruitmentDb> options, Call call, ServiceSignals signals) : ServiceDb(options, call, signals)
{
    public DbSet<Agency> Agencies => Set<Agency>();

    public DbSet<LicenceApplication> LicenceApplications => Set<LicenceApplication>();

    public DbSet<Representative> Representatives => Set<Representative>();

    public DbSet<Employer> Employers => Set<Employer>();

    public DbSet<JobOrder> JobOrders => Set<JobOrder>();

    public DbSet<Contract> Contracts => Set<Contract>();

    public DbSet<Declaration> Declarations => Set<Declaration>();

    public DbSet<Complaint> Complaints => Set<Complaint>();

    public DbSet<AnonymousStatement> AnonymousStatements => Set<AnonymousStatement>();

    public DbSet<Concern> Concerns => Set<Concern>();

    public DbSet<Inspection> Inspections => Set<Inspection>();

    public DbSet<CostLine> Costs => Set<CostLine>();

    public DbSet<KeptVerdict> Verdicts => Set<KeptVerdict>();

    readonly HashSet<Guid> _again = [];

    /// <summary>Weighs these with the next commit, though nothing of them is changed there: whose they are changed.</summary>
    public void WeighAgain(IEnumerable<Guid> contracts) => _again.UnionWith(contracts);

    /// <summary>A recruitment whose facts change is weighed again in the same transaction.</summary>
    protected override Func<CancellationToken, Task>? Consequences()
    {
        var changed = Weighing.ChangedIn(ChangeTracker);
        changed.Contracts.UnionWith(_again);
        _again.Clear();
        return changed.IsEmpty ? null : cancel => Weighing.Again(this, changed, cancel);
    }

    protected override Problem? BrokenConstraint(string name) => name switch
    {
        "agencies_pkey" or "agencies_registration_once" => Problems.AgencyAlreadyRegistered(),
        "licences_number_once" => Problems.AgencyLicenceNumberTaken(),
        "licences_no_overlap" => Problems.AgencyLicenceOverlaps(),
        "licence_suspensions_no_overlap" => Problems.LicenceAlreadySuspended(),
        "licences_renewed_once" => Problems.LicenceRenewedAlready(),
        "licence_applications_open_once" => Problems.LicenceApplicationOpen(),
        "agency_representatives_once" => Problems.RepresentativeRegisteredAlready(),
        "agency_representatives_one_agency" => Problems.SubAgentOfOtherAgency(),
        "employers_pkey" or "employers_registration_once" => Problems.EmployerAlreadyRegistered(),
        "job_orders_pkey" => Problems.JobOrderAlreadyRegistered(),
        "job_orders_places_left" => Problems.ContractJobOrderFull(),
        "contracts_pkey" => Problems.ContractAlreadyRegistered(),
        "complaints_shown_once" or "complaints_cause_once" => Problems.ComplaintOpenedAlready(),
        "complaint_entries_pkey" or "complaint_remedies_pkey" => ComplaintProblems.StepNotNow("being changed by somebody else"),
        "inspections_open_once" => InspectionProblems.PlannedAlready(),
        "costs_replaced_once" => Problems.CostReplacedAlready(),
        "employer_standings_once" or "contract_versions_pkey" or "concerns_reference_once" => PlatformProblems.SomebodyWasFaster(),
        "contract_signatures_once" => Problems.ContractSignedAlready(),
        "contracts_transferred_once" => Problems.ContractAlreadyEnded(),
        "contracts_no_overlap" => Problems.ContractOverlaps(),
        _ => null,
    };
}
