using Gms.Registry.Corridors;

namespace Gms.Registry.Erasures;

/// <summary>How long each kind of record is kept: Data/retention.json.</summary>
sealed record RetentionTable(IReadOnlyList<RetentionRow> Kinds)
{
    /// <summary>The record of a person.</summary>
    public RetentionRow Worker => Kinds.Single(k => k.Kind == "worker");

    public static RetentionTable Load() => DataFile.Read<RetentionTable>("retention");
}

/// <param name="Kind">What is kept.</param>
/// <param name="KeptYears">How many years after its last use; null when nobody has said.</param>
/// <param name="Source">Where that is written; null when it is our own proposal.</param>
/// <param name="Confidence">High, medium or low.</param>
/// <param name="Proposes">Whether older ones are put before an officer.</param>
sealed record RetentionRow(string Kind, int? KeptYears, string? Source, string Confidence, bool Proposes);
