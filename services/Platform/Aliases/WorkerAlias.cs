using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Platform;

/// <summary>
/// One merge as this service knows it: two worker numbers that are one person. Rows keep the number that they were made under; who reads by worker number
/// asks <see cref="Aliases.NumbersOf"/> first.
/// </summary>
public sealed class WorkerAlias
{
    public required Guid MergeId { get; init; }

    /// <summary>The number that was absorbed.</summary>
    public required string Number { get; init; }

    public required string Survivor { get; init; }

    /// <summary>1, 2, 3 … each time the number is absorbed again; only the last counts.</summary>
    public required int Turn { get; init; }

    public required DateTimeOffset Since { get; init; }

    /// <summary>When it was undone; null while it holds.</summary>
    public DateTimeOffset? Until { get; init; }

    public required long Version { get; init; }

    /// <summary>The real time at which this service learned it.</summary>
    public DateTimeOffset RecordedAt { get; init; }
}

sealed class WorkerAliasMapping : IEntityTypeConfiguration<WorkerAlias>
{
    public void Configure(EntityTypeBuilder<WorkerAlias> alias)
    {
        alias.ToTable("worker_aliases");
        alias.HasKey(a => a.MergeId);
        alias.Property(a => a.MergeId).ValueGeneratedNever();
        alias.Property(a => a.RecordedAt).ValueGeneratedOnAdd();
    }
}
