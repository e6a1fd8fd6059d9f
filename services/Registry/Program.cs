using Gms.Events;
using Gms.Platform;
using Gms.Registry.Corridors;
using Gms.Registry.Crossings;
using Gms.Registry.Departures;
using Gms.Registry.Documents;
using Gms.Registry.Documents.Formats;
using Gms.Registry.Journeys;
using Gms.Registry.Returns;
using Gms.Registry.Workers;
using Microsoft.Extensions.DependencyInjection;

namespace Gms.Registry;

/// <summary>Who a worker is and where on the journey.</summary>
public static class Program
{
    public static ServiceBuilder<RegistryDb> Service() => new ServiceBuilder<RegistryDb>("Registry", Permissions.Table)
        .Serves<WorkersService>(V1.WorkersReflection.Descriptor)
        .Serves<DocumentsService>(V1.DocumentsReflection.Descriptor)
        .Serves<DeparturesService>(V1.DeparturesReflection.Descriptor)
        .Serves<CrossingsService>(V1.CrossingsReflection.Descriptor)
        .Serves<ReturnsService>(V1.ReturnsReflection.Descriptor)
        .Serves<JourneysService>(V1.JourneysReflection.Descriptor)
        .TakesRows()
        .GivesOut(ExportTables.All)
        .Reads(events => events.ToMany<IWorkerEvent, OnWorkerEvent>().ToMany<IWorkersEvent, OnWorkersEvent>())
        .Needs((services, _) => services
            .AddSingleton(CorridorTable.Load())
            .AddSingleton(CheckpointTable.Load())
            .AddSingleton(DecisiveChecks.Load())
            .AddSingleton<CodeLists>()
            .AddSingleton<DocumentKinds>()
            .AddSingleton<Provinces>()
            .AddSingleton<NumberRules>()
            .AddSingleton<MrzCountries>()
            .AddSingleton<Proposal>()
            .AddScoped<DocumentIntake>()
            .AddSingleton<PersonIntake>()
            .AddSingleton<KeyRenewal>()
            .AddHostedService<RenewedKeys>()
            .AddSingleton<DepartureCodes>()
            .AddSingleton<ClearanceRules>()
            .AddSingleton<PartFacts>()
            .AddScoped<Clearing>()
            .AddHostedService<HeldDepartures>()
            .AddSingleton<JourneyBell>()
            .AddHostedService(provider => provider.GetRequiredService<JourneyBell>()));

    public static Task<int> Main(string[] args) => Service().Run(args);
}
