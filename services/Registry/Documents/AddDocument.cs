using Gms.Events.Registry;
using Gms.Platform;
using Gms.Registry.Workers;
using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Documents;

partial class DocumentsService
{
    public override async Task<Proto.AddDocumentResponse> AddDocument(Proto.AddDocumentRequest request, ServerCallContext context)
    {
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var sent = documents.Read(request.Document, "document");
        var worker = await Find(number, context.CancellationToken);
        var holders = await documents.Holders(sent, context.CancellationToken);

        Refuse.IfAny([.. WorkerRules.ToChange(worker), .. DocumentRules.ToRecord(sent, worker.WorkerNumber, holders)]);

        var document = documents.Make(sent, keys.Open(worker.PersonKey, worker.Id), DocumentRules.IsAnothers(sent, worker.WorkerNumber, holders));
        worker.Documents.Add(document);
        await duplicates.Refresh(worker, keys.Open(worker.PersonKey, worker.Id), context.CancellationToken);
        db.Publish(new DocumentAdded
        {
            EventId = Guid.CreateVersion7(),
            OccurredAt = document.AddedAt,
            SubjectId = worker.WorkerNumber,
            SubjectVersion = worker.NextVersion(),
            WorkerNumber = worker.WorkerNumber,
            Country = worker.Country,
            DocumentId = document.Id,
            Kind = document.Kind,
        });
        call.Disclose(worker.WorkerNumber, "document");
        return await db.Commit(new Proto.AddDocumentResponse
        {
            DocumentId = document.Id.ToString(),
            Disputed = document.DisputedReason is not null,
            Warnings = { documents.Unusual(sent, worker, clock.TodayIn(worker.Country)) },
        }, context.CancellationToken);
    }
}
