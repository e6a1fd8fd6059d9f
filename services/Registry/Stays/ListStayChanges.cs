using Gms.Platform;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Stays;

partial class StaysService
{
    public override async Task<Proto.ListStayChangesResponse> ListStayChanges(Proto.ListStayChangesRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var (size, after) = (Read.PageSize(request.PageSize), Read.PageToken(request.PageToken) ?? Guid.Empty);
        var numbers = await db.NumbersOf(number, cancel);
        var holders = await db.Workers.Where(w => numbers.Contains(w.WorkerNumber)).Select(w => w.Country).ToListAsync(cancel);
        var changes = await db.Set<StayChange>().AsNoTracking().Where(c => numbers.Contains(c.WorkerNumber)).OrderBy(c => c.Id).ToListAsync(cancel);
        if (holders.Count == 0)
            throw Refuse.NotFound(Problems.WorkerNotFound());
        call.MustReach(new() { Countries = [.. holders, .. changes.Select(c => c.Country)], Worker = number }, Problems.WorkerNotFound());

        var page = changes.Where(c => c.Id > after).Take(size).ToList();
        call.Disclose(number, "stay");
        return new() { Changes = { page.Select(ToProto) }, NextPageToken = page.Count == size ? page[^1].Id.NextPageToken() : "" };
    }

    Proto.StayChange ToProto(StayChange change) => new()
    {
        ChangeId = change.Id.ToString(),
        Kind = change.Kind switch
        {
            StayChangeKind.Extension => Proto.StayChangeKind.Extension,
            StayChangeKind.Employer => Proto.StayChangeKind.Employer,
        },
        WorkerNumber = change.WorkerNumber,
        DepartureId = change.DepartureId.ToString(),
        Country = change.Country,
        Until = change.Until?.ToProto(),
        ContractId = change.ContractId?.ToString() ?? "",
        EffectiveOn = change.EffectiveOn.ToProto(),
        Checks = { change.Findings.Select(f => f.ToProto(call.Caller.Agency is not null)) },
        RecordedAt = change.RecordedAt.ToTimestamp(),
    };
}
