using Gms.Events.Registry;
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
using Microsoft.Extensions.DependencyInjection;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration;

/// <summary>What helps a worker who came back.</summary>
public static class Program
{
    public static ServiceBuilder<ReintegrationDb> Service() => new ServiceBuilder<ReintegrationDb>("Reintegration", Permissions.Table)
        .Serves<CasesService>(Proto.CasesReflection.Descriptor)
        .Serves<PlansService>(Proto.PlansReflection.Descriptor)
        .Serves<AssessmentsService>(Proto.AssessmentsReflection.Descriptor)
        .Serves<PartnersService>(Proto.PartnersReflection.Descriptor)
        .Serves<ReferralsService>(Proto.ReferralsReflection.Descriptor)
        .Serves<GrantsService>(Proto.GrantsReflection.Descriptor)
        .Serves<ClaimsService>(Proto.ClaimsReflection.Descriptor)
        .Serves<SkillsService>(Proto.SkillsReflection.Descriptor)
        .Serves<FollowUpsService>(Proto.FollowUpsReflection.Descriptor)
        .GivesOut(ExportTables.All)
        .Reads(events => events.To<WorkerReturned, OnWorkerReturned>().To<WorkersReturned, OnWorkersReturned>().To<WorkerExited, OnWorkerExited>().To<WorkersMerged, OnWorkersMerged>().To<WorkersUnmerged, OnWorkersUnmerged>().To<WorkerErased, OnWorkerErased>())
        .Needs((services, _) => services
            .AddSingleton(Offers.FromReference())
            .AddSingleton(CaseworkRules.Load())
            .AddSingleton(Questionnaires.Load())
            .AddSingleton(ProgrammeRules.Load())
            .AddSingleton<CaseWords>()
            .AddScoped<CaseIntake>()
            .AddHostedService<OverdueSteps>()
            .AddHostedService<TriageRounds>()
            .AddHostedService<CaseKeys>());

    public static Task<int> Main(string[] args) => Service().Run(args);
}
