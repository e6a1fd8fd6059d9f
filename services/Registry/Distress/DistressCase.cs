using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Registry.Distress;

/// <summary>Who gave the signal.</summary>
public enum DistressTeller
{
    Worker,
    Family,
    CivilSociety,
    Officer,
}

/// <summary>Where a case stands.</summary>
public enum DistressState
{
    Raised,
    Reached,
    Closed,
}

/// <summary>A signal that a worker is in distress, and what became of it. Held by the country of origin.</summary>
public sealed class DistressCase
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required string WorkerNumber { get; init; }

    /// <summary>A code of distress.json.</summary>
    public required string Kind { get; init; }

    /// <summary>Where the worker is.</summary>
    public required string Country { get; init; }

    /// <summary>The country of origin, whose ministry holds the case.</summary>
    public required string Origin { get; init; }

    public required DistressTeller ToldBy { get; init; }

    /// <summary>The organisation that gave the signal, which stays a party; empty for a worker who did.</summary>
    public required string Organisation { get; init; }

    /// <summary>What was told, under the person's own key.</summary>
    public byte[]? WordsEncrypted { get; set; }

    public DistressState State { get; private set; } = DistressState.Raised;

    /// <summary>What was done last.</summary>
    public string? Outcome { get; private set; }

    public required DateTimeOffset RaisedAt { get; init; }

    /// <summary>By when an officer should have taken it.</summary>
    public required DateTimeOffset AnswerBy { get; init; }

    /// <summary>By when somebody should have reached the worker.</summary>
    public required DateTimeOffset ReachBy { get; init; }

    /// <summary>1, 2, 3 … with each change: the subject version of the case's events.</summary>
    public long Version { get; private set; } = 1;

    public Reach Reach => new() { Countries = [Origin, Country], Organisations = Organisation.Length == 0 ? [] : [Organisation], Worker = WorkerNumber };

    public void Answer(DistressState state, string outcome)
    {
        (State, Outcome) = (state, outcome);
        Version++;
    }
}

sealed class DistressCaseMapping : IEntityTypeConfiguration<DistressCase>
{
    public void Configure(EntityTypeBuilder<DistressCase> held)
    {
        held.ToTable("distress_cases");
        held.Property(c => c.Id).ValueGeneratedNever();
        held.Property(c => c.ToldBy).HasConversion<string>();
        held.Property(c => c.State).HasConversion<string>();
        held.Ignore(c => c.Reach);

        // Two officers who answer at once: the second save fails instead of overwriting.
        held.Property<uint>("xmin").IsRowVersion();
    }
}
