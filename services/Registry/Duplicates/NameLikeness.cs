namespace Gms.Registry.Duplicates;

/// <summary>How alike two names are, in bits: rare parts that agree say much, common ones little. Order means nothing.</summary>
sealed class NameLikeness(Weights weights)
{
    /// <summary>The best of all pairs of names; null when one of the two has none.</summary>
    public Likeness? Best(IReadOnlyList<FoldedName> ones, IReadOnlyList<FoldedName> others)
    {
        Likeness? best = null;
        foreach (var one in ones)
            foreach (var other in others)
                if (Of(one, other) is var found && (best is null || found.Bits > best.Bits))
                    best = found;
        return best;
    }

    Likeness Of(FoldedName one, FoldedName another)
    {
        var sameScript = one.Script == another.Script;
        if (sameScript && Joined(one) == Joined(another))
            return Found(ReasonCode.NameEqual, weights.NameEqual, (one.Parts.Count < another.Parts.Count ? one : another).Parts.Sum(Exact));

        List<NamePart> left = [.. one.Parts], right = [.. another.Parts];
        var equal = sameScript ? Take(left, right, (a, b) => a.Text == b.Text ? Exact(a) : null) : new(0, 0);
        var spelt = sameScript ? Take(left, right, (a, b) => a.Spelt == b.Spelt ? Math.Max(0, Exact(a.Share < b.Share ? b : a) + weights.NameSpeltAlike) : null) : new(0, 0);
        var alike = Take(left, right, (a, b) => a.Code == b.Code ? Math.Max(0, Capped(a.CodeShare) + weights.NameSoundsAlike) : null);
        var near = sameScript ? Take(left, right, (a, b) => Spelling.IsOneSlip(a.Text, b.Text) ? Math.Max(0, Math.Min(Exact(a), Exact(b)) + weights.NameOneLetterOff) : null) : new(0, 0);

        var heard = sameScript ? new(0, 0) : Take(left, right, (a, b) => Spelling.IsOneSlip(a.Code, b.Code) ? Math.Max(0, Capped(Math.Max(a.CodeShare, b.CodeShare)) + weights.NameSoundsNear) : null);

        var other = spelt.Count + alike.Count + near.Count + heard.Count;
        if (equal.Count + other == 0)
            return new(ReasonCode.NameDifferent, sameScript ? weights.NameDifferent : weights.NameDifferentScripts);

        left.RemoveAll(p => p.MayBeTitle);
        right.RemoveAll(p => p.MayBeTitle);
        var contrary = Math.Min(left.Count, right.Count);
        var bits = equal.Bits + spelt.Bits + alike.Bits + near.Bits + heard.Bits + (contrary * weights.NamePartOther) + (Math.Abs(left.Count - right.Count) * weights.NamePartExtra);
        var code = contrary > 0 ? ReasonCode.NamePartly : left.Count + right.Count + other == 0 ? ReasonCode.NameEqual : ReasonCode.NameClose;
        return Found(code, code is ReasonCode.NameEqual ? weights.NameEqual : code is ReasonCode.NameClose ? weights.NameClose : weights.NamePartly, bits);
    }

    Likeness Found(ReasonCode code, double start, double bits) => new(code, Math.Max(weights.NameDifferent, start + (weights.NamePartScale * bits)));

    /// <summary>Pairs off the parts that agree, the most telling first; equal bits in order of spelling, so that the two sides may be exchanged.</summary>
    static (int Count, double Bits) Take(List<NamePart> left, List<NamePart> right, Func<NamePart, NamePart, double?> agree)
    {
        var (count, bits) = (0, 0.0);
        var pairs = from a in left
                    from b in right
                    let found = agree(a, b)
                    where found is not null
                    orderby found descending, string.CompareOrdinal(a.Text, b.Text) < 0 ? a.Text + b.Text : b.Text + a.Text
                    select (a, b, found.Value);
        foreach (var (a, b, found) in pairs.ToList())
        {
            var (i, j) = (left.FindIndex(p => ReferenceEquals(p, a)), right.FindIndex(p => ReferenceEquals(p, b)));
            if (i < 0 || j < 0)
                continue;
            left.RemoveAt(i);
            right.RemoveAt(j);
            count++;
            bits += found;
        }
        return (count, bits);
    }

    double Exact(NamePart part) => Capped(part.Share);

    double Capped(double share) => Math.Min(weights.NamePartMost, -Math.Log2(share));

    static string Joined(FoldedName name) => string.Concat(name.Parts.Select(p => p.Text));
}

/// <summary>What comparing two names found.</summary>
sealed record Likeness(ReasonCode Code, double Bits);
