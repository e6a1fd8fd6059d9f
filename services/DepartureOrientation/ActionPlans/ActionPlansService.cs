using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.ActionPlans;

/// <summary>The calls of protos/gms/departure_orientation/v1/action_plans.proto, one file each in this folder.</summary>
sealed partial class ActionPlansService(DepartureOrientationDb db, Call call, TimeProvider clock, IndicatorList indicators, IndicatorReader reader) : Proto.ActionPlans.ActionPlansBase
{
    async Task<ActionPlan> FindPlan(Guid id, CancellationToken cancel)
    {
        var plan = await db.ActionPlans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancel) ?? throw Refuse.NotFound(ActionPlanProblems.PlanNotFound());
        call.MustReach(Reach.Country(plan.Country), ActionPlanProblems.PlanNotFound());
        return plan;
    }

    async Task<Measure> FindMeasure(IQueryable<Measure> measures, Guid id, CancellationToken cancel)
    {
        var measure = await measures.Include(m => m.Indicators).SingleOrDefaultAsync(m => m.Id == id, cancel) ?? throw Refuse.NotFound(ActionPlanProblems.MeasureNotFound());
        call.MustReach(measure.Reach, ActionPlanProblems.MeasureNotFound());
        return measure;
    }

    DateOnly Today(string country) => clock.TodayIn(country);

    /// <summary>The last reading of each of these indicators.</summary>
    async Task<IReadOnlyDictionary<Guid, Reading>> Last(IReadOnlyCollection<Guid> of, CancellationToken cancel) =>
        await db.Readings.AsNoTracking().Where(r => of.Contains(r.IndicatorId)).GroupBy(r => r.IndicatorId)
            .Select(g => g.OrderByDescending(r => r.Id).First()).ToDictionaryAsync(r => r.IndicatorId, cancel);
}
