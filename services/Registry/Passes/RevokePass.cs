using Gms.Platform;
using Gms.Registry.Crossings;
using Gms.Registry.Departures;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Passes;

partial class PassesService
{
    public override async Task<Proto.RevokePassResponse> RevokePass(Proto.RevokePassRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var reason = Read.Text(request.Reason, "reason", 500);
        var id = Read.Id(request.PassId, "pass_id");
        var pass = await db.Passes.SingleOrDefaultAsync(p => p.Id == id, cancel) ?? throw Refuse.NotFound(PassProblems.PassNotFound("pass_id"));
        call.MustReach(Reach.Country(pass.Country), PassProblems.PassNotFound("pass_id"));
        var departure = await db.Departures.SingleAsync(d => d.Id == pass.DepartureId, cancel);

        if (pass.RevokedAt is not null)
            throw Refuse.NotNow(PassProblems.PassRevokedAlready());

        pass.Revoke(RevocationReason.ByOfficer, clock.GetUtcNow(), call.Caller.Account, reason);
        db.Publish(PassEvents.Revoked(pass, departure));
        if (departure.Status == DepartureStatus.Cleared && !await db.Crossings.AnyAsync(c => c.DepartureId == departure.Id && c.Kind == CrossingKind.Exit, cancel))
            await Hold(departure, reason, cancel);
        call.Disclose(pass.WorkerNumber, "pass");
        return await db.Commit(new Proto.RevokePassResponse { PassId = pass.Id.ToString(), RevokedAt = pass.RevokedAt!.Value.ToTimestamp() }, cancel);
    }

    async Task Hold(Departure departure, string reason, CancellationToken cancel)
    {
        var last = await db.DepartureDecisions.AsNoTracking().SingleAsync(d => d.DepartureId == departure.Id && d.Version == departure.Version, cancel);
        var held = departure.Hold(reason, call.Caller.Account, call.Caller.Organisation, last.Findings, clock.GetUtcNow());
        db.DepartureDecisions.Add(held);
        db.Publish(DepartureEvents.Decided(departure, held));
    }
}
