using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Certificates;

partial class CertificatesService
{
    const int MostInABatch = 500;

    public override async Task<Proto.VerifyCertificateBatchResponse> VerifyCertificateBatch(Proto.VerifyCertificateBatchRequest request, ServerCallContext context)
    {
        var items = call.ReadItems(request.Items, MostInABatch, i => i.Asker, i => ReadQuestion(i.Certificate ?? new()));
        foreach (var item in items)
            item.Try(() => MustReach(item.Asks!));

        var numbers = await db.NumbersOfEach([.. items.Where(i => i.Refusal is null).Select(i => i.Asks!.WorkerNumber)], context.CancellationToken);
        var held = (await Held([.. numbers.Values.SelectMany(n => n).Distinct()]).ToListAsync(context.CancellationToken)).ToLookup(c => c.WorkerNumber);
        Proto.VerifyCertificateBatchResponse response = new();
        foreach (var item in items)
            response.Answers.Add(Answer(item, numbers, held));
        return response;
    }

    Proto.VerifyCertificateBatchAnswer Answer(BatchItem<CertificateQuestion> item, Dictionary<string, IReadOnlyList<string>> numbers, ILookup<string, Certificate> held)
    {
        if (item.Refusal is { } refusal)
            return new() { Refusal = refusal };

        var asked = item.Asks!;
        var own = numbers[asked.WorkerNumber];
        // The newest first also where the certificates of several numbers come together.
        var certificates = own.Count == 1 ? held[own[0]] : own.SelectMany(n => held[n]).OrderByDescending(c => c.IssuedOn).ThenByDescending(c => c.Id);
        call.Disclose(asked.WorkerNumber, item.Asker, "certificate");
        return new() { Certificate = Answer(asked, certificates.Where(c => asked.Shown is null || c.Id == asked.Shown)) };
    }
}
