using Gms.Platform;
using Gms.Recruitment.Agencies;
using Gms.Recruitment.Complaints;
using Gms.Recruitment.Contracts;
using Gms.Recruitment.Costs;
using Gms.Recruitment.Declarations;
using Gms.Recruitment.Employers;
using Gms.Recruitment.JobOrders;
using Gms.Recruitment.Licences;
using Gms.Recruitment.Representatives;
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

    public DbSet<CostLine> Costs => Set<CostLine>();

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
        "complaints_shown_once" => Problems.ComplaintOpenedAlready(),
        "employer_standings_once" or "contract_versions_pkey" => PlatformProblems.SomebodyWasFaster(),
        "contract_signatures_once" => Problems.ContractSignedAlready(),
        "contracts_transferred_once" => Problems.ContractAlreadyEnded(),
        "contracts_no_overlap" => Problems.ContractOverlaps(),
        _ => null,
    };
}
