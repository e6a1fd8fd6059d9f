using System.Globalization;
using Gms.Platform;

namespace Gms.Reintegration.Cases;

/// <summary>The case after which a page of the order of triage begins.</summary>
sealed record TriagePage(int Order, Guid Id)
{
    public static TriagePage? Read(string token)
    {
        if (token.Length == 0)
            return null;
        var dot = token.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && int.TryParse(token.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var order) && Guid.TryParseExact(token[(dot + 1)..], "N", out var id)
            ? new(order, id)
            : throw Refuse.Invalid(Problems.CasePageTokenMalformed());
    }

    public static string After(Case last) => string.Create(CultureInfo.InvariantCulture, $"{last.TriageOrder}.{last.Id:N}");
}
