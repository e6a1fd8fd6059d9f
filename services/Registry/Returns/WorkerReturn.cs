using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Registry.Returns;

/// <summary>A worker came back from abroad. Never changed.</summary>
public sealed class WorkerReturn
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required string WorkerNumber { get; init; }

    /// <summary>The country returned to, which holds the record.</summary>
    public required string Country { get; init; }

    public required string ComeFrom { get; init; }

    /// <summary>A code of return_reasons.json.</summary>
    public required string Reason { get; init; }

    public required DateOnly ReturnedOn { get; init; }

    public Guid? DepartureId { get; init; }
}

sealed class WorkerReturnMapping : IEntityTypeConfiguration<WorkerReturn>
{
    public void Configure(EntityTypeBuilder<WorkerReturn> worker)
    {
        worker.ToTable("returns");
        worker.Property(r => r.Id).ValueGeneratedNever();
    }
}
