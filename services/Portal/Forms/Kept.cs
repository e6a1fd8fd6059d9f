using Gms.Portal.Sessions;
using Gms.Type.V1;

namespace Gms.Portal.Forms;

/// <summary>A form that was refused, as the page shows it again: what was typed, and what is wrong with it.</summary>
public sealed record Kept(Dictionary<string, string> Typed, IReadOnlyList<Kept.Wrong> Problems, string Reference)
{
    /// <summary>Where the form is sent whose request may have been done, and that request: it is sent again as the same one. Unset where it is known that nothing was done.</summary>
    public string? Form { get; init; }

    public string? Request { get; init; }

    /// <summary>An address has room for so many problems; a form that breaks more is told these first.</summary>
    const int MostProblems = 12;

    public sealed record Wrong(string Code, string Message, string Field, string Remedy);

    public static Kept Of(IEnumerable<KeyValuePair<string, string>> typed, Refusal refusal) => new(
        typed.Where(t => t.Key is not ("__RequestVerificationToken" or "RequestId" or FormPost.By)).ToDictionary(),
        [.. refusal.Problems.Take(MostProblems).Select(p => new Wrong(p.Code, p.Message, p.Field, p.Remedy))],
        refusal.CorrelationId);

    /// <summary>Whether a box is ticked: as it was sent, or as it stands at first where nothing of the form came back.</summary>
    public static bool Ticked(Kept? kept, string box, bool first) => kept is { Typed.Count: > 0 } ? kept.Typed.ContainsKey(box) : first;

    public Refusal Refusal => new([.. Problems.Select(p => new Problem { Code = p.Code, Message = p.Message, Field = p.Field, Remedy = p.Remedy })], Reference);

    /// <summary>What is wrong with one field of the form, by the proto's path.</summary>
    public IEnumerable<Problem> WrongWith(string? field) => field is null ? [] : Refusal.Problems.Where(p => p.Field == field || p.Field.StartsWith(field + ".", StringComparison.Ordinal));
}
