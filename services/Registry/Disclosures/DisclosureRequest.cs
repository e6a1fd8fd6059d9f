using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Registry.Disclosures;

/// <summary>That an officer asked for a worker's list, and by which request of the worker.</summary>
public sealed class DisclosureRequest
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required string WorkerNumber { get; init; }

    /// <summary>The file number of the worker's request.</summary>
    public required string Reference { get; init; }

    public required string Account { get; init; }

    public required string Organisation { get; init; }

    public required DateTimeOffset AskedAt { get; init; }
}

sealed class DisclosureRequestMapping : IEntityTypeConfiguration<DisclosureRequest>
{
    public void Configure(EntityTypeBuilder<DisclosureRequest> request)
    {
        request.ToTable("disclosure_requests");
        request.Property(r => r.Id).ValueGeneratedNever();
    }
}
