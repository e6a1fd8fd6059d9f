using System.Text;
using Xunit;

namespace Gms.Platform.Tests.Imports;

public sealed class CsvRecordsTests
{
    [Theory]
    [InlineData("a,b\nc,d", "a|b;c|d")]
    [InlineData("a,b\r\nc,d\r\n", "a|b;c|d")]
    [InlineData("a,b\rc,d\r", "a|b;c|d")]
    [InlineData("\n\na,b\n\n\nc,d\n\n", "a|b;c|d")]
    [InlineData("a;b,c\nd;e", "a|b,c;d|e")]
    [InlineData("a\tb\n", "a|b")]
    [InlineData("\"a,\"\"x\"\"\",\"b\nc\"\n", "a,\"x\"|b\nc")]
    [InlineData("a,\n,b\n", "a|;|b")]
    [InlineData("\uFEFFa,b\n", "a|b")]
    [InlineData("", "")]
    [InlineData("\"\",x\n", "|x")]
    public async Task A_file_is_split_as_RFC_4180_says_wherever_its_pieces_end(string text, string expected)
    {
        foreach (var size in new[] { 1, 2, 3, 1000 })
            Assert.Equal(expected, string.Join(';', (await Records(Encoding.UTF8.GetBytes(text), size)).Select(r => string.Join('|', r.Fields))));
    }

    [Theory]
    [InlineData("a,b\"c\nd,e\n")]
    [InlineData("\"a\"x,b\nd,e\n")]
    public async Task A_stray_quotation_mark_breaks_its_own_record_only(string text)
    {
        var records = await Records(Encoding.UTF8.GetBytes(text), 1000);

        Assert.Equal(["CSV_QUOTE", null], records.Select(r => r.Problem?.Code));
        Assert.Equal(["d", "e"], records[1].Fields);
    }

    [Fact]
    public async Task Ten_megabytes_in_a_field_break_one_record_and_take_no_memory_to_speak_of()
    {
        var text = "a,b\n\"" + new string('x', 10_000_000) + "\nc,d\ne,f\n";

        var records = await Records(Encoding.UTF8.GetBytes(text), 100_000);

        Assert.Equal([null, "CSV_ROW_TOO_LONG", null, null], records.Select(r => r.Problem?.Code));
        Assert.Equal(["e", "f"], records[3].Fields);
    }

    [Fact]
    public async Task A_quotation_mark_that_is_never_closed_is_told()
    {
        Assert.Equal([null, "CSV_QUOTE"], (await Records("a,b\n\"c,d\n"u8.ToArray(), 1000)).Select(r => r.Problem?.Code));
    }

    static async Task<List<CsvRecord>> Records(byte[] file, int size)
    {
        var records = new List<CsvRecord>();
        await foreach (var record in CsvRecords.Read(Pieces(file, size)))
            records.Add(record);
        return records;
    }

    static async IAsyncEnumerable<ReadOnlyMemory<byte>> Pieces(byte[] file, int size)
    {
        await Task.CompletedTask;
        foreach (var piece in file.Chunk(size))
            yield return piece;
    }
}
