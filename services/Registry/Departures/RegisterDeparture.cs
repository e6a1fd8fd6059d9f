using System.Security.Cryptography;
using Gms.Platform;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Departures;

partial class DeparturesService
{
    public override async Task<Proto.RegisterDepartureResponse> RegisterDeparture(Proto.RegisterDepartureRequest request, ServerCallContext context)
    {
        var departure = ReadApplication(request);
        call.MustReach(new Reach { Countries = [departure.Origin], Agencies = departure.AgencyId is { } agency ? [agency] : [], Worker = departure.WorkerNumber }, "origin");

        var application = new Application(departure, call);
        var receipt = await applying.Receipts.Receive(application);
        if (receipt.Worker is not { } worker)
            return await AsItStands(receipt.Departure, context.CancellationToken);

        // From here on nothing is lost, also when the caller hangs up; should this process end now, HeldDepartures goes on.
        if (await applying.Decisions.Decide(new ToDecide(application, worker)) is { } decision)
            return new() { Departure = departure.ToProto(decision, ForAgency) };
        return await AsItStands(await db.Departures.AsNoTracking().SingleAsync(d => d.Id == departure.Id, CancellationToken.None), CancellationToken.None);
    }

    Departure ReadApplication(Proto.RegisterDepartureRequest request) => new()
    {
        RequestId = Read.Id(request.RequestId, "request_id"),
        RequestHash = SHA256.HashData(request.ToByteArray()),
        WorkerNumber = Read.WorkerNumber(request.WorkerNumber, "worker_number"),
        ContractId = Read.OptionalId(request.ContractId, "contract_id"),
        AgencyId = call.Caller.Agency,
        ByAgency = call.Caller.Agency is not null,
        Channel = Read.Code(request.Channel, "channel", codes.Corridors.Channels),
        Checkpoint = request.Checkpoint.Length == 0 ? null : Read.Code(request.Checkpoint, "checkpoint", codes.Checkpoints.Codes),
        Origin = Read.Country(request.Origin, "origin"),
        Destination = Read.Country(request.Destination, "destination"),
        PlannedOn = Read.Day(request.PlannedOn, "planned_on"),
        EmploymentType = Read.Code(request.EmploymentType, "employment_type", codes.Lists.EmploymentTypes),
        Account = call.Caller.Account,
        Organisation = call.Caller.Organisation,
        ReceivedAt = clock.GetUtcNow(),
    };

    async Task<Proto.RegisterDepartureResponse> AsItStands(Departure earlier, CancellationToken cancel)
    {
        call.Disclose(earlier.WorkerNumber, "departure");
        return new() { Departure = earlier.ToProto(await Last(earlier, cancel), ForAgency) };
    }
}
