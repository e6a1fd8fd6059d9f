using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Registry.Documents;

sealed class DocumentMapping : IEntityTypeConfiguration<Document>
{
    public void Configure(EntityTypeBuilder<Document> document)
    {
        document.ToTable("documents");
        document.Property(d => d.Id).ValueGeneratedNever();
        document.Property(d => d.State).HasConversion<string>();
        document.Property(d => d.Evidence).HasConversion<string>();
        document.HasOne<Document>().WithOne().HasForeignKey<Document>(d => d.Replaces);
    }
}
