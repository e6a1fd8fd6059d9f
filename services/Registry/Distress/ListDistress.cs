using Gms.Platform;
using Gms.Registry.Workers;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Distress;

partial class DistressService
{
    public override async Task<Proto.ListDistressResponse> ListDistress(Proto.ListDistressRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var (size, after) = (Read.PageSize(request.PageSize), Read.PageToken(request.PageToken) ?? Guid.Empty);
        var numbers = await db.NumbersOf(number, cancel);
        var workers = await db.Workers.AsNoTracking().Where(w => numbers.Contains(w.WorkerNumber)).ToDictionaryAsync(w => w.WorkerNumber, cancel);
        if (workers.Count == 0)
            throw Refuse.NotFound(Problems.WorkerNotFound());

        // A worker has few cases: those outside the caller's reach are left out here.
        var cases = await db.Set<DistressCase>().AsNoTracking().Where(c => numbers.Contains(c.WorkerNumber) && c.Id > after).OrderBy(c => c.Id).Take(size).ToListAsync(cancel);
        var shown = cases.Where(c => call.Reaches(c.Reach)).ToList();
        if (shown.Count == 0)
            call.MustReach(new() { Countries = [.. workers.Values.Select(w => w.Country)], Worker = number }, Problems.WorkerNotFound());

        call.Disclose(number, "distress");
        return new() { Cases = { shown.Select(c => ToProto(c, workers.GetValueOrDefault(c.WorkerNumber))) }, NextPageToken = cases.Count == size ? cases[^1].Id.NextPageToken() : "" };
    }

    /// <param name="held">The case.</param>
    /// <param name="worker">Null when the record was erased: the case stays, without its words.</param>
    Proto.DistressCase ToProto(DistressCase held, Worker? worker) => new()
    {
        CaseId = held.Id.ToString(),
        WorkerNumber = held.WorkerNumber,
        Kind = held.Kind,
        Country = held.Country,
        Origin = held.Origin,
        ToldBy = held.ToldBy switch
        {
            DistressTeller.Worker => Proto.DistressTeller.Worker,
            DistressTeller.Family => Proto.DistressTeller.Family,
            DistressTeller.CivilSociety => Proto.DistressTeller.CivilSociety,
            DistressTeller.Officer => Proto.DistressTeller.Officer,
        },
        Words = worker is null ? "" : keys.Open(worker.PersonKey, worker.Id).Decrypt(held.WordsEncrypted, held.Id) ?? "",
        State = held.State switch
        {
            DistressState.Raised => Proto.DistressState.Raised,
            DistressState.Reached => Proto.DistressState.Reached,
            DistressState.Closed => Proto.DistressState.Closed,
        },
        Outcome = held.Outcome ?? "",
        RaisedAt = held.RaisedAt.ToTimestamp(),
        AnswerBy = held.AnswerBy.ToTimestamp(),
        ReachBy = held.ReachBy.ToTimestamp(),
    };
}
