using System.Text.Json;
using System.Text.Json.Serialization;
using Gms.Registry.Departures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Registry.Stays;

/// <summary>What changed during a stay.</summary>
public enum StayChangeKind
{
    Extension,
    Employer,
}

/// <summary>A change during a stay abroad, with what the rules said then. Held by the country of work; never changed.</summary>
public sealed class StayChange
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required StayChangeKind Kind { get; init; }

    public required string WorkerNumber { get; init; }

    public required Guid DepartureId { get; init; }

    /// <summary>The country of work, which holds the record.</summary>
    public required string Country { get; init; }

    /// <summary>The last day allowed by an extension.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The new contract.</summary>
    public Guid? ContractId { get; init; }

    public required DateOnly EffectiveOn { get; init; }

    public required IReadOnlyList<Finding> Findings { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}

sealed class StayChangeMapping : IEntityTypeConfiguration<StayChange>
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() }, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public void Configure(EntityTypeBuilder<StayChange> change)
    {
        change.ToTable("stay_changes");
        change.Property(c => c.Id).ValueGeneratedNever();
        change.Property(c => c.Kind).HasConversion<string>();
        change.HasOne<Departure>().WithMany().HasForeignKey(c => c.DepartureId).OnDelete(DeleteBehavior.Restrict);
        change.Property(c => c.Findings).HasColumnType("jsonb").HasConversion(
            findings => JsonSerializer.Serialize(findings, Json),
            text => JsonSerializer.Deserialize<List<Finding>>(text, Json)!,
            new ValueComparer<IReadOnlyList<Finding>>((a, b) => ReferenceEquals(a, b), f => f.Count, f => f));
    }
}
