using Gms.Platform;
using Gms.Reintegration.Cases;
using Gms.Reintegration.Casework;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.FollowUps;

partial class FollowUpsService
{
    public override async Task<Proto.ListDueFollowUpsResponse> ListDueFollowUps(Proto.ListDueFollowUpsRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var country = Read.Country(request.Country, "country");
        call.MustReach(Reach.Country(country), "country");
        var month = ReadMonth(request.Month);
        var counsellor = Read.OptionalText(request.Counsellor, "counsellor", 64);
        var size = Read.PageSize(request.PageSize);
        var after = Read.PageToken(request.PageToken);
        var lastReturn = FollowUpRules.LastReturn(month, rules.FollowUps, clock.TodayIn(country));

        var page = await db.Cases.AsNoTracking()
            .Where(c => c.Country == country && c.PlanId != null && c.ReturnedOn <= lastReturn && (counsellor == null || c.Counsellor == counsellor))
            .Where(c => c.State != CaseState.BeforeReturn && (c.State != CaseState.Closed || c.Outcome == CaseOutcome.Reintegrated))
            .Where(c => !db.FollowUps.Any(f => f.CaseId == c.Id && f.Month == month))
            .Where(c => after == null || c.Id > after)
            .OrderBy(c => c.Id).Take(size).ToListAsync(cancel);

        var (step, ids) = (FollowUpRules.StepOf(month), page.Select(c => c.Id).ToList());
        var due = await db.Set<StepWatch>().AsNoTracking().Where(w => w.Step == step && ids.Contains(w.CaseId)).ToDictionaryAsync(w => w.CaseId, w => w.DueOn, cancel);
        foreach (var held in page)
            call.Disclose(held.WorkerNumber, "case");
        return new()
        {
            Due = { page.Select(c => new Proto.DueFollowUp { CaseId = c.Id.ToString(), WorkerNumber = c.WorkerNumber, Counsellor = c.Counsellor ?? "", FallsOn = c.ReturnedOn.AddMonths(month).ToProto(), DueOn = due.TryGetValue(c.Id, out var day) ? day.ToProto() : null }) },
            NextPageToken = page.Count == size ? page[^1].Id.NextPageToken() : "",
        };
    }
}
