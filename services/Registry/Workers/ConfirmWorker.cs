using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Workers;

partial class WorkersService
{
    public override async Task<Proto.ConfirmWorkerResponse> ConfirmWorker(Proto.ConfirmWorkerRequest request, ServerCallContext context)
    {
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var survivor = await db.SurvivorOf(number, context.CancellationToken);
        var worker = await db.Workers.AsNoTracking().Where(w => w.WorkerNumber == survivor)
            .Select(w => new { w.WorkerNumber, w.Country, w.BirthDate, w.Sex }).SingleOrDefaultAsync(context.CancellationToken);
        if (!call.Reaches(new() { Countries = worker is null ? [] : [worker.Country], Worker = number }) || worker is null)
            return new() { Exists = false };

        call.Disclose(worker.WorkerNumber, "birth_date", "sex");
        return new()
        {
            Exists = true,
            WorkerNumber = worker.WorkerNumber,
            Country = worker.Country,
            BirthDate = worker.BirthDate.ToProto(),
            Sex = worker.Sex.ToString().ToLowerInvariant(),
        };
    }
}
