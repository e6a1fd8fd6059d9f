using Gms.Platform;
using Gms.Reintegration.Casework;

namespace Gms.Reintegration.Cases;

/// <summary>What every case begins with, however it came about: its place in the order and the day by which a counsellor takes it.</summary>
public sealed class CaseIntake(ReintegrationDb db, CaseworkRules rules, Offers offers, TimeProvider clock)
{
    public CaseworkRules Rules => rules;

    public Offers Offers => offers;

    public void Add(Case opened)
    {
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

    public void Order(Case held) => held.Order(TriageRules.Of(held.Reason, held.Signs, rules, clock.TodayIn(held.Country)));

    void Begin(Case opened)
    {
        Order(opened);
        db.Begin(rules, Step.Assign, opened.Id, opened, clock.TodayIn(opened.Country));
    }
}
