using Gms.Recruitment.Agencies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Recruitment.Licences;

sealed class LicenceApplicationMapping : IEntityTypeConfiguration<LicenceApplication>
{
    public void Configure(EntityTypeBuilder<LicenceApplication> application)
    {
        application.ToTable("licence_applications");
        application.Property(a => a.Id).ValueGeneratedNever();
        application.Property(a => a.Status).HasConversion<string>();
        application.Property(a => a.Reasons).IsJson();
        application.ComplexProperty(a => a.Capital, capital =>
        {
            capital.Property(c => c.Minor).HasColumnName("capital_minor");
            capital.Property(c => c.Currency).HasColumnName("capital_currency");
        });
        application.ComplexProperty(a => a.Deposit, deposit =>
        {
            deposit.Property(d => d.Minor).HasColumnName("deposit_minor");
            deposit.Property(d => d.Currency).HasColumnName("deposit_currency");
        });
        application.HasOne<Agency>().WithMany().HasForeignKey(a => a.AgencyId).OnDelete(DeleteBehavior.Restrict);
        application.HasOne<Licence>().WithMany().HasForeignKey(a => a.RenewsId).OnDelete(DeleteBehavior.Restrict);
        application.HasOne<Licence>().WithMany().HasForeignKey(a => a.LicenceId).OnDelete(DeleteBehavior.Restrict);
        application.Ignore(a => a.Reach);
        application.Ignore(a => a.Version);
        application.Property<uint>("xmin").IsRowVersion();
    }
}
