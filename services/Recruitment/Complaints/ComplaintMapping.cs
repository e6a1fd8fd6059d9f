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
        complaint.Ignore(c => c.Reach);
        complaint.HasOne(c => c.Contract).WithMany().HasForeignKey(c => c.ContractId).OnDelete(DeleteBehavior.Restrict);
        AsJson<Evidence>(complaint.Property(c => c.Evidence));
        AsJson<ContractDifference>(complaint.Property(c => c.Differences));
    }

    static void AsJson<T>(PropertyBuilder<IReadOnlyList<T>> property) => property.HasColumnType("jsonb").HasConversion(
        list => JsonSerializer.Serialize(list, Json),
        text => JsonSerializer.Deserialize<List<T>>(text, Json)!,
        new ValueComparer<IReadOnlyList<T>>((a, b) => ReferenceEquals(a, b), l => l.Count, l => l));
}
