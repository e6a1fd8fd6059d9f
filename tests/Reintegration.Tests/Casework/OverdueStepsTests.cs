using Gms.Events.Registry;
using Gms.Platform;
using Gms.Reintegration.Cases;
using Gms.Reintegration.Casework;
using Gms.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Tests.Casework;

public sealed class OverdueStepsTests(ReintegrationHost host) : IClassFixture<ReintegrationHost>
{
    [Theory]
    [InlineData(false, 14)]
    [InlineData(true, 2)]
    public void An_urgent_case_has_the_shorter_deadline(bool urgent, int days) => Assert.Equal(A.Today.AddDays(days), A.Casework.DueOn(Step.Assign, A.Today, urgent));

    [Fact]
    public void Every_step_but_follow_up_has_its_days() =>
        Assert.All(Enum.GetValues<Step>().Where(s => s < Step.FollowUp3), step => Assert.NotNull(A.Casework.DueOn(step, A.Today, false)));

    [Fact]
    public async Task A_case_that_nobody_takes_becomes_a_work_item_after_its_days_and_taking_it_settles_that()
    {
        var happened = A.Return();
        await host.Deliver<WorkerReturned, OnWorkerReturned>(happened);
        var held = await host.Db(db => db.Cases.AsNoTracking().SingleAsync(c => c.ReturnId == happened.ReturnId));
        Assert.True(await IsWatched(held.Id));

        await host.Db(db => db.Database.ExecuteSqlAsync($"UPDATE step_watches SET due_on = '2026-01-01' WHERE case_id = {held.Id}"));
        Assert.Single(await Eventually.Becomes(() => Items(held.Id), items => items.Count > 0));

        var item = Assert.Single(await Items(held.Id));
        Assert.Equal(("ASSIGN_OVERDUE", WorkItemState.Open, "2026-01-01"), (item.Kind, item.State, item.Facts["due_on"]));
        Assert.Equal([held.WorkerNumber], item.Subjects);
        Assert.False(await IsWatched(held.Id));

        await new Proto.Cases.CasesClient(host.As(A.Counsellor)).AssignCounsellorAsync(new() { RequestId = Given.New(), CaseId = held.Id.ToString() });
        Assert.Equal(WorkItemState.Closed, Assert.Single(await Items(held.Id)).State);
    }

    [Fact]
    public async Task A_closed_case_waits_for_nothing_but_for_how_it_goes_where_the_worker_is_on_own_feet()
    {
        var cases = new Proto.Cases.CasesClient(host.As(A.Counsellor));
        var (reintegrated, _, _) = await host.Planned();
        var (declined, _, _) = await host.Planned();

        await cases.CloseCaseAsync(new() { RequestId = Given.New(), CaseId = reintegrated, Outcome = Proto.CaseOutcome.Reintegrated });
        await cases.CloseCaseAsync(new() { RequestId = Given.New(), CaseId = declined, Outcome = Proto.CaseOutcome.Declined });

        Assert.Equal([Step.FollowUp12, Step.FollowUp3, Step.FollowUp6], (await Watches(reintegrated)).OrderBy(s => s.ToString(), StringComparer.Ordinal));
        Assert.Empty(await Watches(declined));
    }

    [Fact]
    public async Task More_time_begins_the_days_anew_and_when_they_have_gone_by_somebody_is_told_again()
    {
        var (held, _) = await host.Returned();
        var id = Guid.Parse(held);
        await host.Db(db => db.Database.ExecuteSqlAsync($"UPDATE step_watches SET due_on = '2026-01-01' WHERE case_id = {id}"));
        var late = Assert.Single(await Eventually.Becomes(() => Items(id), items => items.Count > 0));

        await Decide(late.Id, "MORE_TIME");

        var anew = await host.Db(db => db.Set<StepWatch>().AsNoTracking().SingleAsync(w => w.CaseId == id));
        Assert.Equal((Step.Assign, Given.Today.AddDays(14)), (anew.Step, anew.DueOn));
        await host.Db(db => db.Database.ExecuteSqlAsync($"UPDATE step_watches SET due_on = '2026-01-15' WHERE case_id = {id}"));
        Assert.Equal(2, (await Eventually.Becomes(() => Items(id), items => items.Count > 1)).Count);
    }

