using Gms.Platform;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Consents;

partial class ConsentsService
{
    public override async Task<Proto.ListConsentsResponse> ListConsents(Proto.ListConsentsRequest request, ServerCallContext context)
    {
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var numbers = await db.NumbersOf(number, context.CancellationToken);
        var consents = await db.Consents.AsNoTracking().Where(c => numbers.Contains(c.WorkerNumber)).OrderBy(c => c.Id).ToListAsync(context.CancellationToken);
        var shown = consents.Where(c => call.Reaches(Reach(c))).ToList();
        if (shown.Count == 0)
            call.MustReach(new() { Countries = [await HolderOf(number, context.CancellationToken)], Worker = number }, Problems.ConsentWorkerUnknown());

        call.Disclose(number, "consents");
        return new() { Consents = { shown.Select(ToProto) } };
    }

    static Proto.Consent ToProto(Consent consent) => new()
    {
        ConsentId = consent.Id.ToString(),
        Purpose = consent.Purpose,
        GivenTo = consent.GivenTo,
        TextVersion = consent.TextVersion,
        Language = consent.Language,
        Manner = consent.Manner switch
        {
            ConsentManner.InWriting => Proto.ConsentManner.InWriting,
            ConsentManner.OrallyWithWitness => Proto.ConsentManner.OrallyWithWitness,
            ConsentManner.SignedIn => Proto.ConsentManner.SignedIn,
        },
        EvidenceReference = consent.EvidenceReference ?? "",
        GivenAt = consent.GivenAt.ToTimestamp(),
        WithdrawnAt = consent.WithdrawnAt?.ToTimestamp(),
    };
}
