using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Gms.SocialSecurity.Memberships;

namespace Gms.SocialSecurity.Contributions;

/// <summary>A complaint in Recruitment about months of a membership that were not paid. Added, never changed: what becomes of it is told there.</summary>
sealed class ArrearsComplaint
{
    public required Guid ComplaintId { get; init; }
    public required Guid MembershipId { get; init; }

    /// <summary>First day of the first month that it names.</summary>
    public required DateOnly FirstMonth { get; init; }

    /// <summary>First day of the last.</summary>
    public required DateOnly LastMonth { get; init; }

    /// <summary>The day in the scheme's country.</summary>
    public required DateOnly OpenedOn { get; init; }
}

sealed class ArrearsComplaintMapping : IEntityTypeConfiguration<ArrearsComplaint>
{
    public void Configure(EntityTypeBuilder<ArrearsComplaint> complaint)
    {
        complaint.ToTable("arrears_complaints").HasKey(c => c.ComplaintId);
        complaint.Property(c => c.ComplaintId).ValueGeneratedNever();
        complaint.HasOne<Membership>().WithMany().HasForeignKey(c => c.MembershipId);
    }
}
