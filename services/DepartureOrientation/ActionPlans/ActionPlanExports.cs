using Gms.Platform;

namespace Gms.DepartureOrientation.ActionPlans;

/// <summary>Plans and measures as they are taken out.</summary>
static class ActionPlanExports
{
    public static ExportTable<DepartureOrientationDb> Plans { get; } = new ExportTable<DepartureOrientationDb, ActionPlan>
    {
        Name = "action-plans",
        Holds = "What a country wants to do better within a period.",
        Permission = "action-plans.read",
        Table = "action_plans",
        Rows = db => db.ActionPlans,
        Key = new(p => p.Id),
        OfCountry = (_, rows, country) => rows.Where(p => p.Country == country),
        Columns =
        [
            new("id", "The plan's id.", p => p.Id),
            new("country", "Whose it is.", p => p.Country, CodeList.Countries),
            new("title", "Its title.", p => p.Title),
            new("starts_on", "The first day.", p => p.StartsOn),
            new("ends_on", "The last day.", p => p.EndsOn),
            new("agreed_at", "Where it was agreed.", p => p.AgreedAt),
        ],
    };

    public static ExportTable<DepartureOrientationDb> Measures { get; } = new ExportTable<DepartureOrientationDb, Measure>
    {
        Name = "measures",
        Holds = "What is to be done, by whom, by when, and where it stands.",
        Permission = "action-plans.read",
        Table = "measures",
        Within = ["measure_steps"],
        LeavesOut = new Dictionary<string, string> { ["told_step"] = "Whether an officer was told that it is overdue: the work item itself says it." },
        Rows = db => db.Measures,
        Key = new(m => m.Id),
        OfCountry = (_, rows, country) => rows.Where(m => m.Country == country),
        Columns =
        [
            new("id", "The measure's id.", m => m.Id),
            new("plan_id", "The plan.", m => m.PlanId),
            new("country", "Whose it is.", m => m.Country, CodeList.Countries),
            new("title", "What is to be done.", m => m.Title),
            new("description", "What it consists of.", m => m.Description),
            new("topic", "What it is about.", m => m.Topic, CodeList.Of<Topic>()),
            new("practice_id", "The good practice that it takes up.", m => m.PracticeId),
            new("owner", "The organisation that does it.", m => m.Owner),
            new("due_on", "The last day.", m => m.DueOn),
            new("state", "Where it stands.", m => m.State, CodeList.Of<MeasureState>()),
            new("version", "The number of its last step.", m => m.Version),
            new("steps", "What became of it: when, by which account, state, owner, last day and reason.", m => m.Steps.OrderBy(s => s.Number).Select(s => $"{s.At:yyyy-MM-ddTHH:mm:ssZ} {s.Account} {s.State} {s.Owner} {s.DueOn:yyyy-MM-dd} {s.Reason}".TrimEnd())),
        ],
    };
}
