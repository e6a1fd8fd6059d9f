using Gms.Platform;
using Gms.Type.V1;
using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Departures;

/// <summary>What an officer decides.</summary>
enum OfficerDecision
{
    Clear,
    Refuse,
}

partial class DeparturesService
{
    public override async Task<Proto.DecideHeldResponse> DecideHeld(Proto.DecideHeldRequest request, ServerCallContext context)
    {
        var decision = Read.Value<Proto.OfficerDecision, OfficerDecision>(request.Decision, "decision");
        var reason = Read.Lines(request.Reason, "reason", 500);
        var departure = await Find(Read.Id(request.DepartureId, "departure_id"), context.CancellationToken);
        call.MustReach(Platform.Reach.Country(departure.Origin), "departure_id");

        Refuse.IfAny(DepartureRules.ToDecideByOfficer(departure, call.Caller.Account));

        var last = await Last(departure, context.CancellationToken);
        var taken = departure.Take(decision == OfficerDecision.Clear, reason, call.Caller.Account, call.Caller.Organisation, last!.Findings, clock.GetUtcNow());
        db.DepartureDecisions.Add(taken);
        if (departure.Status == DepartureStatus.Cleared)    // employer and contract are asked for anew, and left out of the pass when Recruitment does not answer
        {
            var contract = DepartureFacts.Own(departure, await PartFacts.Contract(departure, peer => peers.To(peer, Purpose.DepartureClearance), context.CancellationToken));
            departure.Under(DepartureFacts.IdOf(contract?.AgencyId), DepartureFacts.IdOf(contract?.EmployerId));
            await passes.Issue(departure, taken.Findings, contract, context.CancellationToken);
        }
        db.Publish(DepartureEvents.Decided(departure, taken));
        call.Disclose(departure.WorkerNumber, "departure");
        return await db.Commit(new Proto.DecideHeldResponse { DepartureId = departure.Id.ToString(), Status = departure.Status.ToProto() }, context.CancellationToken);
    }
}
