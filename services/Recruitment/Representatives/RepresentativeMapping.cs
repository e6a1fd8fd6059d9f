using Gms.Recruitment.Agencies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Recruitment.Representatives;

sealed class RepresentativeMapping : IEntityTypeConfiguration<Representative>
{
    public void Configure(EntityTypeBuilder<Representative> representative)
    {
        representative.ToTable("agency_representatives");
        representative.Property(r => r.Id).ValueGeneratedNever();
        representative.Property(r => r.Kind).HasConversion<string>();
        representative.Property(r => r.From).HasColumnName("from_day");
        representative.HasOne<Agency>().WithMany().HasForeignKey(r => r.AgencyId).OnDelete(DeleteBehavior.Restrict);
        representative.Property<uint>("xmin").IsRowVersion();
    }
}
