using Gms.Credentials;
using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Verdicts;

partial class VerdictsService
{
    public override async Task<Proto.GetVerdictResponse> GetVerdict(Proto.GetVerdictRequest request, ServerCallContext context)
    {
        var kept = await Find(Read.Id(request.VerdictId, "verdict_id"), context.CancellationToken);

        if (kept.WorkerNumber is { } worker)
            call.Disclose(worker, "recruitment_verdict");
        var text = VerdictText.Parse(SignedCbor.Read(kept.Signed).Payload);
        return new() { Verdict = kept.ToProto(), Checks = { text.Lines.Select(l => l.ToProto()) }, Counts = text.Counts() };
    }
}
