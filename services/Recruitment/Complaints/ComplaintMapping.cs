using System.Text.Json;
using Gms.Recruitment.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Recruitment.Complaints;

sealed class ComplaintMapping : IEntityTypeConfiguration<Complaint>
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public void Configure(EntityTypeBuilder<Complaint> complaint)
    {
        complaint.ToTable("complaints");
        complaint.Property(c => c.Id).ValueGeneratedNever();
        complaint.Property(c => c.Category).HasConversion<string>();
        complaint.Property(c => c.Urgency).HasConversion<string>();
        complaint.Property(c => c.State).HasConversion<string>();
        complaint.Property(c => c.ToldBy).HasConversion<string>();
        complaint.Property(c => c.Finding).HasConversion<string>();
        complaint.Property(c => c.Remedy).HasConversion<string>();
        complaint.ComplexProperty(c => c.RemedyAmount, amount =>
        {
            amount.Property(a => a.Minor).HasColumnName("remedy_amount_minor");
            amount.Property(a => a.Currency).HasColumnName("remedy_amount_currency");
        });
        complaint.Ignore(c => c.Reach).Ignore(c => c.IsOver).Ignore(c => c.IsKnownToAgency).Ignore(c => c.StillOwed);
        complaint.HasOne(c => c.Contract).WithMany().HasForeignKey(c => c.ContractId).OnDelete(DeleteBehavior.Restrict);
        complaint.HasOne<Agencies.Agency>().WithMany().HasForeignKey(c => c.AgencyId).OnDelete(DeleteBehavior.Restrict);
        complaint.HasMany(c => c.Entries).WithOne().HasForeignKey(e => e.ComplaintId).OnDelete(DeleteBehavior.Restrict);
        complaint.HasMany(c => c.Remedies).WithOne().HasForeignKey(r => r.ComplaintId).OnDelete(DeleteBehavior.Restrict);
        AsJson<Evidence>(complaint.Property(c => c.Evidence));
        AsJson<ContractDifference>(complaint.Property(c => c.Differences));

        // Two who move one complaint at once: the second save fails instead of overwriting.
        complaint.Property<uint>("xmin").IsRowVersion();
    }

    internal static void AsJson<T>(PropertyBuilder<IReadOnlyList<T>> property) => property.HasColumnType("jsonb").HasConversion(
        list => JsonSerializer.Serialize(list, Json),
        text => JsonSerializer.Deserialize<List<T>>(text, Json)!,
        new ValueComparer<IReadOnlyList<T>>((a, b) => ReferenceEquals(a, b), l => l.Count, l => l));
}

sealed class ComplaintEntryMapping : IEntityTypeConfiguration<ComplaintEntry>
{
    public void Configure(EntityTypeBuilder<ComplaintEntry> entry)
    {
        entry.ToTable("complaint_entries");
        entry.HasKey(e => new { e.ComplaintId, e.Number });
        entry.Property(e => e.Kind).HasConversion<string>();
        entry.Property(e => e.Side).HasConversion<string>();
        entry.Property(e => e.State).HasConversion<string>();
        entry.Property(e => e.Finding).HasConversion<string>();
        ComplaintMapping.AsJson<Evidence>(entry.Property(e => e.Evidence));
    }
}

sealed class RemedyDoneMapping : IEntityTypeConfiguration<RemedyDone>
{
    public void Configure(EntityTypeBuilder<RemedyDone> remedy)
    {
        remedy.ToTable("complaint_remedies");
        remedy.HasKey(r => new { r.ComplaintId, r.Number });
        remedy.Property(r => r.Kind).HasConversion<string>();
        remedy.Property(r => r.Side).HasConversion<string>();
        remedy.ComplexProperty(r => r.Amount, amount =>
        {
            amount.Property(a => a.Minor).HasColumnName("amount_minor");
            amount.Property(a => a.Currency).HasColumnName("amount_currency");
        });
    }
}
