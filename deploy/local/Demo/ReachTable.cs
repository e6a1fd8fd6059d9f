using Gms.DepartureOrientation.V1;

namespace Gms.Local.Demo;

/// <summary>What the background papers state beside what the records come to. Nothing is made to fit: what contradicts or is left out is printed as that.</summary>
public sealed record ReachTable(IReadOnlyList<string> Lines)
{
    public static async Task<ReachTable> Ask(Offices offices, CancellationToken cancel)
    {
        var outreach = new Outreach.OutreachClient(offices.To("DepartureOrientation", Account.Ministry("LA"), "statistics"));
        var figures = (await outreach.CompareStatedAsync(new() { Country = "LA" }, cancellationToken: cancel)).Figures;
        var reached = (await outreach.CountInstitutionsAsync(new() { Country = "LA" }, cancellationToken: cancel)).Rows;
        return new([
            $"{"stated",-22} {"computed",-12} {"",-16} figure",
            .. figures.SelectMany(Shown),
            "",
            "Institutions with a certified trainer today, of all on record:",
            .. reached.Where(r => r.Province.Length == 0).Select(r => $"{(r.Kind == InstitutionKind.Unspecified ? "all" : r.Kind.ToString()),-14} {r.WithCertifiedTrainer} of {r.Institutions}, {r.CertifiedTrainers} trainers"),
        ]);
    }

    static IEnumerable<string> Shown(StatedFigure figure)
    {
        var stated = figure.Statements.Count == 0 ? "unknown" : string.Join(" / ", figure.Statements.Select(s => s.Value));
        yield return $"{stated,-22} {(figure.Computed.Length == 0 ? "unknown" : figure.Computed),-12} {Words(figure.Agreement),-16} {figure.Title}";
        if (figure.Agreement != Agreement.Agrees && figure.Note.Length > 0)
            yield return $"{"",-52} {figure.Note}";
        if (figure.Agreement == Agreement.TextsDiffer)
            foreach (var statement in figure.Statements)
                yield return $"{"",-52} {statement.Value}: \"{statement.Quotation}\"";
    }

    static string Words(Agreement agreement) => agreement switch
    {
        Agreement.Agrees => "agrees",
        Agreement.Differs => "DIFFERS",
        Agreement.NotRecorded => "not recorded",
        Agreement.NotStated => "not stated",
        Agreement.TextsDiffer => "TEXTS DIFFER",
        _ => "unknown",
    };
}
