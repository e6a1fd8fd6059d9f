using Gms.DepartureOrientation.V1;

namespace Gms.Portal.TrainingCentre;

/// <summary>What a box of the picture stands for.</summary>
public enum BoxKind
{
    Certification,

    /// <summary>A training of trainers.</summary>
    Training,

    /// <summary>Sessions for workers.</summary>
    Sessions,

    /// <summary>Workers' certificates.</summary>
    Certificates,

    /// <summary>Trainers who have taught nobody yet, in one box: each stands in the table.</summary>
    Others,
}

/// <summary>A box at its place: columns from left to right, rows from top to bottom; half rows between children.</summary>
public sealed record Box(BoxKind Kind, string Id, int Column, double Row)
{
    public CascadeNode? Node { get; init; }

    public CascadeEdge? Training { get; init; }

    /// <summary>How many, where a box stands for many.</summary>
    public int Count { get; init; }

    public int Revoked { get; init; }
}

/// <summary>
/// The cascade laid out as a tree: certification, the trainings it led, what was earned in them, and on the right what workers got. A training led by several
/// certifications stands below the first of them and is joined to all. Pure.
/// </summary>
sealed class CascadeTree
{
    /// <summary>From so many trainers on who have taught nobody yet one box stands for all of a training.</summary>
    public const int FoldFrom = 4;

    readonly Dictionary<string, CascadeNode> _nodes;
    readonly ILookup<string, CascadeEdge> _from;
    readonly ILookup<string, CascadeEdge> _ofTraining;
    readonly HashSet<string> _placed = [];
    readonly List<Box> _boxes = [];
    readonly List<(string From, string To)> _lines = [];
    double _next;

    CascadeTree(IReadOnlyCollection<CascadeNode> nodes, IReadOnlyCollection<CascadeEdge> edges)
    {
        _nodes = nodes.ToDictionary(n => n.CertificationId);
        _from = edges.ToLookup(e => e.FromCertificationId);
        _ofTraining = edges.ToLookup(e => e.SessionId);
    }

    public IReadOnlyList<Box> Boxes => _boxes;

    public IReadOnlyList<(string From, string To)> Lines => _lines;

    public int Columns => _boxes.Count == 0 ? 0 : _boxes.Max(b => b.Column) + 1;

    public double Rows => _next;

    public static CascadeTree Of(IReadOnlyCollection<CascadeNode> nodes, IReadOnlyCollection<CascadeEdge> edges)
    {
        var tree = new CascadeTree(nodes, edges);
        var earned = edges.Where(e => tree._nodes.ContainsKey(e.FromCertificationId)).Select(e => e.ToCertificationId).ToHashSet();
        foreach (var root in nodes.Where(n => !earned.Contains(n.CertificationId)))
            tree.Place(root, 0);
        foreach (var left in nodes)    // joined to nothing that is shown
            tree.Place(left, 0);
        return tree;
    }

    /// <returns>The row at which it stands; null where it stands already.</returns>
    double? Place(CascadeNode node, int column)
    {
        if (!_placed.Add(node.CertificationId))
            return null;
        var rows = new List<double>();
        foreach (var training in _from[node.CertificationId].Select(e => e.SessionId).Distinct())
        {
            _lines.Add((node.CertificationId, training));
            if (_placed.Add(training))
                rows.Add(PlaceTraining(training, column + 1));
        }
        if (node.Sessions > 0)
            rows.Add(PlaceWork(node, column + 1));
        return Put(new(BoxKind.Certification, node.CertificationId, column, Middle(rows)) { Node = node });
    }

    double PlaceTraining(string training, int column)
    {
        var edges = _ofTraining[training].ToList();
        if (edges.Exists(e => e.ToCertificationId.Length == 0))    // the worker's own session: what is traced begins there
            return Put(new(BoxKind.Sessions, training, column, Middle([])) { Training = edges[0], Count = 1 });

        var earned = edges.Select(e => e.ToCertificationId).Distinct().Where(_nodes.ContainsKey).Select(id => _nodes[id]).Where(n => !_placed.Contains(n.CertificationId)).ToList();
        var idle = earned.Where(IsIdle).ToList();
        var folded = idle.Count >= FoldFrom ? idle : [];
        var rows = new List<double>();
        foreach (var node in earned.Except(folded))
        {
            _lines.Add((training, node.CertificationId));
            if (Place(node, column + 1) is { } row)
                rows.Add(row);
        }
        if (folded.Count > 0)
        {
            foreach (var node in folded)
                _placed.Add(node.CertificationId);
            _lines.Add((training, training + "-others"));
            rows.Add(Put(new(BoxKind.Others, training + "-others", column + 1, Middle([])) { Count = folded.Count }));
        }
        return Put(new(BoxKind.Training, training, column, Middle(rows)) { Training = edges[0], Count = earned.Count });
    }

    double PlaceWork(CascadeNode node, int column)
    {
        var row = Middle([]);
        var (sessions, certificates) = (node.CertificationId + "-sessions", node.CertificationId + "-certificates");
        _lines.Add((node.CertificationId, sessions));
        Put(new(BoxKind.Sessions, sessions, column, row) { Count = node.Sessions });
        if (node.Certificates > 0)
        {
            _lines.Add((sessions, certificates));
            Put(new(BoxKind.Certificates, certificates, column + 1, row) { Count = node.Certificates, Revoked = node.CertificatesRevoked });
        }
        return row;
    }

    /// <summary>Withdrawn ones are never folded away: they are what is looked for.</summary>
    bool IsIdle(CascadeNode node) => node.Sessions == 0 && node.WithdrawnFrom is null && !_from[node.CertificationId].Any();

    /// <summary>Between the first and the last of what stands below; where nothing does, a row of its own.</summary>
    double Middle(List<double> rows) => rows.Count > 0 ? (rows[0] + rows[^1]) / 2 : _next++;

    double Put(Box box)
    {
        _boxes.Add(box);
        return box.Row;
    }
}
