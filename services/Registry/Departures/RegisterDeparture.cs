using System.Security.Cryptography;
using Gms.Platform;
using Gms.Type.V1;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Departures;

partial class DeparturesService
{
    public override async Task<Proto.RegisterDepartureResponse> RegisterDeparture(Proto.RegisterDepartureRequest request, ServerCallContext context)
    {
        var departure = ReadApplication(request);
        call.MustReach(new Reach { Countries = [departure.Origin], Agencies = departure.AgencyId is { } agency ? [agency] : [], Worker = departure.WorkerNumber }, "origin");

        var worker = await db.OnRecord(departure.WorkerNumber, context.CancellationToken) ?? throw Refuse.NotFound(Problems.DepartureWorkerUnknown());
        if (await Earlier(departure, context.CancellationToken) is { } earlier)
            return await AsItStands(earlier, context.CancellationToken);
        Refuse.IfInvalid(DepartureRules.ToReceive(departure, clock.TodayIn(departure.Origin)));

        if (!await Receive(departure, context.CancellationToken))
            return await AsItStands((await Earlier(departure, context.CancellationToken))!, context.CancellationToken);

        // From here on nothing is lost, also when the caller hangs up; should this process end now, HeldDepartures goes on.
        var decision = await clearing.Decide(departure, worker, peer => peers.To(peer, Purpose.DepartureClearance), CancellationToken.None);
        return new() { Departure = departure.ToProto(decision) };
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

    /// <summary>The departure registered before under the same request_id; refuses when that was another request.</summary>
    async Task<Departure?> Earlier(Departure departure, CancellationToken cancel)
    {
        var earlier = await db.Departures.AsNoTracking().SingleOrDefaultAsync(d => d.RequestId == departure.RequestId, cancel);
        return earlier is null || (earlier.Account == departure.Account && earlier.RequestHash.AsSpan().SequenceEqual(departure.RequestHash))
            ? earlier
            : throw Refuse.Invalid(PlatformProblems.RequestIdReused());
    }

    /// <summary>
    /// Writes the receipt in a transaction of its own. It keeps no answer, since a repeat is answered with the departure as it stands then.
    /// False when the same request ran twice at once and the other was first.
    /// </summary>
    async Task<bool> Receive(Departure departure, CancellationToken cancel)
    {
        db.Departures.Add(departure);
        try
        {
            await db.Commit(cancel);
            return true;
        }
        catch (DbUpdateException clash) when (clash.InnerException is PostgresException { ConstraintName: "departures_request_once" })
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    async Task<Proto.RegisterDepartureResponse> AsItStands(Departure earlier, CancellationToken cancel)
    {
        call.Disclose(earlier.WorkerNumber, "departure");
        return new() { Departure = earlier.ToProto(await Last(earlier, cancel)) };
    }
}
