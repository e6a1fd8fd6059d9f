using Gms.Platform;
using Gms.Type.V1;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gms.Recruitment.Complaints;

/// <summary>Puts what is late before the next office, once for each day that passed: one complaint at a time, each in a transaction of its own.</summary>
public sealed class Escalations(OwnWork work, ComplaintDeadlines deadlines)
{
    const int Page = 100;

    /// <param name="now">The time by which something is late.</param>
    /// <param name="cancel">Ends the round after the complaint that is in work.</param>
    /// <returns>How many were escalated.</returns>
    public async Task<int> Round(DateTimeOffset now, CancellationToken cancel)
    {
        var (escalated, last) = (0, Guid.Empty);
        while (await Late(now, last, cancel) is { Count: > 0 } page)
            foreach (var id in page)
            {
                if (await Escalate(id, now, cancel))
                    escalated++;
                last = id;
            }
        return escalated;
    }

    async Task<List<Guid>> Late(DateTimeOffset now, Guid after, CancellationToken cancel)
    {
        await using var scope = Begin("late-complaints-read");
        var latest = now.DayIn("CN");    // of the six countries the one whose days begin first
        var levels = deadlines.EscalatesTo(latest).Count;
        return await scope.ServiceProvider.GetRequiredService<RecruitmentDb>().Complaints.AsNoTracking()
            .Where(c => c.State != ComplaintState.Closed && c.State != ComplaintState.Withdrawn && c.DueOn < latest && c.Escalation < levels && c.Id > after)
            .OrderBy(c => c.Id).Take(Page).Select(c => c.Id).ToListAsync(cancel);
    }

    async Task<bool> Escalate(Guid id, DateTimeOffset now, CancellationToken cancel)
    {
        await using var scope = Begin("complaint-escalated");
        var db = scope.ServiceProvider.GetRequiredService<RecruitmentDb>();
        var complaint = await db.Complaints.Include(c => c.Entries).SingleAsync(c => c.Id == id, cancel);
        var today = now.DayIn(complaint.Country);
        var offices = deadlines.EscalatesTo(today);
        if (complaint.IsOver || complaint.DueOn >= today || complaint.Escalation >= offices.Count)
            return false;    // somebody was faster, or the day is not over there

        var wasDueOn = complaint.DueOn;
        complaint.Escalate(deadlines.EscalatedDueOn(today));
        var desk = scope.ServiceProvider.GetRequiredService<ComplaintDesk>();
        desk.Escalated(complaint, offices[complaint.Escalation - 1], wasDueOn, now);
        try
        {
            await db.Commit(cancel);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;    // it moved in this moment
        }
    }

    AsyncServiceScope Begin(string name) => work.Begin(name, Purpose.Complaint);
}
