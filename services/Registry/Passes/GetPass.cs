using Gms.Platform;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Passes;

partial class PassesService
{
    public override async Task<Proto.GetPassResponse> GetPass(Proto.GetPassRequest request, ServerCallContext context)
    {
        var departure = await DepartureOf(Read.Id(request.DepartureId, "departure_id"), context.CancellationToken);
        var pass = await db.Passes.AsNoTracking().Where(p => p.DepartureId == departure.Id)
            .OrderBy(p => p.RevokedAt != null).ThenByDescending(p => p.Id).FirstOrDefaultAsync(context.CancellationToken) ?? throw Refuse.NotFound(PassProblems.PassNotFound("departure_id"));
        var text = await texts.Of(pass, context.CancellationToken) ?? throw Refuse.NotNow(Problems.WorkerErased());

        call.Disclose(pass.WorkerNumber, "pass");
        return new()
        {
            PassId = pass.Id.ToString(),
            DepartureId = departure.Id.ToString(),
            Text = text,
            Picture = QrPicture.Draw(text, request.Picture),
            NotBefore = pass.NotBefore.ToTimestamp(),
            ExpiresAt = pass.ExpiresAt.ToTimestamp(),
            RevokedAt = pass.RevokedAt?.ToTimestamp(),
            RevocationReason = pass.RevocationReason.ToProto(),
            RevocationNote = pass.RevocationNote ?? "",
        };
    }
}
