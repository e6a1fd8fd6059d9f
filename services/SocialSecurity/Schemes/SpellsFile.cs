using System.Text.Json;

namespace Gms.SocialSecurity.Schemes;

/// <summary>The shape of Data/spells.json, nothing more.</summary>
sealed record SpellsFile(JsonElement Meta, List<SpellsFile.Entry> Schemes, List<SpellsFile.ExclusionEntry> Exclusions)
{
    internal sealed record Entry
    {
        public required string Scheme { get; init; }
        public SeveralEntry? SeveralEmployers { get; init; }
        public FollowsEntry? Follows { get; init; }
        public LapseEntry? Lapse { get; init; }
        public MonthEntry? Month { get; init; }
    }

    internal sealed record SeveralEntry : Ruled
    {
        public required bool Allowed { get; init; }
    }

    internal sealed record FollowsEntry : Ruled
    {
        public required string Scheme { get; init; }
        public required int Months { get; init; }
        public required int WithinMonths { get; init; }
    }

    internal sealed record LapseEntry : Ruled
    {
        public required int MissedMonths { get; init; }
        public required bool Rejoin { get; init; }
    }

    internal sealed record MonthEntry : Ruled;

    internal sealed record ExclusionEntry : Ruled
    {
        public required string Id { get; init; }
        public required List<string> Schemes { get; init; }
        public required DateOnly? EffectiveTo { get; init; }
    }

    internal abstract record Ruled : Tagged
    {
        /// <summary>One plain sentence.</summary>
        public required string Rule { get; init; }

        /// <summary>The words from which it was read.</summary>
        public required string Prose { get; init; }
    }
}
