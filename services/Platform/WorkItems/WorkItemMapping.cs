using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Platform;

sealed class WorkItemMapping : IEntityTypeConfiguration<WorkItem>
{
    public void Configure(EntityTypeBuilder<WorkItem> item)
    {
        item.ToTable("work_items");
        item.Property(i => i.Id).ValueGeneratedNever();
        item.Property(i => i.State).HasConversion<string>();
        item.Ignore(i => i.Reach);
        item.PrimitiveCollection(i => i.Subjects);
        item.PrimitiveCollection(i => i.Decisions);
        item.Property(i => i.Facts).HasColumnType("jsonb").HasConversion(
            facts => JsonSerializer.Serialize(facts, JsonSerializerOptions.Default),
            text => JsonSerializer.Deserialize<Dictionary<string, string>>(text, JsonSerializerOptions.Default)!,
            new ValueComparer<IReadOnlyDictionary<string, string>>((a, b) => ReferenceEquals(a, b), f => f.Count, f => f));
        item.OwnsMany(i => i.Steps, step =>
        {
            step.ToTable("work_item_steps");
            step.WithOwner().HasForeignKey("WorkItemId");
            step.HasKey("WorkItemId", nameof(WorkItemStep.Number));
            step.Property(s => s.Number).ValueGeneratedNever();
            step.Property(s => s.What).HasConversion<string>();
        });

        // Two officers who decide at once: the second save fails instead of overwriting.
        item.Property<uint>("xmin").IsRowVersion();
    }
}
