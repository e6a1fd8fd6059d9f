using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Erasures;

partial class ErasuresService
{
    public override async Task<Proto.RequestErasureResponse> RequestErasure(Proto.RequestErasureRequest request, ServerCallContext context)
    {
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var ground = Read.Value<Proto.ErasureGround, ErasureGround>(request.Ground, "ground");
        var reference = Read.OptionalText(request.Reference, "reference", 100);
        var country = await db.Workers.Where(w => w.WorkerNumber == number).Select(w => w.Country).SingleOrDefaultAsync(context.CancellationToken)
            ?? throw Refuse.NotFound(Problems.ErasureWorkerUnknown());
        call.MustReach(new() { Countries = [country], Worker = number }, Problems.ErasureWorkerUnknown());
        var erasure = new Erasure { WorkerNumber = number, Country = country, Ground = ground, Reference = reference, RequestedBy = call.Caller.Account, RequestedAt = clock.GetUtcNow() };

        Refuse.IfAny(ErasureRules.ToRequest(erasure, call.Caller.Worker is not null));

        db.Erasures.Add(erasure);
        call.Disclose(number, "erasure");
        return await db.Commit(new Proto.RequestErasureResponse { ErasureId = erasure.Id.ToString() }, context.CancellationToken);
    }
}
