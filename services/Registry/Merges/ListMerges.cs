using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Merges;

partial class MergesService
{
    public override async Task<Proto.ListMergesResponse> ListMerges(Proto.ListMergesRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var size = Read.PageSize(request.PageSize);
        var after = Read.PageToken(request.PageToken) ?? Guid.Empty;
        var numbers = await db.NumbersOf(number, cancel);
        var holders = await db.Workers.Where(w => numbers.Contains(w.WorkerNumber)).Select(w => w.Country).Distinct().ToListAsync(cancel);
        call.MustReach(new() { Countries = holders, Worker = number }, Problems.WorkerNotFound());

        var page = await db.Merges.AsNoTracking().Where(m => (numbers.Contains(m.Survivor) || numbers.Contains(m.Absorbed)) && m.Id > after)
            .OrderBy(m => m.Id).Take(size).ToListAsync(cancel);

        call.Disclose(number, "merges");
        page.ForEach(Disclose);
        return new() { Merges = { page.Select(m => m.ToProto()) }, NextPageToken = page.Count == size ? page[^1].Id.NextPageToken() : "" };
    }
}
