using Gms.Credentials;
using Gms.Events.Registry;
using Gms.Platform;
using Gms.Recruitment.V1;
using Gms.Registry.Crossings;
using Gms.Registry.Passes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Gms.Registry.Departures;

/// <summary>Decides a departure again: the same questions, the same rules; the pass follows the decision, and the timeline says why.</summary>
sealed class Reviewing(RegistryDb db, Call call, DepartureFacts ask, ClearanceRules rules, PassIssuer passes, PassTexts texts, TimeProvider clock)
{
    /// <summary>While a part does not answer and nothing refuses without it, the review waits: what was cleared is not taken back for an outage.</summary>
    /// <returns>False where it waits for a part.</returns>
    public async Task<bool> Review(Guid departureId, Func<string, CallInvoker> to, CancellationToken cancel)
    {
        var review = await db.Reviews.SingleOrDefaultAsync(r => r.DepartureId == departureId, cancel);
        var departure = await db.Departures.SingleAsync(d => d.Id == departureId, cancel);
        if (review is null)
            return true;
        var last = await db.DepartureDecisions.AsNoTracking().SingleOrDefaultAsync(d => d.DepartureId == departureId && d.Version == departure.Version, cancel);
        if (ReviewRules.Waits(departure, last))
            return true;

        db.Reviews.Remove(review);
        var latest = await db.Passes.Where(p => p.DepartureId == departureId).OrderByDescending(p => p.Id).FirstOrDefaultAsync(cancel);
        var exited = await db.Crossings.AnyAsync(c => c.DepartureId == departureId && c.Kind == CrossingKind.Exit, cancel);
        if (ReviewRules.IsOpen(departure, last, latest, exited) && await db.OnRecord(departure.WorkerNumber, cancel) is { } worker)
        {
            var facts = (await ask.Ask([new(new(departure, call), worker)], to, cancel))[0];
            var findings = ReviewRules.Accepted(last, rules.Weigh(departure, facts));
            if (facts.Parts.Any(p => !p.Answered) && !rules.RefusesAnyway(departure, findings, facts))
                return false;
            var contract = DepartureFacts.Own(departure, facts.Contract);
            departure.Under(DepartureFacts.IdOf(contract?.AgencyId), DepartureFacts.IdOf(contract?.EmployerId));
            if (departure.Take(rules.Decide(departure, findings, facts), findings, null, clock.GetUtcNow()) is { } decision)
            {
                db.DepartureDecisions.Add(decision);
                db.Publish(DepartureEvents.Decided(departure, decision));
            }
            else if (ReviewRules.RestsOnOthers(last, findings))
                db.DepartureDecisions.Add(departure.Confirm(findings, clock.GetUtcNow()));
            var issued = await Follow(departure, latest is { RevokedAt: null } ? latest : null, findings, contract, cancel);
            db.Publish(Reviewed(departure, review, issued));
            call.Disclose(departure.WorkerNumber, "departure", "birth_date", "documents", "recruitment", "coverage", "orientation");
        }
        await db.Commit(cancel);
        return true;
    }

    /// <summary>Makes the pass say what the decision says.</summary>
    /// <returns>Whether another pass was issued.</returns>
    async Task<bool> Follow(Departure departure, Pass? inForce, IReadOnlyList<Finding> findings, ContractFacts? contract, CancellationToken cancel)
    {
        if (departure.Status == DepartureStatus.Cleared && inForce is not null && await StillSays(departure, inForce, findings, contract, cancel))
            return false;
        var issued = departure.Status == DepartureStatus.Cleared && await passes.Issue(departure, findings, contract, cancel) is not null;
        if (inForce is not null)
        {
            inForce.Revoke(issued ? RevocationReason.Reissued : RevocationReason.NoLongerCleared, clock.GetUtcNow());
            db.Publish(PassEvents.Revoked(inForce, departure));
        }
        return issued;
    }

    async Task<bool> StillSays(Departure departure, Pass pass, IReadOnlyList<Finding> findings, ContractFacts? contract, CancellationToken cancel)
    {
        if (await db.PassKeys.AnyAsync(k => k.Country == pass.Country && k.Version == pass.KeyVersion && k.CompromisedSince != null, cancel))
            return false;
        var now = await passes.WouldSay(departure, pass, findings, contract, cancel);
        return now is not null && await texts.Of(pass, cancel) is { } text && PassText.Read(text).Payload.AsSpan().SequenceEqual(now.ToClaims());
    }

    DepartureReviewed Reviewed(Departure departure, Review review, bool issued) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = clock.GetUtcNow(),
        SubjectId = review.Id.ToString(),
        SubjectVersion = 1,
        WorkerNumber = departure.WorkerNumber,
        Country = departure.Origin,
        DepartureId = departure.Id,
        Cause = review.Cause,
        CauseEventId = review.CauseEvent,
        Outcome = departure.Status.ToString(),
        PassIssued = issued,
    };
}
