using Gms.Platform;
using Gms.Recruitment.Agencies;
using Gms.Recruitment.Complaints;
using Gms.Recruitment.Contracts;
using Gms.Recruitment.Costs;
using Gms.Recruitment.Declarations;
using Gms.Recruitment.Employers;
using Gms.Recruitment.Inspections;
using Gms.Recruitment.JobOrders;
using Microsoft.EntityFrameworkCore;

namespace Gms.Recruitment;

/// <summary>Recruitment's database.</summary>
public sealed class RecruitmentDb(DbContextOptions<RecruitmentDb> options, Call call, ServiceSignals signals) : ServiceDb(options, call, signals)
{
    public DbSet<Agency> Agencies => Set<Agency>();

    public DbSet<Employer> Employers => Set<Employer>();

    public DbSet<JobOrder> JobOrders => Set<JobOrder>();

    public DbSet<Contract> Contracts => Set<Contract>();

    public DbSet<Declaration> Declarations => Set<Declaration>();

    public DbSet<Complaint> Complaints => Set<Complaint>();

    public DbSet<AnonymousStatement> AnonymousStatements => Set<AnonymousStatement>();

    public DbSet<Inspection> Inspections => Set<Inspection>();

    public DbSet<CostLine> Costs => Set<CostLine>();

    protected override Problem? BrokenConstraint(string name) => name switch
    {
        "agencies_pkey" or "agencies_registration_once" => Problems.AgencyAlreadyRegistered(),
        "licences_number_once" => Problems.AgencyLicenceNumberTaken(),
        "licences_no_overlap" => Problems.AgencyLicenceOverlaps(),
        "licence_suspensions_no_overlap" => Problems.LicenceAlreadySuspended(),
        "employers_pkey" or "employers_registration_once" => Problems.EmployerAlreadyRegistered(),
        "job_orders_pkey" => Problems.JobOrderAlreadyRegistered(),
        "job_orders_places_left" => Problems.ContractJobOrderFull(),
        "contracts_pkey" => Problems.ContractAlreadyRegistered(),
        "complaints_shown_once" or "complaints_cause_once" => Problems.ComplaintOpenedAlready(),
        "complaint_entries_pkey" or "complaint_remedies_pkey" => ComplaintProblems.StepNotNow("being changed by somebody else"),
        "inspections_open_once" => InspectionProblems.PlannedAlready(),
        "contracts_no_overlap" => Problems.ContractOverlaps(),
        _ => null,
    };
}
