using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Documents;

partial class DocumentsService
{
    public override async Task<Proto.RevealDocumentNumberResponse> RevealDocumentNumber(Proto.RevealDocumentNumberRequest request, ServerCallContext context)
    {
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var id = Read.Id(request.DocumentId, "document_id");
        var worker = await Find(number, context.CancellationToken);
        var document = Find(worker, id, "document_id");

        var written = keys.Open(worker.PersonKey, worker.Id).Decrypt(document.NumberEncrypted, document.Id) ?? throw Refuse.NotNow(Problems.WorkerErased());

        call.Disclose(worker.WorkerNumber, "document_number");
        return new() { Number = written };
    }
}