    [Fact]
    public async Task Another_decision_waits_for_nothing_more_and_late_follow_up_gets_its_days_too()
    {
        var (held, _, _) = await host.Planned();
        var id = Guid.Parse(held);
        await host.Db(db => db.Database.ExecuteSqlAsync($"UPDATE step_watches SET due_on = '2026-01-01' WHERE case_id = {id} AND step IN ('Assess', 'FollowUp3')"));
        var late = await Eventually.Becomes(async () => (await Items(id)).Where(i => i.State == WorkItemState.Open).ToList(), items => items.Count == 2);

        await Decide(late.Single(i => i.Kind == "ASSESS_OVERDUE").Id, "NOT_NEEDED");
        await Decide(late.Single(i => i.Kind == "FOLLOW_UP_OVERDUE").Id, "MORE_TIME");

        Assert.Equal([Step.FollowUp12, Step.FollowUp3, Step.FollowUp6], (await Watches(held)).OrderBy(s => s.ToString(), StringComparer.Ordinal));
        Assert.Equal(Given.Today.AddDays(30), await host.Db(db => db.Set<StepWatch>().Where(w => w.CaseId == id && w.Step == Step.FollowUp3).Select(w => w.DueOn).SingleAsync()));
    }

    [Fact]
    public async Task How_it_goes_is_asked_again_after_a_case_that_was_given_up_goes_on()
    {
        var cases = new Proto.Cases.CasesClient(host.As(A.Counsellor));
        var (held, _, _) = await host.Planned();
        await cases.CloseCaseAsync(new() { RequestId = Given.New(), CaseId = held, Outcome = Proto.CaseOutcome.Unreachable });
        Assert.Empty(await Watches(held));

        await cases.ReopenCaseAsync(new() { RequestId = Given.New(), CaseId = held, Reason = "Found again." });

        Assert.Equal([Step.Assess, Step.FollowUp12, Step.FollowUp3, Step.FollowUp6, Step.Plan], (await Watches(held)).OrderBy(s => s.ToString(), StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_makes_a_case_urgent_later_brings_its_days_forward()
    {
        var cases = new Proto.Cases.CasesClient(host.As(A.Counsellor));
        var (held, _) = await host.Returned();

        await cases.RecordSignAsync(new() { RequestId = Given.New(), CaseId = held, Sign = "TRAFFICKING_SIGNS", SeenOn = Given.Today.ToProto(), SaidBy = Proto.SaidBy.Authority, Reason = "The border police said so." });

        Assert.Equal(Given.Today.AddDays(2), await host.Db(db => db.Set<StepWatch>().Where(w => w.CaseId == Guid.Parse(held)).Select(w => w.DueOn).SingleAsync()));
    }

    async Task Decide(Guid item, string decision)
    {
        var items = new Gms.WorkItems.V1.WorkItems.WorkItemsClient(host.As(A.Counsellor, "reintegration"));
        await items.TakeWorkItemAsync(new() { RequestId = Given.New(), WorkItemId = item.ToString() });
        await items.CloseWorkItemAsync(new() { RequestId = Given.New(), WorkItemId = item.ToString(), Decision = decision, Reason = "The worker is in hospital until then." });
    }

    Task<List<Step>> Watches(string held) => host.Db(db => db.Set<StepWatch>().Where(w => w.CaseId == Guid.Parse(held)).Select(w => w.Step).ToListAsync());

    Task<bool> IsWatched(Guid held) => host.Db(db => db.Set<StepWatch>().AnyAsync(w => w.CaseId == held));

    Task<List<WorkItem>> Items(Guid held) => host.Db(db => db.WorkItems.AsNoTracking().Where(i => i.Key.StartsWith($"{held:N}:")).ToListAsync());
}
