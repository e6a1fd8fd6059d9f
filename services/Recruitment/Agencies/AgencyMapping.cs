using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Recruitment.Agencies;

sealed class AgencyMapping : IEntityTypeConfiguration<Agency>
{
    public void Configure(EntityTypeBuilder<Agency> agency)
    {
        agency.ToTable("agencies");
        agency.Property(a => a.Id).ValueGeneratedNever();
        agency.HasMany(a => a.Licences).WithOne().HasForeignKey(l => l.AgencyId).OnDelete(DeleteBehavior.Restrict);

        // Two officers who change one agency at once: the second save fails instead of overwriting.
        agency.Property<uint>("xmin").IsRowVersion();
    }
}

sealed class LicenceMapping : IEntityTypeConfiguration<Licence>
{
    public void Configure(EntityTypeBuilder<Licence> licence)
    {
        licence.ToTable("licences");
        licence.Property(l => l.Id).ValueGeneratedNever();
        licence.ComplexProperty(l => l.Deposit, deposit =>
        {
            deposit.Property(d => d.Minor).HasColumnName("deposit_minor");
            deposit.Property(d => d.Currency).HasColumnName("deposit_currency");
        });
        licence.HasMany(l => l.Suspensions).WithOne().HasForeignKey(s => s.LicenceId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class SuspensionMapping : IEntityTypeConfiguration<Suspension>
{
    public void Configure(EntityTypeBuilder<Suspension> suspension)
    {
        suspension.ToTable("licence_suspensions");
        suspension.Property(s => s.Id).ValueGeneratedNever();
        suspension.Property(s => s.From).HasColumnName("from_day");
        suspension.Property(s => s.Until).HasColumnName("until_day");
    }
}
