using Gms.Platform;
using Gms.Registry.Crossings;
using Gms.Registry.Departures;
using Gms.Registry.Documents;
using Gms.Registry.Journeys;
using Gms.Registry.Returns;
using Gms.Registry.Workers;
using Microsoft.EntityFrameworkCore;

namespace Gms.Registry;

/// <summary>The Registry's database.</summary>
public sealed class RegistryDb(DbContextOptions<RegistryDb> options, Call call, ServiceSignals signals) : ServiceDb(options, call, signals)
{
    public DbSet<Worker> Workers => Set<Worker>();

    public DbSet<Document> Documents => Set<Document>();

    public DbSet<Departure> Departures => Set<Departure>();

    public DbSet<DepartureDecision> DepartureDecisions => Set<DepartureDecision>();

    public DbSet<Crossing> Crossings => Set<Crossing>();

    public DbSet<WorkerReturn> Returns => Set<WorkerReturn>();

    public DbSet<JourneyEntry> JourneyEntries => Set<JourneyEntry>();

    public DbSet<JourneyBuild> JourneyBuilds => Set<JourneyBuild>();

    protected override Problem? BrokenConstraint(string name) => name switch
    {
        "documents_number_once" => Problems.WorkerDocumentEnrolled(),
        "documents_replaced_once" => Problems.DocumentNotInUse("replaced_document_id"),
        "crossings_once" => Problems.CrossingTwice(),
        "returns_once" => Problems.ReturnTwice(),
        _ => null,
    };
}
