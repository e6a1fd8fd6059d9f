using Gms.Events.Registry;
using Gms.Platform;
using Gms.SocialSecurity.Portability;
using Gms.SocialSecurity.Schemes;
using Microsoft.EntityFrameworkCore;

namespace Gms.SocialSecurity.Memberships;

/// <summary>
/// Takes two numbers for one person from now on. Memberships on the same days, one of each, of one scheme or of two of which nobody is in both, go to an officer;
/// until then cover counts a day once and no month twice.
/// </summary>
public sealed class OnWorkersMerged(SocialSecurityDb db, SchemeBook book, TimeProvider clock) : IHandle<WorkersMerged>
{
    public async Task Handle(WorkersMerged happened, CancellationToken cancel)
    {
        if (await db.Learn(happened, cancel) is { } sides)
        {
            var numbers = sides.All;
            var memberships = await db.Memberships.AsNoTracking().Where(m => numbers.Contains(m.WorkerNumber)).OrderBy(m => m.Id).ToListAsync(cancel);
            foreach (var (one, other) in sides.Pairs(memberships, m => m.WorkerNumber, (one, other) => one.Overlaps(other) && (one.Scheme == other.Scheme || Apart(one, other) is not null)))
                db.OpenWorkItem(Overlap(happened, one, other));
            var payments = await db.PaymentRequests.AsNoTracking().Where(p => numbers.Contains(p.WorkerNumber)).OrderBy(p => p.Id).ToListAsync(cancel);
            foreach (var (one, other) in sides.Pairs(payments, p => p.WorkerNumber, PaymentRules.AskTheSame))
                db.OpenWorkItem(AskedTwice(happened, one, other));
        }
        await db.Commit(cancel);
    }

    /// <summary>The rule by which nobody is in both on one day; sure or not, an officer looks.</summary>
    Exclusion? Apart(Membership one, Membership other) =>
        book.Find(one.Scheme)?.Spells.Exclusions.FirstOrDefault(e => e.Schemes.Contains(other.Scheme) && e.Forbids(one.FromDay, one.ToDay, other.FromDay, other.ToDay));

    WorkItem Overlap(WorkersMerged happened, Membership one, Membership other) => new()
    {
        Kind = "MEMBERSHIPS_OVERLAP",
        Key = $"{Aliases.MergeKey(happened.MergeId)}{one.Id:N}:{other.Id:N}",
        Country = one.Country,
        Subjects = [one.WorkerNumber, other.WorkerNumber],
        Facts = new Dictionary<string, string>
        {
            ["merge_id"] = happened.MergeId.ToString(),
            ["scheme"] = one.Scheme,
            ["other_scheme"] = other.Scheme,
            ["membership_id"] = one.Id.ToString(),
            ["other_membership_id"] = other.Id.ToString(),
            ["same_employer"] = one.Employer == other.Employer ? "yes" : "no",
            ["overlaps_from"] = $"{(one.FromDay > other.FromDay ? one : other).FromDay:yyyy-MM-dd}",
        },
        Decisions = ["BOTH_RIGHT", "ONE_RECORDED_IN_ERROR"],
        OpenedAt = clock.GetUtcNow(),
    };

    WorkItem AskedTwice(WorkersMerged happened, PaymentRequest one, PaymentRequest other) => new()
    {
        Kind = "PAYMENT_ASKED_TWICE",
        Key = $"{Aliases.MergeKey(happened.MergeId)}{one.Id:N}:{other.Id:N}",
        Country = one.Country,
        Subjects = [one.WorkerNumber, other.WorkerNumber],
        Facts = new Dictionary<string, string> { ["merge_id"] = happened.MergeId.ToString(), ["scheme"] = one.Scheme, ["payment_id"] = one.Id.ToString(), ["other_payment_id"] = other.Id.ToString() },
        Decisions = ["BOTH_RIGHT", "ONE_TO_BE_REFUSED"],
        OpenedAt = clock.GetUtcNow(),
    };
}
