namespace Gms.Registry.Duplicates;

/// <summary>A part of a name as it is compared.</summary>
/// <param name="Text">Small letters without signs, or the script's own letters.</param>
/// <param name="Spelt">The text with the country's spellings of one sound made equal.</param>
/// <param name="Code">What sounds alike has the same code, in every script.</param>
/// <param name="MayBeTitle">A title to some and a name to others: Ma, Ko, Nang. It is compared, and not missed.</param>
/// <param name="Share">The share of people whose name has this part.</param>
/// <param name="CodeShare">The share of people whose name has a part with this code.</param>
sealed record NamePart(string Text, string Spelt, string Code, bool MayBeTitle, double Share, double CodeShare);

/// <summary>A name, folded: without titles, marks and case. The order of its parts means nothing.</summary>
/// <param name="Script">ISO 15924.</param>
sealed record FoldedName(string Script, IReadOnlyList<NamePart> Parts)
{
    /// <summary>As it is stored: Latn:somphone phommachanh.</summary>
    public override string ToString() => $"{Script}:{string.Join(' ', Parts.Select(p => p.Text))}";
}
