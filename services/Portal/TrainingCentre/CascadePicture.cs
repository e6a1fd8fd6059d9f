using System.Globalization;
using System.Xml.Linq;
using Gms.DepartureOrientation.V1;
using Gms.Portal.Languages;

namespace Gms.Portal.TrainingCentre;

/// <summary>
/// The tree as a picture (SVG), made here so that it needs no script. What was withdrawn is said in words and drawn with a broken edge and strokes, not by colour alone. The table beside the
/// picture says all that it shows.
/// </summary>
static class CascadePicture
{
    const int Width = 224, Height = 46, Across = 40, Down = 14, Margin = 8, MostSigns = 27;

    static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static string Of(CascadeTree tree, Texts texts, string title)
    {
        var (wide, high) = ((2 * Margin) + (tree.Columns * (Width + Across)) - Across, (2 * Margin) + (int)(tree.Rows * (Height + Down)) - Down);
        var places = tree.Boxes.ToDictionary(b => b.Id);
        var picture = new XElement(Svg + "svg",
            new XAttribute("class", "cascade"), new XAttribute("width", wide), new XAttribute("height", high), new XAttribute("viewBox", $"0 0 {wide} {high}"),
            new XAttribute("role", "img"), new XAttribute("aria-labelledby", "cascade-title cascade-text"),
            new XElement(Svg + "title", new XAttribute("id", "cascade-title"), title),
            new XElement(Svg + "desc", new XAttribute("id", "cascade-text"), Told(tree, texts)),
            new XElement(Svg + "defs", new XElement(Svg + "pattern",
                new XAttribute("id", "strokes"), new XAttribute("width", 8), new XAttribute("height", 8), new XAttribute("patternUnits", "userSpaceOnUse"), new XAttribute("patternTransform", "rotate(45)"),
                new XElement(Svg + "rect", new XAttribute("class", "ground"), new XAttribute("width", 8), new XAttribute("height", 8)),
                new XElement(Svg + "line", new XAttribute("class", "stroke"), new XAttribute("x1", 0), new XAttribute("y1", 0), new XAttribute("x2", 0), new XAttribute("y2", 8)))),
            tree.Lines.Where(l => places.ContainsKey(l.From) && places.ContainsKey(l.To)).Select(l => Line(places[l.From], places[l.To])),
            tree.Boxes.Select(b => Drawn(b, texts)));
        return picture.ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>The picture in a sentence, for who does not see it.</summary>
    static string Told(CascadeTree tree, Texts texts)
    {
        var nodes = tree.Boxes.Where(b => b.Node is not null).ToList();
        return texts["cascade.told",
            nodes.Count + tree.Boxes.Where(b => b.Kind == BoxKind.Others).Sum(b => b.Count),
            nodes.Count(b => b.Node!.WithdrawnFrom is not null),
            tree.Boxes.Where(b => b.Kind == BoxKind.Sessions).Sum(b => b.Count),
            tree.Boxes.Where(b => b.Kind == BoxKind.Certificates).Sum(b => b.Count)];
    }

    static XElement Drawn(Box box, Texts texts)
    {
        var withdrawn = box.Node?.WithdrawnFrom is not null || box.Revoked > 0;
        var (name, more) = WordsOf(box, texts);
        return new XElement(Svg + "g",
            new XAttribute("class", $"{box.Kind.ToString().ToLowerInvariant()}{(withdrawn ? " withdrawn" : "")}"), new XAttribute("transform", string.Create(CultureInfo.InvariantCulture, $"translate({Left(box)} {Top(box)})")),
            new XElement(Svg + "title", $"{name} {more}"),
            new XElement(Svg + "rect", new XAttribute("width", Width), new XAttribute("height", Height), new XAttribute("rx", box.Kind is BoxKind.Training or BoxKind.Sessions ? Height / 2 : 4)),
            Text(name, 19, "name"),
            Text(more, 37, "more"));
    }

    internal static (string Name, string More) WordsOf(Box box, Texts texts) => box switch
    {
        { Node: { } node } => (node.DisplayName, node.WithdrawnFrom is { } from ? texts["cascade.withdrawn", texts.Day(from)] : $"{texts.Code("trainer_level", node.Level)} · {texts.Year(node.ValidUntil.Year)}"),
        { Kind: BoxKind.Training, Training: { } training } => (texts["cascade.training"], texts.Day(training.FirstDay)),
        { Kind: BoxKind.Sessions, Training: { } session } => (texts["cascade.own_session"], texts.Day(session.FirstDay)),
        { Kind: BoxKind.Sessions } => (texts.Count("cascade.sessions", box.Count), ""),
        { Kind: BoxKind.Certificates } => (texts.Count("cascade.certificates", box.Count), box.Revoked > 0 ? texts["cascade.revoked", box.Revoked] : ""),
        _ => (texts["cascade.others", box.Count], texts["cascade.idle"]),
    };

    static XElement Text(string text, int y, string kind) => new(Svg + "text", new XAttribute("class", kind), new XAttribute("x", 14), new XAttribute("y", y), Short(text));

    /// <summary>Cut between signs as people see them, never within one; the table says it in full.</summary>
    static string Short(string text)
    {
        var signs = new StringInfo(text);
        return signs.LengthInTextElements <= MostSigns ? text : signs.SubstringByTextElements(0, MostSigns - 1) + "…";
    }

    static XElement Line(Box from, Box to)
    {
        var (x1, y1, x2, y2) = (Left(from) + Width, Top(from) + (Height / 2.0), Left(to), Top(to) + (Height / 2.0));
        var middle = (x1 + x2) / 2.0;
        return new XElement(Svg + "path", new XAttribute("class", "way"), new XAttribute("d", string.Create(CultureInfo.InvariantCulture, $"M{x1} {y1} C{middle} {y1} {middle} {y2} {x2} {y2}")));
    }

    static int Left(Box box) => Margin + (box.Column * (Width + Across));

    static double Top(Box box) => Margin + (box.Row * (Height + Down));
}
