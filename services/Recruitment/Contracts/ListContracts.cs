using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Contracts;

partial class ContractsService
{
    public override async Task<Proto.ListContractsResponse> ListContracts(Proto.ListContractsRequest request, ServerCallContext context)
    {
        var worker = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var size = Read.PageSize(request.PageSize);
        var after = Read.PageToken(request.PageToken) ?? Guid.Empty;

        var numbers = await db.NumbersOf(worker, context.CancellationToken);

        // A worker has few contracts: those outside the caller's reach are left out here, and a page may be shorter for it.
        var page = await db.Contracts.AsNoTracking().Where(c => numbers.Contains(c.WorkerNumber) && c.Id > after).OrderBy(c => c.Id).Take(size + 1).ToListAsync(context.CancellationToken);
        call.Reaches(new() { Worker = worker });
        var shown = page.Take(size).Where(c => call.Reaches(c.Reach)).ToList();

        foreach (var told in shown.Select(c => c.WorkerNumber).Distinct())
            call.Disclose(told, "contracts");
        return new() { Contracts = { shown.Select(c => c.ToProto()) }, NextPageToken = page.Count > size ? page[size - 1].Id.NextPageToken() : "" };
    }
}
