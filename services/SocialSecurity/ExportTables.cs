using Gms.Platform;
using Gms.SocialSecurity.Contributions;
using Gms.SocialSecurity.Memberships;
using Gms.SocialSecurity.Portability;

namespace Gms.SocialSecurity;

/// <summary>What can be taken out of SocialSecurity.</summary>
static class ExportTables
{
    public static IReadOnlyList<ExportTable<SocialSecurityDb>> All { get; } = [MembershipExport.Memberships, ContributionExport.Contributions, ArrearsComplaintExport.ArrearsComplaints, PortabilityExport.Payments, PortabilityExport.Certificates];
}
