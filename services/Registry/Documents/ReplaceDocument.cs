using Gms.Events.Registry;
using Gms.Platform;
using Gms.Registry.Workers;
using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Documents;

partial class DocumentsService
{
    public override async Task<Proto.ReplaceDocumentResponse> ReplaceDocument(Proto.ReplaceDocumentRequest request, ServerCallContext context)
    {
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var oldId = Read.Id(request.ReplacedDocumentId, "replaced_document_id");
        var sent = documents.Read(request.Document, "document");
        var day = Read.OptionalDay(request.ReplacedOn, "replaced_on");
        var worker = await Find(number, context.CancellationToken);
        var old = Find(worker, oldId, "replaced_document_id");
        var holders = await documents.Holders(sent, context.CancellationToken);

        var today = clock.TodayIn(worker.Country);
        // A passport that begins tomorrow is in the worker's hand today.
        var on = day ?? (sent.ValidFrom is { } from && from <= today ? from : today);
        Refuse.IfAny([
            .. WorkerRules.ToChange(worker),
            .. DocumentRules.ToReplace(old, worker.Documents, on, today),
            .. DocumentRules.ToRecord(sent, worker.WorkerNumber, holders),
        ]);

        var document = documents.Make(sent, keys.Open(worker.PersonKey, worker.Id), DocumentRules.IsAnothers(sent, worker.WorkerNumber, holders), old.Id);
        worker.Documents.Add(document);
        await duplicates.Refresh(worker, keys.Open(worker.PersonKey, worker.Id), context.CancellationToken);
        if (old.State is DocumentState.InUse)
            old.End(DocumentState.Replaced, on, null);
        db.Publish(new DocumentReplaced
        {
            EventId = Guid.CreateVersion7(),
            OccurredAt = document.AddedAt,
            SubjectId = worker.WorkerNumber,
            SubjectVersion = worker.NextVersion(),
            WorkerNumber = worker.WorkerNumber,
            Country = worker.Country,
            DocumentId = document.Id,
            Kind = document.Kind,
            ReplacedDocumentId = old.Id,
            ReplacedKind = old.Kind,
            ReplacedOn = on,
        });
        call.Disclose(worker.WorkerNumber, "document");
        return await db.Commit(new Proto.ReplaceDocumentResponse
        {
            DocumentId = document.Id.ToString(),
            Disputed = document.DisputedReason is not null,
            Warnings = { documents.Unusual(sent, worker, today) },
        }, context.CancellationToken);
    }
}
