using Gms.Platform;
using Gms.Recruitment.Compliance;
using Gms.Recruitment.Contracts;
using Gms.Recruitment.Costs;
using Gms.Recruitment.Declarations;
using Gms.Recruitment.Reference;
using Gms.Type.V1;
using Microsoft.EntityFrameworkCore;

namespace Gms.Recruitment.Complaints;

/// <summary>
/// Complaints that the registry opens by itself, one that is not over for each contract and cause, when what was stated speaks for it. The agency is not
/// told whose it is until the worker says so. The caller commits.
/// </summary>
public sealed class OwnComplaints(RecruitmentDb db, ComplaintDesk desk, ComplaintDeadlines deadlines, RecruitmentReference reference, TimeProvider clock)
{
    public const string CostsOverCap = "COSTS_OVER_CAP";
    public const string PapersHeld = "PAPERS_HELD";

    /// <summary>Opens one when what was stated as paid passes the national limit.</summary>
    internal async Task LookAtCosts(Guid contractId, CancellationToken cancel)
    {
        var contract = await db.Contracts.AsNoTrackingWithIdentityResolution()
            .Include(c => c.Agency!.Licences).ThenInclude(l => l.Suspensions).Include(c => c.Employer).Include(c => c.JobOrder).Include(c => c.Versions)
            .SingleAsync(c => c.Id == contractId, cancel);
        var costs = CostStatements.Current(await db.Costs.AsNoTracking().Where(c => c.ContractId == contractId).OrderBy(c => c.Id).ToListAsync(cancel));
        var declared = await db.Declarations.AsNoTracking().Where(d => d.ContractId == contractId).OrderByDescending(d => d.DeclaredOn).ThenByDescending(d => d.Id).FirstOrDefaultAsync(cancel);
        var finding = CostFindings.WithinNationalCap(new(contract, contract.Versions.MaxBy(v => v.Number)!, costs, declared, clock.TodayIn(contract.Origin), reference));
        // A limit that is not sure enough to refuse anything accuses nobody either.
        if (finding.Outcome != Outcome.Fail || finding.Rule is { MayBlock: false })
            return;
        if (await LookedAt(contractId, cancel) is { } before && !costs.Any(c => c.BorneByWorker && c.RecordedAt > before))
            return;

        IReadOnlyList<Evidence> receipts = [.. costs.Where(c => c.BorneByWorker && c.ReceiptReference is not null).Select(c => new Evidence("RECEIPT", c.ReceiptReference!, null)).Take(ComplaintRules.MostEvidence)];
        await Open(contract, CostsOverCap, ComplaintCategory.Costs, ComplaintUrgency.Normal, finding.Message, receipts, await HelperOf(contractId, cancel), cancel);
    }

    /// <summary>Until when an earlier complaint of this cause weighed what was paid; null when there is none that is over. What was found, or repaid, is not complained of again.</summary>
    async Task<DateTimeOffset?> LookedAt(Guid contractId, CancellationToken cancel) =>
        await db.Complaints.Where(c => c.ContractId == contractId && c.Cause == CostsOverCap && (c.State == ComplaintState.Closed || c.State == ComplaintState.Withdrawn))
            .SelectMany(c => c.Entries).MaxAsync(e => (DateTimeOffset?)e.At, cancel);

    /// <summary>Opens one when the worker stated that somebody else keeps the papers.</summary>
    internal async Task LookAtStatement(Contract contract, Declaration declared, CancellationToken cancel)
    {
        if (declared.HoldsOwnPapers is not false)
            return;
        // Of two statements at once the second waits until the first has opened its complaint.
        await db.Begin(cancel);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({contract.Id.ToString()}, 7))", cancel);
        await Open(contract, PapersHeld, ComplaintCategory.PapersHeld, ComplaintUrgency.Urgent, "The worker stated that somebody else keeps the passport or papers.",
            [new("STATEMENT", declared.Id.ToString(), null)], declared.TakenBy == StatementTaker.CivilSociety ? declared.Organisation : "", cancel);
    }

    /// <summary>The organisation that took the worker's latest statement goes on helping.</summary>
    async Task<string> HelperOf(Guid contractId, CancellationToken cancel) =>
        await db.Declarations.Where(d => d.ContractId == contractId && d.TakenBy == StatementTaker.CivilSociety).OrderByDescending(d => d.Id).Select(d => d.Organisation).FirstOrDefaultAsync(cancel) ?? "";

    async Task Open(Contract contract, string cause, ComplaintCategory category, ComplaintUrgency urgency, string subject, IReadOnlyList<Evidence> evidence, string helper, CancellationToken cancel)
    {
        if (await db.Complaints.AnyAsync(c => c.ContractId == contract.Id && c.Cause == cause && c.State != ComplaintState.Closed && c.State != ComplaintState.Withdrawn, cancel))
            return;
        desk.Open(new()
        {
            Country = contract.Country,
            WorkerNumber = contract.WorkerNumber,
            ContractId = contract.Id,
            AgencyId = contract.AgencyId,
            Category = category,
            Urgency = urgency,
            ToldBy = ComplaintTeller.Registry,
            Organisation = helper,
            Subject = subject,
            Evidence = evidence,
            Cause = cause,
            NameWithheld = true,
            OpenedAt = clock.GetUtcNow(),
            DueOn = deadlines.DueOn(urgency, clock.TodayIn(contract.Country)),
        });
    }
}
