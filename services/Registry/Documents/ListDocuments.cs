using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Documents;

partial class DocumentsService
{
    public override async Task<Proto.ListDocumentsResponse> ListDocuments(Proto.ListDocumentsRequest request, ServerCallContext context)
    {
        var worker = await Find(Read.WorkerNumber(request.WorkerNumber, "worker_number"), context.CancellationToken);

        call.Disclose(worker.WorkerNumber, "documents");
        return new() { Documents = { worker.Documents.ToProto(keys.Open(worker.PersonKey, worker.Id), worker.Country) } };
    }
}
