using Gms.Platform;
using Gms.Reintegration.Cases;
using Gms.Reintegration.Casework;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Plans;

partial class PlansService
{
    public override async Task<Proto.AgreePlanResponse> AgreePlan(Proto.AgreePlanRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var id = Read.Id(request.CaseId, "case_id");
        var consent = request.Consent is null ? null : ReadConsent(request.Consent);
        Read.Entries(request.Goals.Count, "goals", 1, 10);
        string[] goals = [.. request.Goals.Select((goal, i) => Read.Text(goal, $"goals[{i}]", 300))];
        Read.Entries(request.Items.Count, "items", 1, 30);
        List<PlanItem> items = [.. request.Items.Select(ReadItem)];
        var held = await db.Cases.SingleOrDefaultAsync(c => c.Id == id, cancel) ?? throw Refuse.NotFound(Problems.CaseNotFound());
        call.MustReach(held.Reach, Problems.CaseNotFound());
        var today = clock.TodayIn(held.Country);

        Refuse.IfAny(PlanRules.ToAgree(held, consent, items, offers, today));

        var planId = Guid.CreateVersion7();
        var plan = new Plan
        {
            Id = planId,
            CaseId = held.Id,
            Number = await db.Plans.CountAsync(p => p.CaseId == held.Id, cancel) + 1,
            Consent = consent!,
            GoalsEncrypted = words.ToWrite(held).SealAll(goals, planId),
            Items = items,
            AgreedOn = today,
            AgreedBy = call.Caller.Account,
        };
        held.Agree(plan.Id);
        await db.End(Step.Plan, held.Id, held, clock.GetUtcNow(), cancel);
        await intake.AskHowItGoes(held, cancel);
        db.Add(plan);
        db.Publish(held.PlanAgreed(plan.Id, plan.Number, clock.GetUtcNow()));
        call.Disclose(held.WorkerNumber, "plan");
        return await db.Commit(new Proto.AgreePlanResponse { PlanId = plan.Id.ToString(), Number = plan.Number }, cancel);
    }

    /// <summary>A consent as it is sent within a plan, a referral or a case before return.</summary>
    internal static Consent ReadConsent(Proto.Consent consent) => new(
        Read.Day(consent.GivenOn, "consent.given_on"),
        Read.Value<Proto.ConsentForm, ConsentForm>(consent.Form, "consent.form"),
        Read.Text(consent.Language, "consent.language", 35));

    PlanItem ReadItem(Proto.PlanItem item, int index) => new()
    {
        Position = index + 1,
        Service = Read.Code(item.Service, $"items[{index}].service", offers.Services.Keys),
        Partner = Read.Text(item.Partner, $"items[{index}].partner", 120),
        Programme = item.Programme.Length == 0 ? null : Read.Code(item.Programme, $"items[{index}].programme", offers.Programmes),
        StartsOn = Read.Day(item.StartsOn, $"items[{index}].starts_on"),
        EndsOn = Read.Day(item.EndsOn, $"items[{index}].ends_on"),
        Budget = Read.Money(item.Budget, $"items[{index}].budget"),
    };
}
