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
        worker.Ignore(w => w.NationalityStatus);
        worker.Property(w => w.Languages).HasColumnType("character varying(35)[]");
        worker.Property(w => w.NoDocumentReason).HasConversion<string>();
        worker.HasMany(w => w.Documents).WithOne().HasForeignKey("WorkerId").IsRequired().OnDelete(DeleteBehavior.Restrict);
        worker.HasMany(w => w.Contacts).WithOne().HasForeignKey("WorkerId").IsRequired();
        worker.HasMany(w => w.Relatives).WithOne().HasForeignKey("WorkerId").IsRequired();

        worker.HasQueryFilter(w => w.ErasedAt == null);

        // Two officers who change one record at once: the second save fails instead of overwriting.
        worker.Property<uint>("xmin").IsRowVersion();
    }
}

sealed class WorkerContactMapping : IEntityTypeConfiguration<WorkerContact>
{
    public void Configure(EntityTypeBuilder<WorkerContact> contact)
    {
        contact.ToTable("worker_contacts");
        contact.Property(c => c.Id).ValueGeneratedNever();
        contact.Property(c => c.Kind).HasConversion<string>();
    }
}

sealed class WorkerRelativeMapping : IEntityTypeConfiguration<WorkerRelative>
{
    public void Configure(EntityTypeBuilder<WorkerRelative> relative)
    {
        relative.ToTable("worker_relatives");
        relative.Property(r => r.Id).ValueGeneratedNever();
        relative.Property(r => r.Part).HasConversion<string>();
        relative.Property(r => r.Relation).HasConversion<string>();
        // Known here so that the earlier contact is deleted before the next one is inserted.
        relative.HasIndex("WorkerId").IsUnique().HasFilter("part = 'EmergencyContact'");
    }
}
