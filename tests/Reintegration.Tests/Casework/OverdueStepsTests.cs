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

    Task<List<Step>> Watches(string held) => host.Db(db => db.Set<StepWatch>().Where(w => w.CaseId == Guid.Parse(held)).Select(w => w.Step).ToListAsync());

    Task<bool> IsWatched(Guid held) => host.Db(db => db.Set<StepWatch>().AnyAsync(w => w.CaseId == held));

    Task<List<WorkItem>> Items(Guid held) => host.Db(db => db.WorkItems.AsNoTracking().Where(i => i.Key.StartsWith($"{held:N}:")).ToListAsync());
}
