using Gms.DepartureOrientation.V1;
using Gms.Portal.TrainingCentre;
using Xunit;

namespace Gms.Portal.Tests.TrainingCentre;

public sealed class CascadeTreeTests
{
    [Fact]
    public void Who_was_trained_stands_to_the_right_of_the_training_and_that_to_the_right_of_who_led_it()
    {
        var tree = CascadeTree.Of([Node("master"), Node("one", sessions: 2, certificates: 30), Node("two", sessions: 1)], [Edge("master", "tot", "one"), Edge("master", "tot", "two")]);

        Assert.Equal(
            ["Certificates one-certificates 4", "Certification master 0", "Certification one 2", "Certification two 2", "Sessions one-sessions 3", "Sessions two-sessions 3", "Training tot 1"],
            tree.Boxes.Select(b => $"{b.Kind} {b.Id} {b.Column}").Order(StringComparer.Ordinal));
        Assert.Equal(2, tree.Rows);
        Assert.Equal(0.5, tree.Boxes.Single(b => b.Id == "master").Row);
        Assert.Equal(30, tree.Boxes.Single(b => b.Kind == BoxKind.Certificates).Count);
    }

    [Fact]
    public void No_two_boxes_of_a_column_stand_in_each_other_s_row()
    {
        var nodes = Enumerable.Range(0, 60).Select(i => Node($"n{i}", sessions: i % 3, certificates: i % 2)).ToList();
        var edges = Enumerable.Range(1, 59).Select(i => Edge($"n{(i - 1) / 4}", $"t{(i - 1) / 4}", $"n{i}")).ToList();

        var tree = CascadeTree.Of(nodes, edges);

        Assert.Equal(60, tree.Boxes.Count(b => b.Kind == BoxKind.Certification) + tree.Boxes.Where(b => b.Kind == BoxKind.Others).Sum(b => b.Count));
        Assert.All(tree.Boxes.GroupBy(b => b.Column), column =>
        {
            var rows = column.Select(b => b.Row).Order().ToList();
            Assert.All(rows.Zip(rows.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 1, $"{pair} in column {column.Key}"));
        });
    }

    [Fact]
    public void Those_who_have_taught_nobody_share_one_box_but_never_who_was_withdrawn()
    {
        var idle = Enumerable.Range(0, CascadeTree.FoldFrom).Select(i => Node($"idle{i}")).ToList();
        var withdrawn = Node("gone");
        withdrawn.WithdrawnFrom = new() { Year = 2026, Month = 11, Day = 1 };
        List<CascadeNode> nodes = [Node("master"), .. idle, withdrawn];

        var tree = CascadeTree.Of(nodes, [.. nodes.Skip(1).Select(n => Edge("master", "tot", n.CertificationId))]);

        Assert.Equal(CascadeTree.FoldFrom, tree.Boxes.Single(b => b.Kind == BoxKind.Others).Count);
        Assert.Equal(["gone", "master"], tree.Boxes.Where(b => b.Kind == BoxKind.Certification).Select(b => b.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_training_led_by_two_stands_once_and_is_joined_to_both()
    {
        var tree = CascadeTree.Of([Node("a"), Node("b"), Node("c")], [Edge("a", "tot", "c"), Edge("b", "tot", "c")]);

        Assert.Single(tree.Boxes, b => b.Kind == BoxKind.Training);
        Assert.Equal([("a", "tot"), ("b", "tot"), ("tot", "c")], tree.Lines.Order());
    }

    [Fact]
    public void A_worker_s_own_session_ends_the_line_that_is_traced()
    {
        var tree = CascadeTree.Of([Node("trainer"), Node("master")], [Edge("master", "tot", "trainer"), Edge("trainer", "own", "")]);

        Assert.Equal("own", Assert.Single(tree.Boxes, b => b.Kind == BoxKind.Sessions).Id);
        Assert.Equal(3, tree.Boxes.Single(b => b.Id == "own").Column);
    }

    /// <summary>The service refuses a cycle; a page that got one would still be a page.</summary>
    [Fact]
    public void A_cycle_is_drawn_once_and_ends() =>
        Assert.Equal(2, CascadeTree.Of([Node("a"), Node("b")], [Edge("a", "t1", "b"), Edge("b", "t2", "a")]).Boxes.Count(b => b.Kind == BoxKind.Certification));

    /// <summary>On a small screen it is read as lists within lists: each box once, below the first that leads to it.</summary>
    [Fact]
    public void As_a_list_every_box_stands_once_below_what_leads_to_it()
    {
        var tree = CascadeTree.Of([Node("a"), Node("b"), Node("c", sessions: 2, certificates: 3)], [Edge("a", "tot", "c"), Edge("b", "tot", "c")]);

        Assert.Equal(["a(tot(c(c-sessions(c-certificates))))", "b"], CascadeOutline.Of(tree).Select(Told));
        Assert.Equal(["a(t1(b(t2)))"], CascadeOutline.Of(CascadeTree.Of([Node("a"), Node("b")], [Edge("a", "t1", "b"), Edge("b", "t2", "a")])).Select(Told));
        Assert.Empty(CascadeOutline.Of(CascadeTree.Of([], [])));

        static string Told(CascadeBranch branch) => branch.Below.Count == 0 ? branch.Box.Id : $"{branch.Box.Id}({string.Join(',', branch.Below.Select(Told))})";
    }

    [Fact]
    public void Nothing_is_an_empty_picture() => Assert.Equal((0, 0), (CascadeTree.Of([], []).Boxes.Count, CascadeTree.Of([], []).Columns));

    static CascadeNode Node(string id, int sessions = 0, int certificates = 0) => new()
    {
        CertificationId = id,
        DisplayName = id,
        Sessions = sessions,
        Certificates = certificates,
        ValidFrom = new() { Year = 2026, Month = 1, Day = 1 },
        ValidUntil = new() { Year = 2027, Month = 1, Day = 1 },
    };

    static CascadeEdge Edge(string from, string training, string to) => new() { FromCertificationId = from, SessionId = training, ToCertificationId = to, FirstDay = new() { Year = 2026, Month = 2, Day = 1 } };
}
