using Gms.Platform;
using Gms.Registry.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Registry.Duplicates;

/// <summary>A worker as others are compared with: one row each, written with the worker and erased with the worker.</summary>
public sealed class MatchRecord
{
    public required Guid WorkerId { get; init; }

    public required string WorkerNumber { get; init; }

    /// <summary>The holder's.</summary>
    public required string Country { get; init; }

    /// <summary>Folded, a line each: Latn:somphone phommachanh.</summary>
    public required string Names { get; set; }

    public required PartialDate BirthDate { get; set; }

    public required Sex Sex { get; set; }

    public string? Nationality { get; set; }

    public string? Province { get; set; }

    /// <summary>Hashes of how the parts of the father's name sound; empty when not known.</summary>
    public required long[] Father { get; set; }

    public required long[] Mother { get; set; }

    /// <summary>A DocumentMark each.</summary>
    public required long[] Documents { get; set; }

    /// <summary>The first eight bytes of a keyed hash each.</summary>
    public required long[] Contacts { get; set; }

    /// <summary>By which it is found: whoever shares one may be the same person.</summary>
    public required long[] Keys { get; set; }
}

sealed class MatchRecordMapping : IEntityTypeConfiguration<MatchRecord>
{
    public void Configure(EntityTypeBuilder<MatchRecord> record)
    {
        record.ToTable("match_records");
        record.HasKey(r => r.WorkerId);
        record.Property(r => r.WorkerId).ValueGeneratedNever();
        record.HasOne<Worker>().WithOne().HasForeignKey<MatchRecord>(r => r.WorkerId).OnDelete(DeleteBehavior.Restrict);
        record.Property(r => r.BirthDate).HasConversion(date => date.ToString(), text => PartialDate.Parse(text));
        record.Property(r => r.Sex).HasConversion<string>();
    }
}
