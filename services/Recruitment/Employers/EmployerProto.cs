using Gms.Platform;
using Google.Protobuf.WellKnownTypes;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Employers;

/// <summary>How an employer's standing is shown.</summary>
static class EmployerProto
{
    public static Proto.EmployerStanding ToProto(this EmployerStanding? standing) => standing is { } known ? ToProto(known) : Proto.EmployerStanding.Unspecified;

    static Proto.EmployerStanding ToProto(EmployerStanding standing) => standing switch
    {
        EmployerStanding.Accredited => Proto.EmployerStanding.Accredited,
        EmployerStanding.Suspended => Proto.EmployerStanding.Suspended,
        EmployerStanding.Withdrawn => Proto.EmployerStanding.Withdrawn,
        EmployerStanding.Expired => Proto.EmployerStanding.Expired,
    };

    /// <summary>Why is for offices: an agency sees that the employer is stopped, and asks.</summary>
    public static Proto.EmployerStandingChange ToProto(this StandingChange change, bool withReason) => new()
    {
        Standing = ToProto(change.Standing),
        From = change.From.ToProto(),
        LastDay = change.LastDay?.ToProto(),
        Reference = change.Reference ?? "",
        Reason = withReason ? change.Reason ?? "" : "",
        RecordedAt = change.RecordedAt.ToTimestamp(),
    };
}
