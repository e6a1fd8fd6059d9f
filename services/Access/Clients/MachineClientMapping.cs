using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Access.Clients;

sealed class MachineClientMapping : IEntityTypeConfiguration<MachineClient>
{
    public void Configure(EntityTypeBuilder<MachineClient> client)
    {
        client.ToTable("clients");
        client.Property(c => c.Id).ValueGeneratedNever();
        client.HasOne(c => c.Organisation).WithMany().HasForeignKey(c => c.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        client.Property<uint>("xmin").IsRowVersion();
    }
}
