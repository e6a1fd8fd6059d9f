using Gms.Events.Registry;
using Gms.Platform;
using Gms.SocialSecurity.Contributions;
using Gms.SocialSecurity.Coverage;
using Gms.SocialSecurity.Memberships;
using Gms.SocialSecurity.Portability;
using Gms.SocialSecurity.Schemes;
using Microsoft.Extensions.DependencyInjection;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity;

/// <summary>Who is insured where, for which days.</summary>
public static class Program
{
    public static ServiceBuilder<SocialSecurityDb> Service() =>
        new ServiceBuilder<SocialSecurityDb>("SocialSecurity", Permissions.Table)
            .Serves<SchemesService>(Proto.SchemesReflection.Descriptor)
            .Serves<MembershipsService>(Proto.MembershipsReflection.Descriptor)
            .Serves<ContributionsService>(Proto.ContributionsReflection.Descriptor)
            .Serves<CoverageService>(Proto.CoverageReflection.Descriptor)
            .Serves<PortabilityService>(Proto.PortabilityReflection.Descriptor)
            .TakesRows()
            .GivesOut(ExportTables.All)
            .Reads(events => events.To<WorkersMerged, OnWorkersMerged>().To<WorkersUnmerged, OnWorkersUnmerged>())
            .Needs((services, _) => services
                .AddSingleton(SchemeBook.Load())
                .AddSingleton(PaymentDays.Load())
                .AddSingleton(ExitBook.Load())
                .AddSingleton(PortabilityTerms.Load())
                .AddScoped<StatementKeys>()
                .AddSingleton<Plans>()
                .AddSingleton<Records>());

    public static Task<int> Main(string[] args) => Service().Run(args);
}
