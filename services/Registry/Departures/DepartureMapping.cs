using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Registry.Departures;

sealed class DepartureMapping : IEntityTypeConfiguration<Departure>
{
    public void Configure(EntityTypeBuilder<Departure> departure)
    {
        departure.ToTable("departures");
        departure.Property(d => d.Id).ValueGeneratedNever();
        departure.Property(d => d.Status).HasConversion<string>();

        // The real time of the receipt, set by the database, whatever clock the call ran on.
        departure.Property<DateTimeOffset>("RecordedAt").ValueGeneratedOnAdd();

        // An officer and the timer decide at once: the second save fails instead of overwriting.
        departure.Property<uint>("xmin").IsRowVersion();
    }
}

sealed class DepartureDecisionMapping : IEntityTypeConfiguration<DepartureDecision>
{
    public void Configure(EntityTypeBuilder<DepartureDecision> decision)
    {
        decision.ToTable("departure_decisions");
        decision.HasKey(d => new { d.DepartureId, d.Version });
        decision.Property(d => d.Version).ValueGeneratedNever();
        decision.Property(d => d.Status).HasConversion<string>();
        decision.HasOne<Departure>().WithMany().HasForeignKey(d => d.DepartureId).OnDelete(DeleteBehavior.Restrict);
        decision.Property(d => d.Findings).HasColumnType("jsonb").HasConversion(
            findings => JsonSerializer.Serialize(findings, FindingsJson.Default.IReadOnlyListFinding),
            text => JsonSerializer.Deserialize(text, FindingsJson.Default.IReadOnlyListFinding)!,
            new ValueComparer<IReadOnlyList<Finding>>((a, b) => ReferenceEquals(a, b), f => f.Count, f => f));
    }
}

/// <summary>How findings are kept: written for each decision, so by generated code.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<Finding>))]
sealed partial class FindingsJson : JsonSerializerContext;
