using Proto = Gms.Registry.V1;

namespace Gms.Registry.Duplicates;

/// <summary>How a candidate is told.</summary>
static class CandidateProto
{
    public static Proto.DuplicateCandidate ToProto(this Candidate candidate) => new()
    {
        WorkerNumber = candidate.WorkerNumber,
        Country = candidate.Country,
        Score = candidate.Score,
        Verdict = candidate.Verdict is Verdict.Probable ? Proto.DuplicateVerdict.Probable : Proto.DuplicateVerdict.Possible,
        Reasons = { candidate.Reasons.Select(r => new Proto.DuplicateReason { Code = Enum.Parse<Proto.DuplicateReasonCode>(r.Code.ToString()), Weight = Math.Round(r.Bits, 2) }) },
    };
}
