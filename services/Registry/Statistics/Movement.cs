using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Registry.Statistics;

/// <summary>What is counted.</summary>
public enum FlowMeasure
{
    /// <summary>Exits from the country of origin.</summary>
    Departures,

    /// <summary>Arrivals in another country.</summary>
    Arrivals,

    /// <summary>Exits from that country.</summary>
    Leavings,

    /// <summary>Arrivals in the country of origin.</summary>
    Homecomings,

    /// <summary>Returns recorded with their reason.</summary>
    Returns,

    /// <summary>Began to be in another country.</summary>
    StockIn,

    /// <summary>Ceased to be there.</summary>
    StockOut,
}

/// <summary>What a movement is counted under, as it was known at that time. "unknown" and ZZ where nothing was known.</summary>
public sealed record FlowCell(DateOnly Month, string Origin, string Destination, string Channel, string Sex, string AgeGroup, string Province, string Sector, string Occupation);

/// <summary>One crossing or return counted, or taken back. A row of the ledger: added, never changed.</summary>
public sealed class Movement
{
    public long Seq { get; private init; }

    /// <summary>The crossing or the return.</summary>
    public required Guid RecordId { get; init; }

    public required FlowMeasure Measure { get; init; }

    /// <summary>1, or -1 to take it back.</summary>
    public required short N { get; init; }

    public required DateOnly Month { get; init; }

    public required string Origin { get; init; }

    public required string Destination { get; init; }

    public required string Channel { get; init; }

    public required string Sex { get; init; }

    public required string AgeGroup { get; init; }

    public required string Province { get; init; }

    public required string Sector { get; init; }

    public required string Occupation { get; init; }

    public FlowCell Cell => new(Month, Origin, Destination, Channel, Sex, AgeGroup, Province, Sector, Occupation);

    public static Movement Of(Guid record, FlowMeasure measure, FlowCell cell, short n = 1) => new()
    {
        RecordId = record,
        Measure = measure,
        N = n,
        Month = cell.Month,
        Origin = cell.Origin,
        Destination = cell.Destination,
        Channel = cell.Channel,
        Sex = cell.Sex,
        AgeGroup = cell.AgeGroup,
        Province = cell.Province,
        Sector = cell.Sector,
        Occupation = cell.Occupation,
    };
}

/// <summary>The work of a contract, as Recruitment told it.</summary>
public sealed class ContractJob
{
    public required Guid ContractId { get; init; }

    public string? Occupation { get; init; }

    public string? Sector { get; init; }
}

sealed class MovementMapping : IEntityTypeConfiguration<Movement>
{
    public void Configure(EntityTypeBuilder<Movement> movement)
    {
        movement.ToTable("movements");
        movement.HasKey(m => m.Seq);
        movement.Property(m => m.Seq).ValueGeneratedOnAdd();
        movement.Property(m => m.Measure).HasConversion<string>();
        movement.Ignore(m => m.Cell);
    }
}

sealed class ContractJobMapping : IEntityTypeConfiguration<ContractJob>
{
    public void Configure(EntityTypeBuilder<ContractJob> job)
    {
        job.ToTable("contract_jobs");
        job.HasKey(j => j.ContractId);
        job.Property(j => j.ContractId).ValueGeneratedNever();
    }
}
