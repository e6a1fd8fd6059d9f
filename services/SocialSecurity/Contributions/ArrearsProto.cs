using Gms.Platform;
using Gms.SocialSecurity.Memberships;
using Proto = Gms.SocialSecurity.V1;
using TypeProto = Gms.Type.V1;

namespace Gms.SocialSecurity.Contributions;

/// <summary>How arrears are shown.</summary>
static class ArrearsProto
{
    public static Proto.ArrearsMonth ToProto(this OwedMonth month)
    {
        TypeProto.Money? Amount(long? minor) => minor is { } m ? new() { Minor = m, Currency = month.Currency } : null;
        return new()
        {
            MembershipId = month.Membership.Id.ToString(),
            SchemeId = month.Membership.Scheme,
            Employer = month.Membership.Employer,
            Month = MembershipProto.Month(month.Month),
            State = (Proto.ArrearsState)month.State,
            Expected = Amount(month.Expected),
            Paid = Amount(month.Paid),
            Missing = Amount(month.Missing),
            DueOn = month.DueOn?.ToProto(),
            Penalty = Amount(month.Penalty),
            Note = month.Note,
            Source = month.Rule?.Evidence.ToProto(),
        };
    }

    public static Proto.ArrearsComplaint ToProto(this ArrearsComplaint complaint) => new()
    {
        ComplaintId = complaint.ComplaintId.ToString(),
        MembershipId = complaint.MembershipId.ToString(),
        FirstMonth = MembershipProto.Month(complaint.FirstMonth),
        LastMonth = MembershipProto.Month(complaint.LastMonth),
        OpenedOn = complaint.OpenedOn.ToProto(),
    };
}
