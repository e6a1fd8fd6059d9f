namespace Gms.Portal.Languages;

/// <summary>A language of the Portal.</summary>
/// <param name="Code">BCP 47, as pages say it.</param>
/// <param name="Name">In the language itself.</param>
sealed record Language(string Code, string Name)
{
    public static Language English { get; } = new("en", "English");

    /// <summary>English, and those of the six countries, by the English names of the countries.</summary>
    public static IReadOnlyList<Language> All { get; } =
    [
        English,
        new("km", "ភាសាខ្មែរ"),
        new("zh-Hans", "简体中文"),
        new("lo", "ພາສາລາວ"),
        new("my", "မြန်မာဘာသာ"),
        new("th", "ภาษาไทย"),
        new("vi", "Tiếng Việt"),
    ];

    public static Language? Find(string? code) => All.FirstOrDefault(l => l.Code == code);

    /// <summary>The language that a browser asks for: exactly, or by what its tag begins with.</summary>
    /// <param name="tag">A language tag as a browser sends it, for example km-KH or zh-CN.</param>
    public static Language? Nearest(string tag) =>
        Find(tag) ?? All.FirstOrDefault(l => tag.Split('-')[0].Equals(l.Code.Split('-')[0], StringComparison.OrdinalIgnoreCase));
}
