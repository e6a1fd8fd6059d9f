using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Reintegration.Cases;

sealed class CaseMapping : IEntityTypeConfiguration<Case>
{
    public void Configure(EntityTypeBuilder<Case> opened)
    {
        opened.ToTable("cases");
        opened.Property(c => c.Id).ValueGeneratedNever();
        opened.Property(c => c.From).HasColumnName("left_country");
        opened.Property(c => c.Source).HasConversion<string>();
        opened.Property(c => c.State).HasConversion<string>();
        opened.Property(c => c.Outcome).HasConversion<string>();
        opened.Property(c => c.ConsentForm).HasConversion<string>();
        opened.HasMany(c => c.Signs).WithOne().HasForeignKey("CaseId").IsRequired();
        opened.HasMany(c => c.Reopenings).WithOne().HasForeignKey("CaseId");
        opened.Ignore(c => c.Reach);

        // Two counsellors who change one case at once: the second save fails instead of overwriting.
        opened.Property<uint>("xmin").IsRowVersion();
    }
}
