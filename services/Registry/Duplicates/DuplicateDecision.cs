using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Registry.Duplicates;

/// <summary>What an officer decided of two workers.</summary>
public enum PairDecision
{
    Same,
    Different,
}

/// <summary>Whether two workers are one person, as an officer decided. The newest of a pair holds.</summary>
public sealed class DuplicateDecision
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The lower of the two numbers.</summary>
    public required string WorkerNumber { get; init; }

    public required string OtherNumber { get; init; }

    public required PairDecision Decision { get; init; }

    public required string Reason { get; init; }

    public required string Account { get; init; }

    public required string Organisation { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }

    public static DuplicateDecision Of(string one, string other, PairDecision decision, string reason, Platform.Caller officer, DateTimeOffset at) => new()
    {
        WorkerNumber = string.CompareOrdinal(one, other) < 0 ? one : other,
        OtherNumber = string.CompareOrdinal(one, other) < 0 ? other : one,
        Decision = decision,
        Reason = reason,
        Account = officer.Account,
        Organisation = officer.Organisation,
        DecidedAt = at,
    };

    /// <summary>The same whichever of the two comes first.</summary>
    internal static string PairKey(string one, string other) => string.CompareOrdinal(one, other) < 0 ? $"{one} {other}" : $"{other} {one}";

    /// <summary>The workers who were decided to be other people than this one.</summary>
    internal static async Task<HashSet<string>> OthersThan(string number, RegistryDb db, CancellationToken cancel)
    {
        var decisions = await db.DuplicateDecisions.AsNoTracking().Where(d => d.WorkerNumber == number || d.OtherNumber == number).OrderBy(d => d.Id).ToListAsync(cancel);
        return [.. decisions.GroupBy(d => d.WorkerNumber == number ? d.OtherNumber : d.WorkerNumber).Where(pair => pair.Last().Decision is PairDecision.Different).Select(pair => pair.Key)];
    }
}

sealed class DuplicateDecisionMapping : IEntityTypeConfiguration<DuplicateDecision>
{
    public void Configure(EntityTypeBuilder<DuplicateDecision> decision)
    {
        decision.ToTable("duplicate_decisions");
        decision.Property(d => d.Id).ValueGeneratedNever();
        decision.Property(d => d.Decision).HasConversion<string>();
    }
}
