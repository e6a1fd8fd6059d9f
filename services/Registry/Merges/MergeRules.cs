using Gms.Platform;

namespace Gms.Registry.Merges;

/// <summary>What must hold for two workers to be merged and parted again. Pure.</summary>
static class MergeRules
{
    /// <param name="survivor">The number that survives, as merges in effect resolve it.</param>
    /// <param name="absorbed">The number to absorb.</param>
    /// <param name="absorbedSurvivor">What merges in effect resolve that number to: itself when nothing absorbed it.</param>
    public static IEnumerable<Problem> ToMerge(string survivor, string absorbed, string absorbedSurvivor)
    {
        if (survivor == absorbedSurvivor)
            yield return Problems.MergeOfOneWorker();
        else if (absorbed != absorbedSurvivor)
            yield return Problems.MergeAbsorbedAlready(absorbedSurvivor);
    }

    public static IEnumerable<Problem> ToDecide(Merge merge)
    {
        if (merge.State != MergeState.Proposed)
            yield return Problems.MergeNotProposed(merge.State);
    }

    public static IEnumerable<Problem> ToUndo(Merge merge)
    {
        if (merge.State != MergeState.Effective)
            yield return Problems.MergeNotEffective(merge.State);
    }
}
