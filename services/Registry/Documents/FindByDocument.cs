using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Documents;

partial class DocumentsService
{
    public override async Task<Proto.FindByDocumentResponse> FindByDocument(Proto.FindByDocumentRequest request, ServerCallContext context)
    {
        var sent = documents.ReadNumber(request.Kind, request.Issuer, request.Number, "");
        var holders = await documents.Holders(sent, context.CancellationToken);

        var reached = holders.Where(h => call.Reaches(new() { Countries = [h.Country], Worker = h.WorkerNumber })).ToList();
        var elsewhere = holders.Except(reached).ToList();
        _ = call.Reaches(new());    // nobody's record, when there is none, is in everybody's reach

        // That a record is held elsewhere is told too, so it is disclosed too.
        foreach (var holder in reached)
            call.Disclose(holder.WorkerNumber, "worker_number", "country", "document");
        foreach (var holder in elsewhere)
            call.Disclose(holder.WorkerNumber, "country");
        return new()
        {
            Records =
            {
                reached.Select(h => new Proto.FoundRecord { WorkerNumber = h.WorkerNumber, Country = h.Country, DocumentId = h.DocumentId.ToString() }),
                elsewhere.Select(h => h.Country).Distinct().Select(country => new Proto.FoundRecord { Country = country }),
            },
        };
    }
}
