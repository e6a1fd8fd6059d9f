using Gms.Platform;
using Gms.Reintegration.Cases;

namespace Gms.Reintegration.Plans;

/// <summary>The services within plans as they are taken out.</summary>
static class PlanItemExport
{
    public static ExportTable<ReintegrationDb> Items { get; } = new ExportTable<ReintegrationDb, ItemOfPlan>
    {
        Name = "plan-items",
        Holds = "The services within each plan.",
        Permission = "plans.read",
        Table = "plan_items",
        Rows = db => from p in db.Plans join c in db.Cases on p.CaseId equals c.Id from i in p.Items select new ItemOfPlan { Item = i, PlanId = p.Id, Case = c },
        Key = new(r => r.PlanId, r => r.Item.Position),
        Worker = r => r.Case.WorkerNumber,
        OfOrganisation = (_, rows, caller) => rows.Where(r => r.Case.Office == caller.Organisation || (r.Case.Office == null && r.Case.Country == caller.Country)),
        Changed = (rows, since) => rows.Where(r => r.PlanId >= since.FirstId),
        Columns =
        [
            new("plan_id", "The plan.", r => r.PlanId),
            new("position", "Its place in the plan.", r => r.Item.Position),
            new("worker_number", "Whose plan it is.", r => r.Case.WorkerNumber),
            new("service", "What helps.", r => r.Item.Service, ExportTables.Services),
            new("partner", "Who gives it.", r => r.Item.Partner),
            new("programme", "Under which programme.", r => r.Item.Programme, ExportTables.Programmes),
            new("starts_on", "The first day.", r => r.Item.StartsOn),
            new("ends_on", "The last day.", r => r.Item.EndsOn),
            new("budget_minor", "What it may cost, in minor units.", r => r.Item.Budget.Minor),
            new("budget_currency", "ISO 4217.", r => r.Item.Budget.Currency),
        ],
    };

    /// <summary>An item and whose it is.</summary>
    internal sealed class ItemOfPlan
    {
        public required PlanItem Item { get; init; }

        public required Guid PlanId { get; init; }

        public required Case Case { get; init; }
    }
}
