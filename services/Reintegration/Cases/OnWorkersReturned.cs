using Gms.Events.Registry;
using Gms.Events.Reintegration;
using Gms.Platform;
using Microsoft.EntityFrameworkCore;

namespace Gms.Reintegration.Cases;

/// <summary>Opens the cases of returns that came as a list. A worker who walked in before keeps that case.</summary>
public sealed class OnWorkersReturned(ReintegrationDb db, CaseIntake intake, TimeProvider clock) : IHandle<WorkersReturned>
{
    public async Task Handle(WorkersReturned happened, CancellationToken cancel)
    {
        await db.OpensBesideOthers(happened.Country, cancel);
        Guid[] ids = [.. happened.Returns.Select(r => r.ReturnId)];
        var known = (await db.Cases.Where(c => c.ReturnId != null && ids.Contains(c.ReturnId.Value)).Select(c => c.ReturnId!.Value).ToListAsync(cancel)).ToHashSet();
        var walkedIn = await WalkedIn(happened, cancel);

        var opened = new List<Case>();
        foreach (var back in happened.Returns.Where(r => !known.Contains(r.ReturnId)))
        {
            // Of two rows that are one person under two numbers the first joins the case, the second is another return.
            if (walkedIn.Remove(back.WorkerNumber, out var own) && own.ReturnId is null)
                Join(own, back);
            else
                opened.Add(Open(happened.Country, back));
        }
        opened.ForEach(intake.Add);
        if (opened.Count > 0)
            db.Publish(Opened(happened, opened));
        await db.Commit(cancel);
    }

    void Join(Case own, ListedReturn back)
    {
        var expected = own.State == CaseState.BeforeReturn;
        own.Arrive(back.ReturnId, back.From, back.ReturnedOn, back.Reason);
        if (expected)
            intake.Arrived(own);
        else
            intake.Order(own);
    }

    /// <summary>The open case of each worker on the list who walked in, under whatever number.</summary>
    async Task<Dictionary<string, Case>> WalkedIn(WorkersReturned happened, CancellationToken cancel)
    {
        string[] listed = [.. happened.WorkerNumbers];
        var numbers = await db.Database.SqlQuery<string>($"""SELECT DISTINCT unnest(worker_numbers(asked)) AS "Value" FROM unnest({listed}) AS asked""").ToListAsync(cancel);
        var open = await db.Cases.Include(c => c.Signs).Where(c => c.ReturnId == null && c.State != CaseState.Closed && c.Country == happened.Country && numbers.Contains(c.WorkerNumber)).OrderBy(c => c.Id).ToListAsync(cancel);
        var found = new Dictionary<string, Case>();
        foreach (var own in open)
            foreach (var number in (await db.NumbersOf(own.WorkerNumber, cancel)).Intersect(listed))
                found.TryAdd(number, own);
        return found;
    }

    Case Open(string country, ListedReturn back) => new()
    {
        Country = country,
        WorkerNumber = back.WorkerNumber,
        Source = CaseSource.Return,
        ReturnId = back.ReturnId,
        From = back.From,
        Reason = back.Reason,
        ReturnedOn = back.ReturnedOn,
        OpenedAt = clock.GetUtcNow(),
    };

    CasesOpened Opened(WorkersReturned happened, IReadOnlyList<Case> opened) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = clock.GetUtcNow(),
        SubjectId = happened.SubjectId,
        SubjectVersion = happened.SubjectVersion,
        WorkerNumbers = [.. opened.Select(c => c.WorkerNumber).Distinct()],
        Country = happened.Country,
        CaseIds = [.. opened.Select(c => c.Id)],
    };
}
