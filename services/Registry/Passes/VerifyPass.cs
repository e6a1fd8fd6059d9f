using Gms.Credentials;
using Gms.Platform;
using Gms.Registry.Crossings;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Passes;

partial class PassesService
{
    public override async Task<Proto.VerifyPassResponse> VerifyPass(Proto.VerifyPassRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        if (request.Text.Length > PassText.MostCharacters)
            throw Refuse.Invalid(PassProblems.PassTextTooLong(PassText.MostCharacters));
        var text = Read.Text(request.Text, "text", PassText.MostCharacters);
        var trust = await lists.Trust(cancel);
        var now = clock.GetUtcNow();

        if (new PassCheck(trust).Check(text, now) is { Pass: null } refused)
        {
            call.Reaches(new());    // nobody's record: nothing of it is shown
            return Said(refused.Code, VerdictWords.Of(refused), null);
        }
        return await OnRecord(text, trust, now, cancel);
    }

    /// <summary>A genuine signature; what the record says of the pass comes before what any list says.</summary>
    async Task<Proto.VerifyPassResponse> OnRecord(string text, TrustList trust, DateTimeOffset now, CancellationToken cancel)
    {
        var shown = new PassCheck(trust).Check(text, now).Pass!;
        call.MustReach(Reach.Country(shown.Origin, shown.Destination), PassProblems.PassNotFound("text"));
        var pass = await db.Passes.AsNoTracking().SingleOrDefaultAsync(p => p.Id == shown.PassId, cancel);
        if (pass is null)
            return Said("PASS_NOT_ON_RECORD", PassProblems.PassNotOnRecord(), now);

        var list = new StatusList(pass.StatusUri, pass.RevokedAt is null ? [] : [pass.StatusIndex], now, now.AddMinutes(1));
        var verdict = new PassCheck(trust, pass.Country, list).Check(text, now);
        var answer = Said(verdict.Code, VerdictWords.Of(verdict), now);
        answer.Pass = shown.ToProto();
        answer.DepartureId = pass.DepartureId.ToString();
        answer.Exits = await db.Crossings.CountAsync(c => c.DepartureId == pass.DepartureId && c.Kind == CrossingKind.Exit, cancel);
        call.Disclose(pass.WorkerNumber, "pass");
        return answer;
    }

    static Proto.VerifyPassResponse Said(string code, Problem? problem, DateTimeOffset? asOf) => new()
    {
        Verdict = code,
        Message = problem?.Message ?? "The pass is valid. Compare it with the paper.",
        Remedy = problem?.Remedy ?? "",
        AsOf = asOf?.ToTimestamp(),
    };
}
