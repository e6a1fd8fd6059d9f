using Gms.Platform;
using Gms.Reintegration.Casework;
using Gms.Reintegration.FollowUps;
using Microsoft.EntityFrameworkCore;

namespace Gms.Reintegration.Cases;

/// <summary>What every case begins with, however it came about: its place in the order and the day by which a counsellor takes it.</summary>
public sealed class CaseIntake(ReintegrationDb db, CaseworkRules rules, Offers offers, CaseWords words, TimeProvider clock)
{
    public CaseworkRules Rules => rules;

    public Offers Offers => offers;

    public void Add(Case opened)
    {
        words.Give(opened);
        db.Add(opened);
        if (opened.State == CaseState.BeforeReturn)
            Order(opened);
        else
            Begin(opened);
    }

    /// <summary>The return is there: from now on somebody waits for a counsellor, unless one has the case.</summary>
    public void Arrived(Case held)
    {
        Order(held);
        var today = clock.TodayIn(held.Country);
        if (held.Counsellor is null)
            db.Begin(rules, Step.Assign, held.Id, held, today);
        else
            Taken(held, today);
    }

    /// <summary>A counsellor has it: assessment and plan are due.</summary>
    public void Taken(Case held, DateOnly today)
    {
        db.Begin(rules, Step.Assess, held.Id, held, today);
        db.Begin(rules, Step.Plan, held.Id, held, today);
    }

    public void Order(Case held)
    {
        var today = clock.TodayIn(held.Country);
        held.Order(TriageRules.Of(held, rules, today), TriageRules.ChangesOn(held, rules, today));
    }

    /// <summary>As Order, for a case that waits for something: where it has become urgent, the shorter deadlines hold from today.</summary>
    public async Task OrderAnew(Case held, CancellationToken cancel)
    {
        var before = held.Urgent;
        Order(held);
        if (held.Urgent && !before)
            await db.Hurry(rules, held, clock.TodayIn(held.Country), cancel);
    }

    /// <summary>
    /// From the first plan on somebody asks, 3, 6 and 12 months after the return, how it goes; anew when the case is reopened. A month whose time has gone by,
    /// because the next one may be asked already, is not asked any more.
    /// </summary>
    public async Task AskHowItGoes(Case held, CancellationToken cancel)
    {
        if (held.PlanId is null)
            return;
        var today = clock.TodayIn(held.Country);
        var asked = await db.FollowUps.Where(f => f.CaseId == held.Id).Select(f => f.Month).ToListAsync(cancel);
        var waits = await db.Set<StepWatch>().Where(w => w.CaseId == held.Id).Select(w => w.Step).ToListAsync(cancel);
        foreach (var month in FollowUpRules.StillToAsk(held.ReturnedOn, rules.FollowUps, today).Except(asked).Where(m => !waits.Contains(FollowUpRules.StepOf(m))))
            db.Add(new StepWatch { Step = FollowUpRules.StepOf(month), SubjectId = held.Id, CaseId = held.Id, DueOn = FollowUpRules.LateOn(held.ReturnedOn, month, rules.FollowUps, today) });
    }

    void Begin(Case opened)
    {
        Order(opened);
        db.Begin(rules, Step.Assign, opened.Id, opened, clock.TodayIn(opened.Country));
    }
}
