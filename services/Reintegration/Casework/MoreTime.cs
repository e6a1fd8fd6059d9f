using System.Globalization;
using Gms.Platform;
using Gms.Reintegration.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Gms.Reintegration.Casework;

/// <summary>An officer who decides that a late step may have more time begins its days anew: somebody is told again when they have gone by.</summary>
static class MoreTime
{
    public const string Decision = "MORE_TIME";

    static readonly CaseworkRules Rules = CaseworkRules.Load();

    /// <summary>The work items of late steps that are being decided so.</summary>
    public static IReadOnlyList<WorkItem> GivenIn(ChangeTracker changes) =>
        [.. changes.Entries<WorkItem>().Select(e => e.Entity).Where(i => i.State == WorkItemState.Closed && i.Steps.MaxBy(s => s.Number) is { Decision: Decision } && OverdueSteps.StepOf(i) is not null)];

    public static async Task Begin(ReintegrationDb db, IReadOnlyList<WorkItem> given, CancellationToken cancel)
    {
        foreach (var item in given)
        {
            var (step, subject, id) = (OverdueSteps.StepOf(item)!.Value, Guid.Parse(item.Facts["subject_id"], CultureInfo.InvariantCulture), Guid.Parse(item.Facts["case_id"], CultureInfo.InvariantCulture));
            var held = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == id, cancel);
            var today = item.Steps.Max(s => s.At).DayIn(held.Country);
            var due = Rules.DueOn(step, today, held.Urgent) ?? today.AddDays(Rules.FollowUps.LateAfterDays);
            await db.Database.ExecuteSqlAsync($"INSERT INTO step_watches (step, subject_id, case_id, due_on) VALUES ({step.ToString()}, {subject}, {id}, {due}) ON CONFLICT DO NOTHING", cancel);
        }
    }
}
