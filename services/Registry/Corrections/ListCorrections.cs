using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Corrections;

partial class CorrectionsService
{
    public override async Task<Proto.ListCorrectionsResponse> ListCorrections(Proto.ListCorrectionsRequest request, ServerCallContext context)
    {
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var numbers = await db.NumbersOf(number, context.CancellationToken);
        var workers = await db.Workers.AsNoTracking().Where(w => numbers.Contains(w.WorkerNumber)).Select(w => new { w.Id, w.WorkerNumber, w.Country, w.PersonKey }).ToListAsync(context.CancellationToken);
        if (workers.Count == 0)
            throw Refuse.NotFound(Problems.WorkerNotFound());
        call.MustReach(new() { Countries = [.. workers.Select(w => w.Country)], Worker = number }, Problems.WorkerNotFound());

        // Of a record that was erased after a merge nothing can be read any more.
        var own = workers.Select(w => w.Id).ToArray();
        var corrections = await db.Corrections.AsNoTracking().Where(c => numbers.Contains(c.WorkerNumber) && own.Contains(c.WorkerId)).OrderByDescending(c => c.Id).ToListAsync(context.CancellationToken);
        foreach (var told in workers)
            call.Disclose(told.WorkerNumber, "corrections");
        return new() { Corrections = { corrections.Select(c => ToProto(c, keys.Open(workers.Single(w => w.Id == c.WorkerId).PersonKey, c.WorkerId))) } };
    }
}
