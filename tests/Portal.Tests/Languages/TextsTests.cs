using System.Text.RegularExpressions;
using Gms.Portal.Languages;
using Xunit;

namespace Gms.Portal.Tests.Languages;

public sealed partial class TextsTests
{
    static readonly Texts English = Texts.In(Language.English);

    /// <summary>Every language but English. The seven are those of docs/languages.md.</summary>
    public static TheoryData<string> Others => [.. Language.All.Where(l => l != Language.English).Select(l => l.Code)];

    [Theory]
    [MemberData(nameof(Others))]
    public void Every_language_says_everything(string code)
    {
        var other = Texts.In(Language.Find(code)!);
        var asked = English.Keys.Where(k => !k.EndsWith(".one", StringComparison.Ordinal)).ToList();

        Assert.Empty(asked.Except(other.Keys));
        Assert.Empty(other.Keys.Except(asked));
        Assert.DoesNotContain(other.Keys, k => string.IsNullOrWhiteSpace(other[k]));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Every_text_has_a_place_for_the_same_values(string code)
    {
        var other = Texts.In(Language.Find(code)!);

        Assert.DoesNotContain(other.Keys, k => !Places(English[k]).SequenceEqual(Places(other[k])));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void What_is_a_sentence_is_not_left_in_English(string code)
    {
        var other = Texts.In(Language.Find(code)!);

        Assert.DoesNotContain(other.Keys, k => English[k].Contains(' ', StringComparison.Ordinal) && !k.StartsWith("date", StringComparison.Ordinal) && k != "time" && other[k] == English[k]);
    }

    [Fact]
    public void Every_text_that_a_page_asks_for_is_there()
    {
        var asked = Sources().SelectMany(file => Asked().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value)).Distinct().ToList();

        Assert.NotEmpty(asked);
        Assert.Empty(asked.Except(English.Keys));
    }

    [Fact]
    public void Every_page_has_its_sentences_from_the_texts() =>
        Assert.Empty(from file in Sources()
                     where file.EndsWith(".razor", StringComparison.Ordinal)
                     let markup = File.ReadAllText(file).Split("@code {")[0]
                     from written in Sentence().Matches(markup)
                     select $"{Path.GetFileName(file)}: {written.Value}");

    [Theory]
    [InlineData("en", "23 Nov 2026")]
    [InlineData("th", "23 พ.ย. 2569")]
    [InlineData("zh-Hans", "2026年11月23日")]
    [InlineData("vi", "23 tháng 11 năm 2026")]
    [InlineData("km", "23 វិច្ឆិកា 2026")]
    public void A_day_is_written_as_people_there_write_it(string code, string shown) => Assert.Equal(shown, Texts.In(Language.Find(code)!).Day(new(2026, 11, 23)));

    // 17:30 UTC is the next day in the whole region; Yangon is half an hour behind Bangkok.
    [Theory]
    [InlineData("LA", "23 Nov 2026, 00:30 Vientiane time")]
    [InlineData("TH", "23 Nov 2026, 00:30 Bangkok time")]
    [InlineData("MM", "23 Nov 2026, 00:00 Yangon time")]
    [InlineData("CN", "23 Nov 2026, 01:30 Beijing time")]
    [InlineData("XX", "22 Nov 2026, 17:30 UTC")]
    public void A_time_is_that_of_the_country_that_holds_the_record_and_says_so(string country, string shown) =>
        Assert.Equal(shown, English.Time(new(2026, 11, 22, 17, 30, 0, TimeSpan.Zero), country));

    [Fact]
    public void From_one_time_to_another_the_day_is_said_once_where_it_is_the_same()
    {
        var nine = new DateTimeOffset(2026, 11, 22, 2, 0, 0, TimeSpan.Zero);

        Assert.Equal("22 Nov 2026, 09:00–16:00 Vientiane time", English.Time(nine, nine.AddHours(7), "LA"));
        Assert.Equal("22 Nov 2026, 09:00 Vientiane time to 23 Nov 2026, 09:00 Vientiane time", English.Time(nine, nine.AddDays(1), "LA"));
    }

    [Fact]
    public void One_is_counted_as_one()
    {
        Assert.Equal(("for 1 day", "for 2 days"), (English.Count("queue.days", 1), English.Count("queue.days", 2)));
        Assert.Equal(("已 1 天", "已 2 天"), (Texts.In(Language.Find("zh-Hans")!).Count("queue.days", 1), Texts.In(Language.Find("zh-Hans")!).Count("queue.days", 2)));
    }

    [Fact]
    public void A_country_of_no_name_is_shown_by_its_code() => Assert.Equal(("Lao PDR", "ZZ"), (English.Country("LA"), English.Country("ZZ")));

    static IEnumerable<string> Places(string text) => Place().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal);

    static IEnumerable<string> Sources() => Directory.EnumerateFiles(Path.Combine(Environment.GetEnvironmentVariable("REGISTRY_ROOT") ?? throw new InvalidOperationException("REGISTRY_ROOT is not set."), "services", "Portal"), "*", SearchOption.AllDirectories)
        .Where(f => f.EndsWith(".razor", StringComparison.Ordinal) || f.EndsWith(".cs", StringComparison.Ordinal));

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();

    [GeneratedRegex("""(?:\bT|texts)(?:\.Count)?[\[(]"([a-z_.A-Z]+)"[,\])]""")]
    private static partial Regex Asked();

    /// <summary>Two words of letters after one another between tags.</summary>
    [GeneratedRegex(@"(?<=>)[^<>@{}]*\p{L}{2,} \p{L}{2,}[^<>@{}]*(?=<)")]
    private static partial Regex Sentence();
}
