using Gms.Recruitment.Agencies;
using Gms.Recruitment.Complaints;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Recruitment.Concerns;

sealed class ConcernMapping : IEntityTypeConfiguration<Concern>
{
    public void Configure(EntityTypeBuilder<Concern> concern)
    {
        concern.ToTable("concerns");
        concern.Property(c => c.Id).ValueGeneratedNever();
        concern.Property(c => c.Category).HasConversion<string>();
        concern.Property(c => c.Urgency).HasConversion<string>();
        concern.Property(c => c.State).HasConversion<string>();
        concern.Property(c => c.Outcome).HasConversion<string>();
        concern.Ignore(c => c.Reach);
        concern.HasOne<Agency>().WithMany().HasForeignKey(c => c.AgencyId).OnDelete(DeleteBehavior.Restrict);
        concern.HasOne<Complaint>().WithMany().HasForeignKey(c => c.ComplaintId).OnDelete(DeleteBehavior.Restrict);

        // Two officers who answer at once: the second save fails instead of overwriting.
        concern.Property<uint>("xmin").IsRowVersion();
    }
}
