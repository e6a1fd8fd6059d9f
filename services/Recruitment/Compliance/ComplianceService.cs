using Gms.Platform;
using Gms.Recruitment.Reference;
using Gms.Recruitment.Verdicts;
using Google.Protobuf.WellKnownTypes;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Compliance;

/// <summary>The calls of protos/gms/recruitment/v1/compliance.proto, one file each in this folder.</summary>
public sealed partial class ComplianceService(Lazy<RecruitmentDb> later, Call call, RecruitmentReference reference, PartyReader parties, TimeProvider clock) : Proto.Compliance.ComplianceBase
{
    /// <summary>Made for the calls that need it: a verdict on an agency is read without.</summary>
    RecruitmentDb Db => later.Value;

    static readonly TimeSpan ClocksDiffer = TimeSpan.FromSeconds(5);

    /// <summary>From here on until it is disposed of, facts are read as they were on record then; as they are when no instant is named.</summary>
    async Task<IAsyncDisposable?> Known(Timestamp? at, CancellationToken cancel) => at is null ? null : await Db.AsKnown(ReadKnownAt(at), cancel);

    static DateTimeOffset ReadKnownAt(Timestamp at)
    {
        if (at.Seconds is < -62135596800 or > 253402300799 || at.Nanos is < 0 or > 999_999_999)
            throw Refuse.Invalid(PlatformProblems.ValueUnknown("known_at", "an instant"));
        // By the clock of the database, which records the facts: the test clock does not move it.
        return at.ToDateTimeOffset() is var instant && instant > TimeProvider.System.GetUtcNow() + ClocksDiffer ? throw Refuse.Invalid(VerdictProblems.VerdictKnownInFuture()) : instant;
    }
}
