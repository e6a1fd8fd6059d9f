using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Access.Organisations;

sealed class OrganisationMapping : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> organisation)
    {
        organisation.ToTable("organisations");
        organisation.Property(o => o.Id).ValueGeneratedNever();
        organisation.Property(o => o.Kind).HasConversion<string>();
        organisation.Property(o => o.Country).HasMaxLength(2).IsFixedLength();
        organisation.Property<uint>("xmin").IsRowVersion();
    }
}
