using Gms.DepartureOrientation.V1;
using Gms.Type.V1;

namespace Gms.Local.Demo;

/// <summary>The way from a departing worker's certificate back to the first training of trainers, and to the paper at its root.</summary>
public sealed record CascadeLines(IReadOnlyList<string> Lines, bool ReachesRoots)
{
    public static async Task<CascadeLines> Ask(Offices offices, string certificate, CancellationToken cancel)
    {
        var calls = offices.To("DepartureOrientation", Account.Ministry("LA"), "orientation");
        var trace = await new Cascade.CascadeClient(calls).TraceCertificateAsync(new() { CertificateId = certificate }, cancellationToken: cancel);
        var nodes = trace.Nodes.ToDictionary(n => n.CertificationId);
        var names = new Dictionary<string, string> { [""] = "an institution that is not said" };
        foreach (var id in trace.Edges.Select(e => e.InstitutionId).Concat(trace.Nodes.Select(n => n.InstitutionId)).Distinct().Where(id => id.Length > 0))
            names[id] = (await new Institutions.InstitutionsClient(calls).GetInstitutionAsync(new() { InstitutionId = id }, cancellationToken: cancel)).Institution.Name;

        var lines = new List<string> { $"certificate {certificate}" };
        // The worker's session first, then each training by which its leader's certification was earned, up to the roots.
        for (IReadOnlyList<CascadeEdge> step = [.. trace.Edges.Where(e => e.ToCertificationId.Length == 0)]; step.Count > 0;
             step = [.. trace.Edges.Where(e => step.Any(s => s.FromCertificationId == e.ToCertificationId))])
            foreach (var edge in step)
                if (nodes.TryGetValue(edge.FromCertificationId, out var leader))
                    lines.AddRange(Of(edge, leader, names));
        if (!trace.ReachesRoots)
            lines.Add("  unknown: the line does not reach its root");
        return new(lines, trace.ReachesRoots);
    }

    static IEnumerable<string> Of(CascadeEdge edge, CascadeNode leader, Dictionary<string, string> names)
    {
        yield return $"  <- {(edge.ToCertificationId.Length == 0 ? "session of workers" : "training of trainers")}, {Text(edge.FirstDay)} to {Text(edge.LastDay)}, {names[edge.InstitutionId]}: {string.Join(", ", edge.Modules.Select(m => $"{m.Code} v{m.Version}"))}";
        yield return $"     led by {leader.DisplayName} ({leader.Level}, certified {Text(leader.ValidFrom)} to {Text(leader.ValidUntil)}{(leader.InstitutionId.Length > 0 ? ", " + names[leader.InstitutionId] : "")})";
        if (leader.TrainingSessionId.Length == 0)
            yield return $"  root: {leader.Evidence}";
    }

    static string Text(Date? day) => day is null ? "?" : $"{day.Year:0000}-{day.Month:00}-{day.Day:00}";
}
