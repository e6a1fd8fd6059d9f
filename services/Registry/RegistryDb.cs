using Gms.Platform;
using Gms.Registry.Consents;
using Gms.Registry.Corrections;
using Gms.Registry.Crossings;
using Gms.Registry.Departures;
using Gms.Registry.Disclosures;
using Gms.Registry.Erasures;
using Gms.Registry.Documents;
using Gms.Registry.Drafts;
using Gms.Registry.Duplicates;
using Gms.Registry.Journeys;
using Gms.Registry.Merges;
using Gms.Registry.Passes;
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

    public DbSet<Draft> Drafts => Set<Draft>();

    public DbSet<DepartureDecision> DepartureDecisions => Set<DepartureDecision>();

    public DbSet<Review> Reviews => Set<Review>();

    public DbSet<Pass> Passes => Set<Pass>();

    public DbSet<PassKey> PassKeys => Set<PassKey>();

    public DbSet<Crossing> Crossings => Set<Crossing>();

    public DbSet<WorkerReturn> Returns => Set<WorkerReturn>();

    public DbSet<JourneyEntry> JourneyEntries => Set<JourneyEntry>();

    public DbSet<JourneyBuild> JourneyBuilds => Set<JourneyBuild>();

    public DbSet<Merge> Merges => Set<Merge>();

    public DbSet<DisclosureRequest> DisclosureRequests => Set<DisclosureRequest>();

    public DbSet<Consent> Consents => Set<Consent>();

    public DbSet<Erasure> Erasures => Set<Erasure>();

    public DbSet<MatchRecord> MatchRecords => Set<MatchRecord>();

    public DbSet<DuplicateDecision> DuplicateDecisions => Set<DuplicateDecision>();

    public DbSet<Correction> Corrections => Set<Correction>();

    protected override Problem? BrokenConstraint(string name) => name switch
    {
        "documents_number_once" => Problems.WorkerDocumentEnrolled(),
        "documents_replaced_once" => Problems.DocumentNotInUse("replaced_document_id"),
        "departure_decisions_appealed_once" => Problems.DepartureAppealedAlready(),
        "departures_appeal_to_another" => Problems.DepartureAnotherOfficer(),
        "crossings_once" => Problems.CrossingTwice(),
        "stay_changes_once" => Problems.StayChangedAlready(),
        "returns_once" => Problems.ReturnTwice(),
        "merges_proposed_once" => Problems.MergeProposedAlready(),
        "consents_once" => Problems.ConsentGivenAlready(),
        "corrections_one_open" => Problems.CorrectionProposedAlready(),
        "erasures_one_open" => Problems.ErasureRequestedAlready(),
        _ => null,
    };
}
