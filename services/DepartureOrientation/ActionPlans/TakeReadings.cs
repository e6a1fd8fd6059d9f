using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.ActionPlans;

partial class ActionPlansService
{
    public override async Task<Proto.TakeReadingsResponse> TakeReadings(Proto.TakeReadingsRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var plan = await FindPlan(Read.Id(request.PlanId, "plan_id"), cancel);
        var named = await (from m in db.Measures join i in db.Indicators on m.Id equals i.MeasureId where m.PlanId == plan.Id orderby m.Id, i.Id select i).AsNoTracking().ToListAsync(cancel);
        var today = Today(plan.Country);
        var readings = new List<Reading>();
        foreach (var indicator in named)
            readings.Add(Taken(indicator, await reader.Read(indicators[indicator.Code], indicator, plan.Country, today, cancel), today));

        db.AddRange(readings);
        return await db.Commit(new Proto.TakeReadingsResponse { Readings = { readings.Select(r => r.ToProto()) } }, cancel);
    }

    Reading Taken(Indicator indicator, Figure figure, DateOnly today) => new()
    {
        IndicatorId = indicator.Id,
        Day = today,
        Value = figure.Value,
        Counted = figure.Counted,
        Of = figure.Of,
        UnknownBecause = figure.UnknownBecause,
        Source = figure.Source,
        TakenAt = clock.GetUtcNow(),
        TakenBy = call.Caller.Account,
    };
}
