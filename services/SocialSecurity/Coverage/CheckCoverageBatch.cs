using Gms.Platform;
using Gms.SocialSecurity.Schemes;
using Grpc.Core;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Coverage;

partial class CoverageService
{
    const int MostInABatch = 500;

    public override async Task<Proto.CheckCoverageBatchResponse> CheckCoverageBatch(Proto.CheckCoverageBatchRequest request, ServerCallContext context)
    {
        var items = call.ReadItems(request.Items, MostInABatch, i => i.Asker, i => ReadQuestion(i.Coverage ?? new()));
        foreach (var item in items)
            item.Try(() => call.MustReach(new Reach { Countries = [item.Asks!.Job.Country], Worker = item.Asks.WorkerNumber }, "country"));

        var insured = await records.Of(items.Where(i => i.Refusal is null).Select(i => i.Asks!.WorkerNumber), context.CancellationToken);
        Proto.CheckCoverageBatchResponse response = new();
        foreach (var item in items)
            response.Answers.Add(Answer(item, insured, request.ChecksOnly));
        return response;
    }

    Proto.CheckCoverageBatchAnswer Answer(BatchItem<CoverageQuestion> item, IReadOnlyDictionary<string, IReadOnlyList<Insured>> insured, bool checksOnly)
    {
        if (item.Refusal is { } refusal)
            return new() { Refusal = refusal };

        var (number, job) = item.Asks!;
        var own = insured.GetValueOrDefault(number, []);
        call.DiscloseUnderEach(number, own.Select(i => i.WorkerNumber), "coverage", item.Asker);
        var plan = plans.Of(job, call.Caller.ShownOnly());
        return new() { Coverage = checksOnly ? ChecksOnly(plan, job, own) : Answer(plan, job, own) };
    }
}
