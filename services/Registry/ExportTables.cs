using Gms.Platform;
using Gms.Registry.Consents;
using Gms.Registry.Corrections;
using Gms.Registry.Crossings;
using Gms.Registry.Departures;
using Gms.Registry.Documents;
using Gms.Registry.Distress;
using Gms.Registry.Erasures;
using Gms.Registry.Journeys;
using Gms.Registry.Passes;
using Gms.Registry.Returns;
using Gms.Registry.Stays;
using Gms.Registry.Workers;

namespace Gms.Registry;

/// <summary>What can be taken out of the Registry.</summary>
static class ExportTables
{
    public static IReadOnlyList<ExportTable<RegistryDb>> All { get; } =
    [
        WorkerExport.Workers,
        ContactExport.Contacts,
        DocumentExport.Documents,
        DepartureExport.Departures,
        DepartureDecisionExport.Decisions,
        PassExport.Passes,
        CrossingExport.Crossings,
        StayChangeExport.Changes,
        DistressExport.Cases,
        ReturnExport.Returns,
        JourneyExport.Journeys,
        ConsentExport.Consents,
        CorrectionExport.Corrections,
        ErasureExport.Erasures,
    ];
}
