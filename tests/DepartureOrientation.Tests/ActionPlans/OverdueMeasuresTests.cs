using Gms.Platform;
using Gms.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Tests.ActionPlans;

public sealed class OverdueMeasuresTests(DepartureOrientationHost host) : IClassFixture<DepartureOrientationHost>
{
    static readonly DateTimeOffset LongAgo = Given.Midnight.AddDays(-90);

    [Fact]
    public async Task A_measure_whose_last_day_has_passed_becomes_a_work_item_and_more_time_settles_it()
    {
        var measure = await Overdue();
        var item = Assert.Single(await Eventually.Becomes(() => Items(measure), items => items.Count > 0));
        Assert.Equal(("MEASURE_OVERDUE", "LA", WorkItemState.Open, measure), (item.Kind, item.Country, item.State, item.Facts["measure_id"]));
        Assert.True((await host.Plans(A.Officer).GetMeasureAsync(new() { MeasureId = measure })).Measure.Overdue);

        await host.Plans(A.Officer).ReviseMeasureAsync(new() { RequestId = Given.New(), MeasureId = measure, DueOn = Given.Today.AddDays(7).ToProto(), Reason = "A week more." });

        Assert.Equal(WorkItemState.Closed, Assert.Single(await Items(measure)).State);
    }

    [Fact]
    public async Task What_was_done_and_turns_out_not_to_be_is_told_again()
    {
        var measure = await Overdue();
        await Eventually.Becomes(() => Items(measure), items => items.Count == 1);
        await Move(measure, Proto.MeasureState.InProgress, "");
        await Move(measure, Proto.MeasureState.Done, "");
        Assert.All(await Items(measure), item => Assert.Equal(WorkItemState.Closed, item.State));

        await Move(measure, Proto.MeasureState.InProgress, "Two schools were counted twice.");

        var items = await Eventually.Becomes(() => Items(measure), items => items.Any(i => i.State == WorkItemState.Open));
        Assert.Single(items, i => i.State == WorkItemState.Open);
    }

    /// <summary>Added in the past: the only way to an overdue measure without waiting.</summary>
    async Task<string> Overdue()
    {
        var request = await host.Measure();
        request.DueOn = Given.Today.AddDays(-30).ToProto();
        return (await new Proto.ActionPlans.ActionPlansClient(host.As(A.Officer, "orientation", LongAgo)).AddMeasureAsync(request)).MeasureId;
    }

    async Task Move(string measure, Proto.MeasureState to, string reason) =>
        await host.Plans(A.Officer).MoveMeasureAsync(new() { RequestId = Given.New(), MeasureId = measure, To = to, Reason = reason });

    Task<List<WorkItem>> Items(string measure) => host.Db(db => db.WorkItems.AsNoTracking().Where(i => i.Key.StartsWith($"{Guid.Parse(measure):N}:")).OrderBy(i => i.Id).ToListAsync());
}
