using Gms.Platform;
using Gms.Recruitment.Agencies;
using Gms.Recruitment.Complaints;
using Gms.Recruitment.Declarations;
using Gms.Recruitment.Reference;
using Microsoft.EntityFrameworkCore;

namespace Gms.Recruitment.Inspections;

/// <summary>
/// What speaks for a visit to an agency: counts by name, each of which can be looked up where it comes from. They are not added up: agencies are put in
/// order by the first count in which they differ.
/// </summary>
static class RiskCounts
{
    /// <summary>Not visited as far as anybody here knows: more days than any that were counted.</summary>
    public const int NeverVisited = int.MaxValue;

    /// <summary>The names, in the order in which they weigh.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "complaints_upheld", "complaints_unremedied", "retaliation_reported", "costs_over_cap", "contracts_that_differ", "papers_held", "anonymous_answers_against", "complaints_overdue", "steps_late", "actions_overdue", "licence_ends_soon", "days_since_visit",
    ];

    /// <summary>Pure: the same facts give the same counts.</summary>
    /// <param name="agency">With its licences.</param>
    /// <param name="complaints">Those about the agency.</param>
    /// <param name="lastVisit">The day of the last visit; null when there was none.</param>
    /// <param name="overdueActions">Corrective actions whose day is over and which are not done.</param>
    /// <param name="anonymousAgainst">Answers in statements without a name that speak against the agency: whole groups only.</param>
    /// <param name="today">The day in the agency's country.</param>
    public static IReadOnlyList<RiskCount> Of(Agency agency, IReadOnlyCollection<ComplaintStanding> complaints, DateOnly? lastVisit, int overdueActions, int anonymousAgainst, DateOnly today)
    {
        var counts = ComplaintCounts.Of(complaints, today);
        int Own(string cause) => complaints.Count(c => c.Own == cause && c.State != ComplaintState.Withdrawn && c.Finding != ComplaintFinding.Unfounded);
        return
        [
            new("complaints_upheld", counts.Upheld),
            new("complaints_unremedied", counts.Unremedied),
            new("retaliation_reported", counts.Retaliation),
            new("costs_over_cap", Own(OwnComplaints.CostsOverCap)),
            new("contracts_that_differ", complaints.Count(c => c is { Category: ComplaintCategory.ContractDiffers, ToldBy: ComplaintTeller.Registry } && c.Finding != ComplaintFinding.Unfounded)),
            new("papers_held", Own(OwnComplaints.PapersHeld)),
            new("anonymous_answers_against", anonymousAgainst),
            new("complaints_overdue", counts.Overdue),
            new("steps_late", counts.LateSteps),
            new("actions_overdue", overdueActions),
            new("licence_ends_soon", agency.Licences.Count(l => l.StateOn(today) == LicenceState.Valid && l.ValidTo is { } end && end < today.AddDays(SoonDays))),
            new("days_since_visit", lastVisit is { } visit ? today.DayNumber - visit.DayNumber : NeverVisited),
        ];
    }

    /// <summary>Own choice: a licence that ends within this many days is looked at before it is renewed.</summary>
    const int SoonDays = 90;

    /// <summary>Whether the first has more to speak for a visit: by the first count in which they differ.</summary>
    public static int Compare(IReadOnlyList<RiskCount> one, IReadOnlyList<RiskCount> other) =>
        one.Zip(other, (a, b) => b.Value.CompareTo(a.Value)).FirstOrDefault(order => order != 0);

    /// <summary>The counts of many agencies of one country.</summary>
    public static async Task<IReadOnlyList<(Agency Agency, IReadOnlyList<RiskCount> Counts)>> RiskCountsOf(this RecruitmentDb db, string country, Guid? only, DateTimeOffset now, CancellationToken cancel)
    {
        var today = now.DayIn(country);
        var agencies = await db.Agencies.AsNoTracking().Include(a => a.Licences).ThenInclude(l => l.Suspensions).AsSplitQuery()
            .Where(a => a.Country == country && (only == null || a.Id == only)).OrderBy(a => a.Id).ToListAsync(cancel);
        var complaints = (await db.StandingsOfAgencies(country, only, now, cancel)).ToLookup(c => c.AgencyId, c => c.Standing);
        var visits = await db.Inspections.Where(i => i.Country == country && i.VisitedOn != null).GroupBy(i => i.AgencyId)
            .Select(g => new { g.Key, Last = g.Max(i => i.VisitedOn) }).ToDictionaryAsync(g => g.Key, g => g.Last, cancel);
        var overdue = await db.Inspections.Where(i => i.Country == country).SelectMany(i => i.Actions, (i, a) => new { i.AgencyId, a.DueOn, a.DoneOn })
            .Where(a => a.DoneOn == null && a.DueOn < today).GroupBy(a => a.AgencyId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var questions = RecruitmentReference.Shared.Questions;
        var ids = agencies.Select(a => a.Id).ToList();
        var statements = (await db.AnonymousStatements.AsNoTracking().Where(s => ids.Contains(s.AgencyId)).ToListAsync(cancel)).ToLookup(s => s.AgencyId);
        return [.. agencies.Select(a => (a, Of(a, [.. complaints[a.Id]], visits.GetValueOrDefault(a.Id), overdue.GetValueOrDefault(a.Id), AnonymousWord.AllAgainst(StatementCounts.Of(statements[a.Id], new(today.Year, today.Month, 1), questions.SmallestGroup), questions), today)))];
    }
}
