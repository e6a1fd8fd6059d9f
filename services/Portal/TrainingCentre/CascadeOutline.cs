namespace Gms.Portal.TrainingCentre;

/// <summary>A box of the cascade with what stands to the right of it.</summary>
public sealed record CascadeBranch(Box Box, IReadOnlyList<CascadeBranch> Below);

/// <summary>The cascade as lists within lists, for a screen on which the picture has no room. What is joined to several stands below the first of them. Pure.</summary>
static class CascadeOutline
{
    public static IReadOnlyList<CascadeBranch> Of(CascadeTree tree)
    {
        var boxes = tree.Boxes.ToDictionary(b => b.Id);
        var below = tree.Lines.Where(l => boxes.ContainsKey(l.From) && boxes.ContainsKey(l.To)).ToLookup(l => l.From, l => l.To);
        var joined = below.SelectMany(l => l).ToHashSet();
        var told = new HashSet<string>();

        CascadeBranch Branch(string id) => new(boxes[id], [.. below[id].Distinct().OrderBy(to => boxes[to].Row).Where(told.Add).Select(Branch)]);

        return [.. Inorder(tree.Boxes.Where(b => !joined.Contains(b.Id))).Concat(Inorder(tree.Boxes)).Select(b => b.Id).Where(told.Add).Select(Branch)];
    }

    static IEnumerable<Box> Inorder(IEnumerable<Box> boxes) => boxes.OrderBy(b => b.Column).ThenBy(b => b.Row);
}
