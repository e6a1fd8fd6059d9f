using Gms.Platform;
using Gms.Type.V1;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gms.Recruitment.Inspections;

/// <summary>Puts corrective actions whose day is over before the officers: one work item for each.</summary>
public sealed class OverdueActions(OwnWork work)
{
    const string Kind = "CORRECTIVE_ACTION_OVERDUE";
    const int Page = 100;

    public async Task Round(DateTimeOffset now, CancellationToken cancel)
    {
        while (await Tell(now, cancel) == Page)
        {
        }
    }

    async Task<int> Tell(DateTimeOffset now, CancellationToken cancel)
    {
        await using var scope = work.Begin("corrective-actions-overdue", Purpose.RecruitmentVerification);
        var db = scope.ServiceProvider.GetRequiredService<RecruitmentDb>();
        var latest = now.DayIn("CN");    // of the six countries the one whose days begin first
        var due = await db.Inspections.AsNoTracking().SelectMany(i => i.Actions, (i, a) => new { Inspection = i, Action = a })
            .Where(x => x.Action.DoneOn == null && x.Action.DueOn < latest && !db.WorkItems.Any(w => w.Kind == Kind && w.Key == x.Action.Id.ToString()))
            .OrderBy(x => x.Action.DueOn).ThenBy(x => x.Action.Id).Take(Page).ToListAsync(cancel);
        var over = due.Where(x => x.Action.DueOn < now.DayIn(x.Inspection.Country)).ToList();
        foreach (var one in over)
            db.OpenWorkItem(new()
            {
                Kind = Kind,
                Key = one.Action.Id.ToString(),
                Country = one.Inspection.Country,
                Subjects = [],
                Facts = new Dictionary<string, string>
                {
                    ["inspection_id"] = one.Inspection.Id.ToString(),
                    ["agency_id"] = one.Inspection.AgencyId.ToString(),
                    ["action_id"] = one.Action.Id.ToString(),
                    ["indicator"] = one.Action.Indicator,
                    ["was_due_on"] = $"{one.Action.DueOn:yyyy-MM-dd}",
                },
                Decisions = [],
                DecidedByCall = "gms.recruitment.v1.Inspections/CompleteAction",
                OpenedAt = now,
            });
        if (over.Count > 0)
            await db.Commit(cancel);
        return over.Count;
    }
}
