using Gms.Events;
using Gms.Events.Recruitment;
using Gms.Platform;
using Gms.Registry.Consents;
using Gms.Registry.Corrections;
using Gms.Registry.Corridors;
using Gms.Registry.Crossings;
using Gms.Registry.Departures;
using Gms.Registry.Disclosures;
using Gms.Registry.Distress;
using Gms.Registry.Erasures;
using Gms.Registry.Documents;
using Gms.Registry.Documents.Formats;
using Gms.Registry.Drafts;
using Gms.Registry.Duplicates;
using Gms.Registry.Journeys;
using Gms.Registry.Merges;
using Gms.Registry.Passes;
using Gms.Registry.Queues;
using Gms.Registry.Returns;
using Gms.Registry.Statistics;
using Gms.Registry.Stays;
using Gms.Registry.Workers;
using Microsoft.Extensions.DependencyInjection;

namespace Gms.Registry;

/// <summary>Who a worker is and where on the journey.</summary>
public static class Program
{
    public static ServiceBuilder<RegistryDb> Service() => new ServiceBuilder<RegistryDb>("Registry", Permissions.Table)
        .Serves<WorkersService>(V1.WorkersReflection.Descriptor)
        .Serves<DocumentsService>(V1.DocumentsReflection.Descriptor)
        .Serves<DuplicatesService>(V1.DuplicatesReflection.Descriptor)
        .Serves<CorridorsService>(V1.CorridorsReflection.Descriptor)
        .Serves<DeparturesService>(V1.DeparturesReflection.Descriptor)
        .Serves<DraftsService>(V1.DraftsReflection.Descriptor)
        .Serves<QueuesService>(V1.QueuesReflection.Descriptor)
        .Serves<PassesService>(V1.PassesReflection.Descriptor)
        .Serves<CrossingsService>(V1.CrossingsReflection.Descriptor)
        .Serves<StaysService>(V1.StaysReflection.Descriptor)
        .Serves<DistressService>(V1.DistressReflection.Descriptor)
        .Serves<ReturnsService>(V1.ReturnsReflection.Descriptor)
        .Serves<JourneysService>(V1.JourneysReflection.Descriptor)
        .Serves<MergesService>(V1.MergesReflection.Descriptor)
        .Serves<CorrectionsService>(V1.CorrectionsReflection.Descriptor)
        .Serves<DisclosuresService>(V1.DisclosuresReflection.Descriptor)
        .Serves<ConsentsService>(V1.ConsentsReflection.Descriptor)
        .Serves<StatisticsService>(V1.StatisticsReflection.Descriptor)
        .Serves<ErasuresService>(V1.ErasuresReflection.Descriptor)
        // Two seconds' work at the rate of a peak: who would wait longer is better off told when to come back.
        .TakesAtOnce("gms.registry.v1.Departures/RegisterDeparture", 1000)
        .TakesRows()
        .GivesOut(ExportTables.All)
        .Reads(events => events.ToMany<IWorkerEvent, OnWorkerEvent>().ToMany<IWorkersEvent, OnWorkersEvent>().To<ContractRegistered, OnContractRegistered>())
        .Reads(Reviews.Causes)
        .Tells(DepartureFigures.All)
        .Needs((services, _) => services
            .AddSingleton(CorridorTable.Load())
            .AddSingleton(CheckpointTable.Load())
            .AddSingleton(BorderPractice.Load())
            .AddSingleton<StayLimits>()
            .AddSingleton<DistressKinds>()
            .AddScoped<MissedCrossings>()
            .AddScoped<CrossingIntake>()
            .AddScoped<ReturnIntake>()
            .AddScoped<DuesOf>()
            .AddHostedService<OverdueCrossings>()
            .AddHostedService<StayReminders>()
            .AddSingleton(DecisiveChecks.Load())
            .AddSingleton<CodeLists>()
            .AddSingleton<DocumentKinds>()
            .AddSingleton<Provinces>()
            .AddSingleton<NumberRules>()
            .AddSingleton<MrzCountries>()
            .AddSingleton<Proposal>()
            .AddScoped<DocumentIntake>()
            .AddSingleton<PersonIntake>()
            .AddScoped<EnrolmentIntake>()
            .AddSingleton<KeyRenewal>()
            .AddHostedService<RenewedKeys>()
            .AddSingleton<DepartureCodes>()
            .AddSingleton<ClearanceRules>()
            .AddSingleton<PartFacts>()
            .AddScoped<DepartureFacts>()
            .AddScoped<Clearing>()
            .AddSingleton<Receipts>()
            .AddSingleton<Decisions>()
            .AddSingleton<Applying>()
            .AddScoped<Reviewing>()
            .AddHostedService<ReviewedDepartures>()
            .AddSingleton<PassTerms>()
            .AddSingleton<PassKeys>()
            .AddSingleton<StatusNumbers>()
            .AddSingleton<SignedLists>()
            .AddScoped<PassIssuer>()
            .AddScoped<PassTexts>()
            .AddScoped<PassLists>()
            .AddScoped<DisclosureSources>()
            .AddSingleton(PurposeTable.Load())
            .AddScoped<ConsentGate>()
            .AddSingleton(SmallCells.Load())
            .AddSingleton<WorkerCounts>()
            .AddSingleton<FlowTables>()
            .AddSingleton<FlowReader>()
            .AddScoped<FlowLedger>()
            .AddSingleton(RetentionTable.Load())
            .AddHostedService<HeldDepartures>()
            .AddHostedService<OldDrafts>()
            .AddSingleton(MatchingData.Load())
            .AddSingleton<Matcher>()
            .AddScoped<DuplicateSearch>()
            .AddScoped<DuplicateCheck>()
            .AddSingleton<JourneyBell>()
            .AddHostedService(provider => provider.GetRequiredService<JourneyBell>()));

    public static Task<int> Main(string[] args) => Service().Run(args);
}
