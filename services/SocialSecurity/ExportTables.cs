using Gms.Platform;
using Gms.SocialSecurity.Contributions;
using Gms.SocialSecurity.Memberships;

namespace Gms.SocialSecurity;

/// <summary>What can be taken out of SocialSecurity.</summary>
static class ExportTables
{
    public static IReadOnlyList<ExportTable<SocialSecurityDb>> All { get; } = [MembershipExport.Memberships, ContributionExport.Contributions, ArrearsComplaintExport.ArrearsComplaints];
}
