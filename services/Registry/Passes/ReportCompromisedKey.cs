using Gms.Credentials;
using Gms.Platform;
using Gms.Registry.Departures;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Passes;

partial class PassesService
{
    /// <summary>The cause of the reviews that issue passes anew; no event, since it concerns no person.</summary>
    const string Compromised = "gms.registry.pass-key-compromised";

    public override async Task<Proto.ReportCompromisedKeyResponse> ReportCompromisedKey(Proto.ReportCompromisedKeyRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var country = Read.Country(request.Country, "country");
        var id = Read.Text(request.KeyId, "key_id", 16);
        var now = clock.GetUtcNow();
        var since = Read.OptionalInstant(request.Since, "since") ?? now;
        call.MustReach(Reach.Country(country), "country");
        if (since > now)
            throw Refuse.Invalid(PassProblems.PassKeyCompromisedInFuture());
        var known = await db.PassKeys.Where(k => k.Country == country).ToListAsync(cancel);
        var lost = known.Find(k => PassProto.IdOf(k.Trusted.Key) == id) ?? throw Refuse.NotFound(PassProblems.PassKeyNotFound());

        lost.CompromisedSince ??= since;
        lost.RetiredAt = now;
        var current = await keys.Current(country, cancel);
        if (current.Version == lost.Version)
            current = await keys.Rotate(country, now, cancel);
        var affected = await db.Passes.Where(p => p.Country == country && p.KeyVersion == lost.Version && p.RevokedAt == null && p.ExpiresAt > now).Select(p => p.DepartureId).ToArrayAsync(cancel);
        await db.Begin(cancel);
        await db.AskAgain(affected, Compromised, call.RequestId!.Value, cancel);
        return await db.Commit(new Proto.ReportCompromisedKeyResponse { KeyId = PassProto.IdOf(PublicKey.Of(current.Key)), Passes = affected.Length }, cancel);
    }
}
