using Gms.Imports.V1;
using Gms.Portal.Languages;
using Gms.Portal.Uploads;
using Gms.Type.V1;
using Xunit;

namespace Gms.Portal.Tests.Uploads;

public sealed class RowReportTests
{
    static readonly Texts English = Texts.In(Language.English);

    [Fact]
    public void A_row_that_was_taken_is_one_line() =>
        Assert.Equal(["3,Taken,LA-7KQ2-M9XD-R,,,"], RowReport.Lines(English, new() { Row = 3, Outcome = RowOutcome.Accepted, Id = "LA-7KQ2-M9XD-R" }));

    [Fact]
    public void A_row_that_was_refused_is_a_line_for_each_problem() =>
        Assert.Equal(
            ["4,Refused,,month,\"The month, as filed, has not begun.\",File it later.", "4,Refused,,wage,No wage.,"],
            RowReport.Lines(English, new()
            {
                Row = 4,
                Outcome = RowOutcome.Refused,
                Problems = { new Problem { Field = "month", Message = "The month, as filed, has not begun.", Remedy = "File it later." }, new Problem { Field = "wage", Message = "No wage." } },
            }));

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@x", "'@x")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    public void A_cell_is_never_a_formula_and_never_breaks_a_line(string text, string cell) => Assert.Equal(cell, RowReport.Line(text));
}
