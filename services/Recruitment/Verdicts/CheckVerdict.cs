using Gms.Platform;
using Gms.Recruitment.Compliance;
using Grpc.Core;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Verdicts;

partial class VerdictsService
{
    const int MostBytes = 256 * 1024;

    public override async Task<Proto.CheckVerdictResponse> CheckVerdict(Proto.CheckVerdictRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        if (request.VerdictId.Length == 0 && (request.Signed.Length == 0 || request.Signed.Length > MostBytes))
            throw Refuse.Invalid(VerdictProblems.VerdictNothingToCheck());
        var signed = request.VerdictId.Length > 0 ? (await Find(Read.Id(request.VerdictId, "verdict_id"), cancel)).Signed : request.Signed.ToByteArray();

        if (await signer.Open(signed, cancel) is not { } text)
            return new() { Signature = Proto.SignatureState.NotOurs };

        if (text.WorkerNumber is { } worker)
            call.Disclose(worker, "recruitment_verdict");
        return new()
        {
            Signature = Proto.SignatureState.Valid,
            Kind = text.Kind.ToProto(),
            SubjectId = text.Subject.ToString(),
            Country = text.Country,
            AsOf = text.AsOf.ToProto(),
            VerifiedAt = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(text.VerifiedAt),
            Checks = { text.Lines.Select(l => l.ToProto()) },
            Counts = text.Counts(),
            RulesChanged = text.Rules != reference.Digest,
            Differs = { await Differences(text, cancel) },
        };
    }

    /// <summary>Makes the verdict again from the facts as they were on record at its moment: the codes of the checks that come out otherwise now.</summary>
    async Task<IEnumerable<string>> Differences(VerdictText text, CancellationToken cancel)
    {
        await using var known = await db.AsKnown(text.Snapshot, cancel);
        var again = (await Weigh(VerdictSubject.Of(text), cancel) ?? []).Select(VerdictLine.Of).ToDictionary(l => l.Code);
        return text.Lines.Where(l => again.GetValueOrDefault(l.Code) != l).Select(l => l.Code);
    }
}
