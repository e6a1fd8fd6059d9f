using Gms.Events;
using Gms.Events.DepartureOrientation;
using Gms.Events.Recruitment;
using Gms.Events.Registry;
using Gms.Events.SocialSecurity;
using Gms.Platform;
using Gms.Registry.Crossings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Registry.Departures;

/// <summary>A decided departure that is to be decided again. One for each departure; the latest cause stands.</summary>
public sealed class Review
{
    public required Guid DepartureId { get; init; }

    /// <summary>Another with each cause: what asks while a review runs is not lost.</summary>
    public required Guid Id { get; init; }

    /// <summary>The event's name without its version.</summary>
    public required string Cause { get; init; }

    public required Guid CauseEvent { get; init; }

    public DateTimeOffset AskedAt { get; init; }
}

sealed class ReviewMapping : IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Review> review)
    {
        review.ToTable("departure_reviews");
        review.HasKey(r => r.DepartureId);
        review.Property(r => r.DepartureId).ValueGeneratedNever();
        review.Property(r => r.Id).IsConcurrencyToken();
        review.Property(r => r.AskedAt).ValueGeneratedOnAdd();
    }
}

static class Reviews
{
    /// <summary>The events after which a decided departure is decided again.</summary>
    public static void Causes(Subscriptions<RegistryDb> events) => events
        .To<AgencySuspended, OnAgencySuspended>().To<AgencyReinstated, OnAgencyReinstated>().To<AgencyLicensed, OnAgencyLicensed>().To<LicenceRevoked, OnLicenceRevoked>()
        .To<EmployerStandingChanged, OnEmployerStandingChanged>().To<ContractEnded, OnContractEnded>().To<ContractAmended, OnContractAmended>()
        .To<MembershipEnded, OnMembershipEnded>().ToMany<MembershipStarted, OnMembershipStarted>()
        .To<CertificateRevoked, OnCertificateRevoked>().ToMany<CertificateIssued, OnCertificateIssued>()
        .ToMany<DocumentAdded, OnDocumentAdded>().To<DocumentReplaced, OnDocumentReplaced>().To<DocumentEnded, OnDocumentEnded>()
        .To<WorkerCorrected, OnWorkerCorrected>().To<WorkersMerged, OnWorkersMerged>().To<WorkersUnmerged, OnWorkersUnmerged>();

    /// <summary>A pass may be used so long after the planned day, with a day to spare for zones; what is older is not decided again.</summary>
    const int DaysOpen = 32;

    /// <summary>
    /// Asks that those of the departures are decided again which somebody may still leave on. One that is being decided, or waits for its officer, is among
    /// them: what was read for it may be from before this, and its review waits until it is decided.
    /// </summary>
    public static async Task AskAgain(this RegistryDb db, IEvent happened, DateTimeOffset now, Func<IQueryable<Departure>, IQueryable<Departure>> which, CancellationToken cancel)
    {
        var decided = db.Departures.AsNoTracking().StillToCome(db, now);
        var ids = await which(decided).Select(d => d.Id).ToArrayAsync(cancel);
        await db.AskAgain(ids, EventNames.Of(happened.GetType()).Split(':')[0], happened.EventId, cancel);
    }

    /// <summary>Those on which somebody may still leave: not refused for good, not exited on, and not so long past that no pass would do.</summary>
    public static IQueryable<Departure> StillToCome(this IQueryable<Departure> departures, RegistryDb db, DateTimeOffset now)
    {
        var earliest = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-DaysOpen);
        return departures.Where(d => d.PlannedOn >= earliest
            && (d.Status != DepartureStatus.Refused || db.Passes.Any(p => p.DepartureId == d.Id))
            && !db.Crossings.Any(c => c.DepartureId == d.Id && c.Kind == CrossingKind.Exit));
    }

    public static Task<int> AskAgain(this RegistryDb db, Guid[] departures, string cause, Guid causeEvent, CancellationToken cancel) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO departure_reviews (departure_id, id, cause, cause_event)
        SELECT id, gen_random_uuid(), {cause}, {causeEvent} FROM unnest({departures}) AS id
        ON CONFLICT (departure_id) DO UPDATE SET id = excluded.id, cause = excluded.cause, cause_event = excluded.cause_event, asked_at = now()
        """, cancel);

    /// <summary>
    /// As above, for the departures through one agency; while nobody has said through which one goes, any of its country may be. Of the cleared ones an officer's
    /// only: the rules clear none before Recruitment answered where it counts, and a channel without contracts has no agency for ever.
    /// </summary>
    public static async Task AskAgainOfAgency(this RegistryDb db, IEvent happened, Guid agency, string country, DateTimeOffset now, CancellationToken cancel) =>
        await db.AskAgain(happened, now, departures => departures.Where(d => d.AgencyId == agency || (d.AgencyId == null && d.Origin == country && (d.Status == DepartureStatus.Received || d.Status == DepartureStatus.Held
            || (d.Status == DepartureStatus.Cleared && db.DepartureDecisions.Any(last => last.DepartureId == d.Id && last.Version == d.Version && last.Officer != null))))), cancel);

    /// <summary>As above, for the departures of one person.</summary>
    public static async Task AskAgainOf(this RegistryDb db, IWorkerEvent happened, DateTimeOffset now, CancellationToken cancel)
    {
        var numbers = await db.NumbersOf(happened.WorkerNumber, cancel);
        await db.AskAgain(happened, now, departures => departures.Where(d => numbers.Contains(d.WorkerNumber)), cancel);
    }

    /// <summary>As above, for what comes in numbers: one look for all, and one cause of each that is found.</summary>
    public static async Task AskAgainOf<TEvent>(this RegistryDb db, IReadOnlyList<Received<TEvent>> happened, DateTimeOffset now, CancellationToken cancel) where TEvent : class, IWorkerEvent
    {
        string[] asked = [.. happened.Select(h => h.Event.WorkerNumber).Distinct()];
        var numbers = await db.Database.SqlQuery<string>($"""SELECT DISTINCT unnest(worker_numbers(number)) AS "Value" FROM unnest({asked}) AS number""").ToListAsync(cancel);
        await db.AskAgain(happened[^1].Event, now, departures => departures.Where(d => numbers.Contains(d.WorkerNumber)), cancel);
    }
}
