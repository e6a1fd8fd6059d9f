using Gms.Events.Recruitment;
using Gms.Events.Registry;
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
using Gms.Recruitment.Reference;
using Gms.Recruitment.Representatives;
using Gms.Recruitment.Statistics;
using Gms.Recruitment.Verdicts;
using Microsoft.Extensions.DependencyInjection;

namespace Gms.Recruitment;

/// <summary>From an agency's licence to a worker's contract, what it cost and whether it was fair.</summary>
public static class Program
{
    public static ServiceBuilder<RecruitmentDb> Service() => new ServiceBuilder<RecruitmentDb>("Recruitment", Permissions.Table)
        .Serves<AgenciesService>(V1.AgenciesReflection.Descriptor)
        .Serves<LicencesService>(V1.LicencesReflection.Descriptor)
        .Serves<RepresentativesService>(V1.RepresentativesReflection.Descriptor)
        .Serves<EmployersService>(V1.EmployersReflection.Descriptor)
        .Serves<JobOrdersService>(V1.JobOrdersReflection.Descriptor)
        .Serves<ContractsService>(V1.ContractsReflection.Descriptor)
        .Serves<DeclarationsService>(V1.DeclarationsReflection.Descriptor)
        .Serves<CostsService>(V1.CostsReflection.Descriptor)
        .Serves<ComplaintsService>(V1.ComplaintsReflection.Descriptor)
        .Serves<ConcernsService>(V1.ConcernsReflection.Descriptor)
        .Serves<InspectionsService>(V1.InspectionsReflection.Descriptor)
        .Serves<ComplianceService>(V1.ComplianceReflection.Descriptor)
        .Serves<VerdictsService>(V1.VerdictsReflection.Descriptor)
        .Serves<StatisticsService>(V1.StatisticsReflection.Descriptor)
        .TakesRows()
        .LimitsAddress("gms.recruitment.v1.Agencies/CheckLicence", 60)
        .LimitsAddress("gms.recruitment.v1.Concerns/RaiseConcern", 30)
        .LimitsAddress("gms.recruitment.v1.Concerns/FollowConcern", 60)
        // Who states without a name is told from nobody: one address, as a whole office has it, does not fill the counts by itself.
        .LimitsAddress("gms.recruitment.v1.Declarations/RecordStatement", 60)
        .GivesOut(ExportTables.All)
        .Reads(events => events.To<WorkersMerged, OnWorkersMerged>().To<WorkersUnmerged, OnWorkersUnmerged>().To<WorkerErased, OnWorkerErased>().To<CostRecorded, OnCostRecorded>())
        .Needs((services, _) => services.AddSingleton(RecruitmentReference.Load())
            .AddSingleton(ComplaintDeadlines.Load()).AddSingleton(Questionnaires.Load()).AddScoped<ComplaintDesk>().AddScoped<OwnComplaints>()
            .AddSingleton<ContractReader>().AddScoped<ContractIntake>().AddScoped<PartyReader>().AddScoped(p => new Lazy<RecruitmentDb>(p.GetRequiredService<RecruitmentDb>)).AddSingleton<VerdictSigner>()
            .AddSingleton<Escalations>().AddSingleton<OverdueActions>().AddSingleton<ForgottenWords>().AddHostedService<LateComplaints>());

    public static Task<int> Main(string[] args) => Service().Run(args);
}
