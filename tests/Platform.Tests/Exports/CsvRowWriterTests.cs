using System.Buffers;
using System.Text;
using Xunit;

namespace Gms.Platform.Tests.Exports;

public sealed class CsvRowWriterTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+cmd|' /C calc'!A0")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("+1 2")]
    [InlineData("-")]
    [InlineData("-1\n")]
    public void What_a_spreadsheet_would_run_gets_an_apostrophe(string text) => Assert.Equal("'" + text, CsvRowWriter.NotAFormula(text));

    [Theory]
    [InlineData("")]
    [InlineData("-12")]
    [InlineData("+85620555123")]
    [InlineData("-1.50")]
    [InlineData("a=b")]
    [InlineData("ສົມ")]
    [InlineData("LA-7KQ2-M9XD-R")]
    public void Numbers_and_plain_text_stay_as_they_are(string text) => Assert.Equal(text, CsvRowWriter.NotAFormula(text));

    [Fact]
    public void A_file_begins_with_the_mark_of_utf8_and_its_names_and_quotes_what_must_be_quoted()
    {
        var file = new ArrayBufferWriter<byte>();
        var writer = new CsvRowWriter(["a", "b"]);

        writer.Begin(file);
        writer.Write(file, ["x,y", "say \"no\"\nor yes"]);
        writer.Write(file, [null, new[] { "=1", "2" }]);
        writer.Write(file, [true, -5L]);

        Assert.Equal("\uFEFFa,b\r\n\"x,y\",\"say \"\"no\"\"\nor yes\"\r\n,'=1; 2\r\ntrue,-5\r\n", Encoding.UTF8.GetString(file.WrittenSpan));
    }

    [Fact]
    public async Task What_is_written_is_read_back_by_the_reader_of_imports()
    {
        string[] fields = ["a;b", "\"", "line\r\nbreak", "ຊື່", " space "];
        var file = new ArrayBufferWriter<byte>();
        var writer = new CsvRowWriter(["c", "d", "e", "f", "g"]);
        writer.Begin(file);
        writer.Write(file, fields);

        var records = new List<CsvRecord>();
        await foreach (var record in CsvRecords.Read(Once(file.WrittenMemory), TestContext.Current.CancellationToken))
            records.Add(record);

        Assert.Equal(fields, records[1].Fields);
    }

    static async IAsyncEnumerable<ReadOnlyMemory<byte>> Once(ReadOnlyMemory<byte> piece)
    {
        await Task.CompletedTask;
        yield return piece;
    }
}
