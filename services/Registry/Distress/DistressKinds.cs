using Gms.Registry.Corridors;

namespace Gms.Registry.Distress;

/// <summary>Kinds of distress, and how soon each wants an answer: Data/distress.json.</summary>
sealed class DistressKinds
{
    readonly Dictionary<string, DistressKind> _kinds = DataFile.Read<DistressFile>("distress").Kinds.ToDictionary(k => k.Code);

    /// <summary>The codes that a request may name.</summary>
    public IReadOnlyCollection<string> Codes => _kinds.Keys;

    public DistressKind this[string code] => _kinds[code];

    sealed record DistressFile(IReadOnlyList<DistressKind> Kinds);
}

/// <param name="Code">CONFINED, INJURED …</param>
/// <param name="AnswerHours">Hours until an officer should have taken it.</param>
/// <param name="ReachHours">Hours until somebody should have reached the worker.</param>
sealed record DistressKind(string Code, int AnswerHours, int ReachHours);
