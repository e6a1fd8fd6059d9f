using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Departures;

partial class DeparturesService
{
    const int MostWorkers = 500;

    public override async Task<Proto.ListOpenDeparturesResponse> ListOpenDepartures(Proto.ListOpenDeparturesRequest request, ServerCallContext context)
    {
        if (request.WorkerNumbers.Count is 0 or > MostWorkers)
            throw Refuse.Invalid(PlatformProblems.BatchSize(MostWorkers));
        string[] asked = [.. request.WorkerNumbers.Select((n, i) => Read.WorkerNumber(n, $"worker_numbers[{i}]"))];
        foreach (var number in asked)
            call.MustReach(new Reach { Worker = number }, "worker_numbers");
        var numbers = (await db.NumbersOfEach(asked, context.CancellationToken)).Values.SelectMany(n => n).Distinct().ToArray();

        var open = await db.Departures.AsNoTracking().StillToCome(db, clock.GetUtcNow()).Where(d => numbers.Contains(d.WorkerNumber))
            .OrderBy(d => d.PlannedOn).ThenBy(d => d.Id).ToListAsync(context.CancellationToken);

        foreach (var departure in open)
            call.Disclose(departure.WorkerNumber, "departure");
        return new()
        {
            Departures =
            {
                open.Select(d => new Proto.OpenDeparture { DepartureId = d.Id.ToString(), WorkerNumber = d.WorkerNumber, Origin = d.Origin, Destination = d.Destination, PlannedOn = d.PlannedOn.ToProto() }),
            },
        };
    }
}
