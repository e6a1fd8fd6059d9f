using Microsoft.EntityFrameworkCore;

namespace Gms.Recruitment.Complaints;

/// <summary>How one complaint stood at a past time, from its entries: the same question gives the same answer a year later.</summary>
/// <param name="Own">Opened by the registry itself, and why; null when somebody told it.</param>
/// <param name="TimesLate">Answers after their last day, and steps that were put before the next office.</param>
/// <param name="Escalated">The step at which it stood was put before the next office: it stays late, whatever new day it was given.</param>
public sealed record ComplaintStanding(
    Guid ComplaintId, ComplaintCategory Category, ComplaintUrgency Urgency, ComplaintTeller ToldBy, string? Own, Guid? ContractId, DateTimeOffset OpenedAt,
    ComplaintState State, DateOnly DueOn, DateOnly SinceDay, ComplaintFinding? Finding, bool Retaliation, int TimesLate, bool Escalated = false)
{
    public bool IsOver => State is ComplaintState.Closed or ComplaintState.Withdrawn;

    public bool IsLateOn(DateOnly day) => !IsOver && (Escalated || DueOn < day);

    /// <summary>A decision that is appealed does not count until it is decided anew.</summary>
    public bool IsUpheld => State != ComplaintState.Appealed && Finding is ComplaintFinding.Upheld or ComplaintFinding.PartlyUpheld;
}

/// <summary>Asks how complaints stood. For verdicts and for the plan of inspections.</summary>
public static class ComplaintStandings
{
    /// <summary>The complaints about an agency that were known at that time, in the order of their ids.</summary>
    public static Task<List<ComplaintStanding>> StandingsOfAgency(this RecruitmentDb db, Guid agency, DateTimeOffset at, CancellationToken cancel) =>
        Of(db, db.Complaints.Where(c => c.AgencyId == agency), at).ToListAsync(cancel);

    /// <summary>The complaints about the agencies of a country, or about one of them, that were known at that time.</summary>
    internal static async Task<IReadOnlyList<(Guid AgencyId, ComplaintStanding Standing)>> StandingsOfAgencies(this RecruitmentDb db, string country, Guid? only, DateTimeOffset at, CancellationToken cancel)
    {
        var about = db.Complaints.Where(c => db.Agencies.Any(a => a.Id == c.AgencyId && a.Country == country && (only == null || a.Id == only)));
        var agencies = await about.Select(c => new { c.Id, c.AgencyId }).ToDictionaryAsync(c => c.Id, c => c.AgencyId!.Value, cancel);
        return [.. (await Of(db, about, at).ToListAsync(cancel)).Where(s => agencies.ContainsKey(s.ComplaintId)).Select(s => (agencies[s.ComplaintId], s))];
    }

    /// <summary>The complaints about these contracts that were known at that time, in the order of their ids.</summary>
    public static Task<List<ComplaintStanding>> StandingsOfContracts(this RecruitmentDb db, IReadOnlyCollection<Guid> contracts, DateTimeOffset at, CancellationToken cancel) =>
        Of(db, db.Complaints.Where(c => c.ContractId != null && contracts.Contains(c.ContractId.Value)), at).ToListAsync(cancel);

    /// <summary>What was paid back or put right for these contracts and recorded by that time.</summary>
    public static async Task<ILookup<Guid, RemedyDone>> RemediesOfContracts(this RecruitmentDb db, IReadOnlyCollection<Guid> contracts, DateTimeOffset at, CancellationToken cancel) =>
        (await db.Complaints.AsNoTracking().Where(c => c.ContractId != null && contracts.Contains(c.ContractId.Value))
            .SelectMany(c => c.Remedies, (c, r) => new { Contract = c.ContractId!.Value, Remedy = r }).Where(r => r.Remedy.RecordedAt <= at)
            .OrderBy(r => r.Remedy.ComplaintId).ThenBy(r => r.Remedy.Number).ToListAsync(cancel)).ToLookup(r => r.Contract, r => r.Remedy);

    static IQueryable<ComplaintStanding> Of(RecruitmentDb db, IQueryable<Complaint> complaints, DateTimeOffset at) =>
        from complaint in complaints.AsNoTracking()
        where complaint.OpenedAt <= at
        from entry in db.Set<ComplaintEntry>().Where(e => e.ComplaintId == complaint.Id && e.At <= at).OrderByDescending(e => e.Number).Take(1)
        orderby complaint.Id
        select new ComplaintStanding(
            complaint.Id, complaint.Category, complaint.Urgency, complaint.ToldBy, complaint.Cause, complaint.ContractId, complaint.OpenedAt,
            entry.State, entry.DueOn, entry.OnDay, entry.Finding, entry.Retaliation,
            db.Set<ComplaintEntry>().Count(e => e.ComplaintId == complaint.Id && e.At <= at && (e.Kind == ComplaintEntryKind.Escalated || (e.Kind == ComplaintEntryKind.Answered && e.OnDay > e.WasDueOn))),
            db.Set<ComplaintEntry>().Any(e => e.ComplaintId == complaint.Id && e.At <= at && e.Kind == ComplaintEntryKind.Escalated
                && !db.Set<ComplaintEntry>().Any(later => later.ComplaintId == complaint.Id && later.At <= at && later.Number > e.Number && later.State != e.State)));
}

/// <summary>Complaints about one agency, counted: each number can be read back to the complaints behind it.</summary>
/// <param name="ByCategory">All, by what they are about.</param>
/// <param name="ByState">All, by where they stand.</param>
/// <param name="Open">Neither closed nor withdrawn.</param>
/// <param name="Overdue">Open, and the day of the next step is over.</param>
/// <param name="Upheld">Upheld in whole or in part, and not under appeal.</param>
/// <param name="Unremedied">Of those upheld: not yet put right.</param>
/// <param name="LateSteps">Answers after their last day, and steps that were put before the next office.</param>
/// <param name="Retaliation">In which the worker is said to suffer for having complained.</param>
public sealed record ComplaintCounts(
    IReadOnlyDictionary<ComplaintCategory, int> ByCategory, IReadOnlyDictionary<ComplaintState, int> ByState, int Open, int Overdue, int Upheld, int Unremedied, int LateSteps, int Retaliation)
{
    public int All => ByState.Values.Sum();

    /// <param name="standings">How each complaint stood.</param>
    /// <param name="day">The day by which something is overdue.</param>
    public static ComplaintCounts Of(IReadOnlyCollection<ComplaintStanding> standings, DateOnly day) => new(
        standings.GroupBy(s => s.Category).OrderBy(g => g.Key).ToDictionary(g => g.Key, g => g.Count()),
        standings.GroupBy(s => s.State).OrderBy(g => g.Key).ToDictionary(g => g.Key, g => g.Count()),
        standings.Count(s => !s.IsOver),
        standings.Count(s => s.IsLateOn(day)),
        standings.Count(s => s.IsUpheld),
        standings.Count(s => s is { IsUpheld: true, State: ComplaintState.RemedyDue }),
        standings.Sum(s => s.TimesLate),
        standings.Count(s => s.Retaliation));
}
