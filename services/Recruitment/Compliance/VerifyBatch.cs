using Gms.Platform;
using Gms.Recruitment.Contracts;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Compliance;

partial class ComplianceService
{
    const int MostInABatch = 200;

    public override async Task<Proto.VerifyBatchResponse> VerifyBatch(Proto.VerifyBatchRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var items = call.ReadItems(request.Items, MostInABatch, i => i.Asker, i => RecruitmentQuestion.Of(i.Recruitment ?? new()));

        var numbers = await Db.NumbersOfEach([.. items.Where(i => i.Refusal is null).Select(i => i.Asks!.WorkerNumber)], cancel);
        var all = await ChosenContract.Under(Db, [.. numbers.Values.SelectMany(n => n).Distinct()]).ToListAsync(cancel);
        var under = all.ToLookup(c => c.WorkerNumber);
        var chosen = items.ConvertAll(item =>
        {
            ChosenContract? contract = null;
            item.Try(() => contract = ChosenContract.Of(call, clock, item.Asks!, numbers[item.Asks!.WorkerNumber].SelectMany(n => under[n])));
            return contract;
        });
        var records = await RecruitmentRecords.Of(Db, [.. chosen.Select(c => c?.ContractId).OfType<Guid>().Distinct()], cancel);

        Proto.VerifyBatchResponse response = new();
        foreach (var (item, contract) in items.Zip(chosen))
            response.Answers.Add(item.Refusal is { } refusal ? new() { Refusal = refusal } : new Proto.VerifyBatchAnswer { Verdict = Answer(item.Asks!, contract!, records, item.Asker) });
        return response;
    }
}
