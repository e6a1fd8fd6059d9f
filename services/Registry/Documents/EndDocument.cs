using Gms.Events.Registry;
using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Documents;

partial class DocumentsService
{
    /// <summary>How a document ends by itself; Replaced is said by ReplaceDocument, which names the next one.</summary>
    static readonly DocumentState[] Ends = [DocumentState.Lost, DocumentState.Stolen, DocumentState.Withdrawn, DocumentState.ExpiredEarly];

    public override async Task<Proto.EndDocumentResponse> EndDocument(Proto.EndDocumentRequest request, ServerCallContext context)
    {
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var id = Read.Id(request.DocumentId, "document_id");
        var how = Read.Value<Proto.DocumentState, DocumentState>(request.EndedAs, "ended_as");
        if (!Ends.Contains(how))
            throw Refuse.Invalid(PlatformProblems.ValueUnknown("ended_as", string.Join(", ", Ends)));
        var day = Read.OptionalDay(request.EndedOn, "ended_on");
        var reason = Read.Text(request.Reason, "reason", 400);
        var worker = await Find(number, context.CancellationToken);
        var document = Find(worker, id, "document_id");

        var today = clock.TodayIn(worker.Country);
        var on = day ?? today;
        Refuse.IfAny(DocumentRules.ToEnd(document, on, today));

        document.End(how, on, reason);
        db.Publish(new DocumentEnded
        {
            EventId = Guid.CreateVersion7(),
            OccurredAt = clock.GetUtcNow(),
            SubjectId = worker.WorkerNumber,
            SubjectVersion = worker.NextVersion(),
            WorkerNumber = worker.WorkerNumber,
            Country = worker.Country,
            DocumentId = document.Id,
            Kind = document.Kind,
            EndedAs = SnakeCaseUpper(how),
            EndedOn = on,
        });
        call.Disclose(worker.WorkerNumber, "document");
        return await db.Commit(new Proto.EndDocumentResponse { DocumentId = document.Id.ToString(), State = how.ToProto() }, context.CancellationToken);
    }

    static string SnakeCaseUpper(DocumentState state) => state is DocumentState.ExpiredEarly ? "EXPIRED_EARLY" : state.ToString().ToUpperInvariant();
}
