using Gms.DepartureOrientation.GoodPractices;
using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.ActionPlans;

partial class ActionPlansService
{
    public override async Task<Proto.AddMeasureResponse> AddMeasure(Proto.AddMeasureRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var plan = await FindPlan(Read.Id(request.PlanId, "plan_id"), cancel);
        var practice = await Practice(Read.OptionalId(request.PracticeId, "practice_id"), cancel);
        var measure = new Measure
        {
            PlanId = plan.Id,
            Country = plan.Country,
            Title = Read.Text(request.Title, "title"),
            Description = Read.OptionalText(request.Description, "description", 2000),
            Topic = Read.Value<Proto.Topic, Topic>(request.Topic, "topic"),
            Owner = Read.Text(request.Owner, "owner", 64),
            DueOn = Read.Day(request.DueOn, "due_on"),
            PracticeId = practice?.Id,
        };

        Refuse.IfAny(MeasureRules.ToAdd(plan, measure.DueOn, practice, Today(plan.Country)));

        measure.Begin(call.Caller, clock.GetUtcNow());
        db.Add(measure);
        return await db.Commit(new Proto.AddMeasureResponse { MeasureId = measure.Id.ToString() }, cancel);
    }

    async Task<GoodPractice?> Practice(Guid? id, CancellationToken cancel) =>
        id is null ? null : await db.GoodPractices.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancel) ?? throw Refuse.NotFound(GoodPracticeProblems.NotFound());
}
