using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Workers;

partial class WorkersService
{
    public override async Task<Proto.GetWorkerResponse> GetWorker(Proto.GetWorkerRequest request, ServerCallContext context)
    {
        var worker = await Find(Read.WorkerNumber(request.WorkerNumber, "worker_number"), context.CancellationToken);

        call.Disclose(worker.WorkerNumber, "names", "birth_date", "sex", "nationality", "province", "documents");
        return worker.ToProto(cipher);
    }
}
