using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Outreach;

/// <summary>What became of a group of people; null for what is not known or not told.</summary>
sealed record OutcomeGroup(long? Certified, long? Departed, long? Complained)
{
    /// <summary>Complaints for each hundred who left.</summary>
    public decimal? ComplainedPerHundred => Departed is > 0 && Complained is { } complained ? decimal.Round(100m * complained / Departed.Value, 1) : null;

    /// <summary>
    /// A group beside everybody else. The total is known elsewhere, so of two counts that add up to it both are told or neither. Pure.
    /// </summary>
    public static (OutcomeGroup With, OutcomeGroup Without) Compare(long certified, Counted departed, Counted complained, int threshold)
    {
        var (departedWith, departedWithout) = Told(departed, threshold);
        var (complainedWith, complainedWithout) = Told(complained, threshold);
        return (new(certified > 0 && certified < threshold ? null : certified, departedWith, complainedWith), new(null, departedWithout, complainedWithout));
    }

    static (long? With, long? Without) Told(Counted counted, int threshold) =>
        counted is { All: { } all, OfGroup: { } some } && !IsSmall(some, threshold) && !IsSmall(all - some, threshold) ? (some, all - some) : (null, null);

    static bool IsSmall(long count, int threshold) => count > 0 && count < threshold;

    public Proto.OutcomeGroup ToProto()
    {
        var shown = new Proto.OutcomeGroup();
        if (Certified is { } certified)
            shown.Certified = certified;
        if (Departed is { } departed)
            shown.Departed = departed;
        if (Complained is { } complained)
            shown.Complained = complained;
        if (ComplainedPerHundred is { } rate)
            shown.ComplainedPerHundred = (double)rate;
        return shown;
    }
}
