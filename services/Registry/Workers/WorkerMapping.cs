using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Registry.Workers;

sealed class WorkerMapping : IEntityTypeConfiguration<Worker>
{
    public void Configure(EntityTypeBuilder<Worker> worker)
    {
        worker.ToTable("workers");
        worker.Property(w => w.Id).ValueGeneratedNever();
        worker.Property(w => w.BirthDate).HasConversion(date => date.ToString(), text => PartialDate.Parse(text));
        worker.Property(w => w.Sex).HasConversion<string>();
        worker.OwnsMany(w => w.Names, name =>
        {
            name.ToTable("worker_names");
            name.WithOwner().HasForeignKey("WorkerId");
            name.HasKey("WorkerId", nameof(WorkerName.Position));
            name.Property(n => n.Position).ValueGeneratedNever();
        });
        worker.HasMany(w => w.Documents).WithOne().HasForeignKey("WorkerId").OnDelete(DeleteBehavior.Restrict);

        worker.HasQueryFilter(w => w.ErasedAt == null);

        // Two officers who change one record at once: the second save fails instead of overwriting.
        worker.Property<uint>("xmin").IsRowVersion();
    }
}

sealed class DocumentMapping : IEntityTypeConfiguration<Document>
{
    public void Configure(EntityTypeBuilder<Document> document)
    {
        document.ToTable("documents");
        document.Property(d => d.Id).ValueGeneratedNever();
    }
}
