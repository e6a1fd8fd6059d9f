using System.Reflection;
using System.Text;
using System.Text.Json;
using Gms.Exports.V1;
using Xunit;

namespace Gms.Platform.Tests.Exports;

public sealed class ExportFileTests
{
    static readonly IReadOnlyList<ExportColumn> Columns = [new("text", "Some text.", null), new("country", "A country.", CodeList.Countries), new("countries", "Countries.", CodeList.Countries)];

    [Fact]
    public void A_row_larger_than_a_piece_leaves_in_several_and_counts_with_its_last()
    {
        var file = File();
        var row = Row(new string('x', 2 * ExportFile.MostBytes));

        var pieces = file.Add(Row("small")).Concat(file.Add(row)).Concat(file.Take()).Select(p => p.Answer).ToList();

        Assert.Equal([1, 0, 0, 1], pieces.Select(p => p.Rows));
        Assert.Equal([1L, 1, 1, 2], pieces.Select(p => p.TotalRows));
        Assert.All(pieces, p => Assert.InRange(p.Content.Length, 1, ExportFile.MostBytes));
        Assert.Equal(row.Position.ToString(), pieces[^1].After);
        Assert.Equal([pieces[0].After, pieces[0].After], pieces.Skip(1).Take(2).Select(p => p.After));
    }

    [Fact]
    public void Each_piece_names_the_workers_it_tells_of_once()
    {
        var file = File();

        foreach (var worker in new[] { "LA-1", "LA-2", "LA-1" })
            Assert.Empty(file.Add(Row("x") with { Worker = worker }));

        Assert.Equal(["LA-1", "LA-2"], Assert.Single(file.Take()).Workers.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("en", "Thailand")]
    [InlineData("km", "ថៃ")]
    [InlineData("lo", "ໄທ")]
    [InlineData("my", "ထိုင်း")]
    [InlineData("th", "ไทย")]
    [InlineData("vi", "Thái Lan")]
    [InlineData("zh", "泰国")]
    public void A_code_is_followed_by_its_label_in_the_reader_s_language(string language, string label)
    {
        var file = File(language);
        Assert.Empty(file.Add(Row("x")));

        var row = JsonElement.Parse(Encoding.UTF8.GetString([.. file.Take().SelectMany(p => p.Answer.Content)]));

        Assert.Equal(("TH", label), (row.GetProperty("country").GetString(), row.GetProperty("country_label").GetString()));
        Assert.Equal(["TH", "XX"], row.GetProperty("countries").EnumerateArray().Select(c => c.GetString()));
        Assert.Equal([label, "XX"], row.GetProperty("countries_label").EnumerateArray().Select(c => c.GetString()));
    }

    [Theory]
    [InlineData("", "en")]
    [InlineData("zh-Hans", "zh")]
    [InlineData("LO-la", "lo")]
    public void A_language_is_known_whatever_region_or_script_follows(string tag, string language) => Assert.Equal(language, Labels.ReadLanguage(tag, "language"));

    [Fact]
    public void A_province_is_named_in_its_own_language_for_who_reads_that_and_in_english_otherwise() =>
        Assert.Equal(("បន្ទាយមានជ័យ", "Banteay Meanchey"), (Places.Province("KH-1", "km"), Places.Province("KH-1", "th")));

    static ExportFile File(string language = "en") => new(ExportFormat.Ndjson, Columns, Labels.Of(Assembly.GetExecutingAssembly()), language, null);

    static ExportedRow Row(string text) => new(new(Guid.CreateVersion7(), ""), null, [text, "TH", new[] { "TH", "XX" }]);
}
