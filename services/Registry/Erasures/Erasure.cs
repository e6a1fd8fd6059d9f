using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Registry.Erasures;

/// <summary>On what legal ground a person's data is erased.</summary>
public enum ErasureGround
{
    WorkerAsked,
    RetentionEnded,
    EnrolledInError,
    Ordered,
}

/// <summary>Where a request stands.</summary>
public enum ErasureState
{
    Requested,
    Approved,
    Rejected,
}

/// <summary>A request to take a person's data away for good, and its decision.</summary>
public sealed class Erasure
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required string WorkerNumber { get; init; }

    /// <summary>The country that holds the worker's record.</summary>
    public required string Country { get; init; }

    public required ErasureGround Ground { get; init; }

    /// <summary>The file number; null when the worker asked by signing in.</summary>
    public string? Reference { get; init; }

    /// <summary>The account that made the request.</summary>
    public required string RequestedBy { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public ErasureState State { get; private set; }

    public string? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public string? Reason { get; private set; }

    public void Decide(bool approve, string officer, string reason, DateTimeOffset now)
    {
        State = approve ? ErasureState.Approved : ErasureState.Rejected;
        (DecidedBy, DecidedAt, Reason) = (officer, now, reason);
    }
}

sealed class ErasureMapping : IEntityTypeConfiguration<Erasure>
{
    public void Configure(EntityTypeBuilder<Erasure> erasure)
    {
        erasure.ToTable("erasures");
        erasure.Property(e => e.Id).ValueGeneratedNever();
        erasure.Property(e => e.Ground).HasConversion<string>();
        erasure.Property(e => e.State).HasConversion<string>();
        erasure.Property<uint>("xmin").IsRowVersion();
    }
}
