using System.Globalization;
using Gms.Portal.Forms;
using Gms.Recruitment.V1;
using Gms.Type.V1;

namespace Gms.Portal.Inspections;

/// <summary>
/// The form of a visit: some findings one below the other, each with what has to be corrected where something is wrong. Those with nothing in them are left out. Pure.
/// </summary>
static class VisitForm
{
    /// <summary>As many as a visit usually finds; a longer visit asks for more lines, as far as a refused form has room in its page's address.</summary>
    public const int Lines = 4;

    public const int MostLines = 12;

    public static int LinesOf(string? asked) => int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var lines) ? Math.Clamp(lines, Lines, MostLines) : Lines;

    /// <summary>The lines of the form that were filled in, by their number in it: the service counts only these, and refuses one that lacks its indicator.</summary>
    public static IReadOnlyList<int> Filled(Func<string, string> typed) => [.. Enumerable.Range(0, MostLines).Where(i => Fields.Any(f => typed($"{f}{i}").Length > 0))];

    static readonly string[] Fields = ["Indicator", "Outcome", "Text", "Evidence", "Action", "DueOn"];

    public static RecordVisitRequest Asks(Func<string, string> typed, Func<string, Date?> day, string request, string inspection)
    {
        var filled = Filled(typed);
        return new()
        {
            RequestId = request,
            InspectionId = inspection,
            VisitedOn = day("VisitedOn"),
            Findings =
            {
                filled.Select(i => new InspectionFinding
                {
                    Indicator = typed($"Indicator{i}"),
                    Outcome = Enum.TryParse<Outcome>(typed($"Outcome{i}"), out var outcome) ? outcome : Outcome.Unspecified,
                    Text = typed($"Text{i}"),
                    EvidenceReference = typed($"Evidence{i}"),
                }),
            },
            Actions = { filled.Where(i => typed($"Action{i}").Length > 0).Select(i => new RequiredAction { Indicator = typed($"Indicator{i}"), Text = typed($"Action{i}"), DueOn = day($"DueOn{i}") }) },
        };
    }

    /// <summary>The proto paths of a line of the form, as the service tells what is wrong with it: of its finding, and of its action where it has one.</summary>
    public static (string Finding, string? Action) Paths(Kept? kept, int line)
    {
        string Typed(string name) => kept?.Typed.GetValueOrDefault(name) ?? "";
        var filled = Filled(Typed);
        var finding = filled.TakeWhile(i => i != line).Count();
        var action = filled.Where(i => Typed($"Action{i}").Length > 0).TakeWhile(i => i != line).Count();
        return ($"findings[{finding}]", Typed($"Action{line}").Length > 0 ? $"actions[{action}]" : null);
    }
}
