using Gms.Platform;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Verdicts;

/// <summary>How kept verdicts are shown.</summary>
static class VerdictProto
{
    public static Proto.VerdictCounts Counts(this KeptVerdict kept) => new() { Pass = kept.Pass, Fail = kept.Fail, Unknown = kept.Unknown, NotApplicable = kept.NotApplicable };

    public static Proto.KeptVerdict ToProto(this KeptVerdict kept) => new()
    {
        VerdictId = kept.Id.ToString(),
        Kind = kept.Kind.ToProto(),
        SubjectId = kept.SubjectId.ToString(),
        WorkerNumber = kept.WorkerNumber ?? "",
        Country = kept.Country,
        AsOf = kept.AsOf.ToProto(),
        Counts = kept.Counts(),
        KeptFor = kept.KeptFor,
        AgencyId = kept.AgencyId?.ToString() ?? "",
        KeptAt = kept.KeptAt.ToTimestamp(),
        Signed = ByteString.CopyFrom(kept.Signed),
    };

    public static Proto.VerdictKind ToProto(this VerdictKind kind) => kind switch
    {
        VerdictKind.Recruitment => Proto.VerdictKind.Recruitment,
        VerdictKind.Agency => Proto.VerdictKind.Agency,
        VerdictKind.Employer => Proto.VerdictKind.Employer,
    };

    /// <summary>How many lines came out how, the decisive ones apart.</summary>
    public static Proto.VerdictCounts Counts(this VerdictText text) => Compliance.ComplianceService.Count([.. text.Lines.Select(l => l.ToProto())]);
}
