using Microsoft.EntityFrameworkCore;
using Proto = Gms.WorkItems.V1;

namespace Gms.Platform;

/// <summary>The calls of protos/gms/work_items/v1/work_items.proto, one file each in this folder. Every service serves them for its own work items.</summary>
sealed partial class WorkItemsService(ServiceDb db, Call call, TimeProvider clock) : Proto.WorkItems.WorkItemsBase
{
    async Task<WorkItem> Find(string id, CancellationToken cancel)
    {
        var wanted = Read.Id(id, "work_item_id");
        var item = await db.WorkItems.SingleOrDefaultAsync(i => i.Id == wanted, cancel) ?? throw Refuse.NotFound(PlatformProblems.WorkItemNotFound());
        call.MustReach(item.Reach, PlatformProblems.WorkItemNotFound());
        return item;
    }

    void Disclose(WorkItem item)
    {
        foreach (var number in item.Subjects)
            call.Disclose(number, "work_item");
    }
}
