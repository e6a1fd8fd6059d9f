using Gms.Platform;
using Gms.Registry.Merges;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Workers;

partial class WorkersService
{
    public override async Task<Proto.GetWorkerResponse> GetWorker(Proto.GetWorkerRequest request, ServerCallContext context)
    {
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var numbers = await db.NumbersOf(number, context.CancellationToken);
        var shown = numbers.Count == 1
            ? (await Find(number, context.CancellationToken)).ToProto(cipher)
            : await Merged(number, numbers, context.CancellationToken);

        foreach (var told in shown.Absorbed.Select(a => a.WorkerNumber).Prepend(shown.WorkerNumber))
            call.Disclose(told, "names", "birth_date", "sex", "nationality", "province", "documents");
        return shown;
    }

    /// <summary>The survivor's record with those that merges absorbed beside it. Each holder of one of them sees all.</summary>
    async Task<Proto.GetWorkerResponse> Merged(string number, IReadOnlyList<string> numbers, CancellationToken cancel)
    {
        var records = await db.Workers.AsNoTracking().Include(w => w.Documents).AsSplitQuery().Where(w => numbers.Contains(w.WorkerNumber)).OrderBy(w => w.Id).ToListAsync(cancel);
        call.MustReach(new() { Countries = [.. records.Select(r => r.Country)], Worker = number }, Problems.WorkerNotFound());
        var merges = await db.Merges.AsNoTracking().Where(m => m.State == MergeState.Effective && numbers.Contains(m.Absorbed)).ToDictionaryAsync(m => m.Absorbed, m => m.Id, cancel);

        // One is left that nothing absorbed; were they parted between the reads, it is the one that was asked for.
        var shown = records.OrderByDescending(r => r.WorkerNumber == number).First(r => !merges.ContainsKey(r.WorkerNumber)).ToProto(cipher);
        shown.Absorbed.Add(records.Where(r => merges.ContainsKey(r.WorkerNumber)).Select(r => r.ToAbsorbed(merges[r.WorkerNumber], cipher)));
        return shown;
    }
}
