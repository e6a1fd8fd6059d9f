using System.Reflection;
using System.Text.Json;
using Gms.Portal.Languages;

namespace Gms.Portal.Inspections;

/// <summary>The 38 indicators of fair recruitment, by code and in the words of their list (Recruitment's Data/fair_recruitment_indicators.json), which are English; in another language by the texts of the checks.</summary>
static class FairnessIndicators
{
    public static IReadOnlyList<(string Code, string Text)> All { get; } = ReadAll();

    public static string Text(Texts texts, string code) =>
        texts.Language != Language.English && texts.Has($"check.{code}") ? texts[$"check.{code}"] : All.FirstOrDefault(i => i.Code == code).Text ?? code;

    static (string, string)[] ReadAll()
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("Indicators.json") ?? throw new InvalidOperationException("The list of indicators is not built in.");
        using var list = JsonDocument.Parse(file);
        return [.. list.RootElement.GetProperty("checks").EnumerateArray().Select(c => (c.GetProperty("id").GetString()!, c.GetProperty("check").GetString()!))];
    }
}
