using Gms.Type.V1;
using Xunit;

namespace Gms.Platform.Tests.Calls;

/// <summary>What a caller is told of a field that cannot be read: enough to send it right the next time.</summary>
public sealed class ReadTests
{
    [Theory]
    [InlineData(2026, 2, 30, "month 2 of 2026 has 28 days, not 30")]
    [InlineData(2026, 2, 29, "month 2 of 2026 has 28 days, not 29")]
    [InlineData(2026, 13, 1, "there is no month 13")]
    [InlineData(2026, 0, 1, "the month is missing")]
    [InlineData(2026, 4, 0, "the day is missing")]
    [InlineData(0, 4, 1, "the year is missing")]
    [InlineData(10_000, 4, 1, "there is no year 10000")]
    [InlineData(2026, 4, -1, "there is no day -1")]
    public void A_day_that_is_none_says_why(int year, int month, int day, string why)
    {
        var problem = Of(() => Read.Day(new Date { Year = year, Month = month, Day = day }, "planned_on"));

        Assert.Equal(("DAY_MALFORMED", "planned_on", $"planned_on is not a day of the calendar: {why}."), (problem.Code, problem.Field, problem.Message));
    }

    [Fact]
    public void The_last_day_of_February_is_a_day_in_leap_years() =>
        Assert.Equal(new DateOnly(2028, 2, 29), Read.Day(new Date { Year = 2028, Month = 2, Day = 29 }, "planned_on"));

    [Fact]
    public void A_code_that_is_missing_or_unknown_is_answered_with_the_codes()
    {
        var missing = Of(() => Read.Code("", "channel", ["MOU_S59", "BORDER_S64"]));
        var unknown = Of(() => Read.Code("MOU", "channel", ["MOU_S59", "BORDER_S64"]));

        Assert.Equal(("FIELD_REQUIRED", "Set channel to one of: BORDER_S64, MOU_S59."), (missing.Code, missing.Remedy));
        Assert.Equal(("VALUE_UNKNOWN", "Send one of: BORDER_S64, MOU_S59."), (unknown.Code, unknown.Remedy));
    }

    [Fact]
    public void A_value_that_is_missing_or_unknown_is_answered_with_the_values()
    {
        var missing = Of(() => Read.Value<Outcome, Found>(Outcome.Unspecified, "outcome"));
        var unknown = Of(() => Read.Value<Outcome, Found>(Outcome.Unknown, "outcome"));

        Assert.Equal(("FIELD_REQUIRED", "Set outcome to one of: Pass, Fail."), (missing.Code, missing.Remedy));
        Assert.Equal(("VALUE_UNKNOWN", "Send one of: Pass, Fail."), (unknown.Code, unknown.Remedy));
        Assert.Equal(Found.Fail, Read.Value<Outcome, Found>(Outcome.Fail, "outcome"));
    }

    [Theory]
    [InlineData("They took my passport.\r\n\r\nI want it back.", "They took my passport.\n\nI want it back.")]
    [InlineData("one\rtwo\nthree\n", "one\ntwo\nthree")]
    [InlineData("\tfirst\tsecond", "first second")]
    public void What_is_told_in_sentences_keeps_its_lines(string sent, string read) => Assert.Equal(read, Read.Lines(sent, "words", 100));

    [Fact]
    public void The_end_of_a_line_counts_as_one_character()
    {
        Assert.Equal("1234\n6789", Read.Lines("1234\r\n6789", "words", 9));
        Assert.Equal("TEXT_TOO_LONG", Of(() => Read.Lines("1234\r\n67890", "words", 9)).Code);
    }

    [Theory]
    [InlineData("a bell\a")]
    [InlineData("turned \u202Eround")]
    public void Lines_hold_no_other_control_characters(string sent) => Assert.Equal("TEXT_HAS_CONTROL_CHARACTERS", Of(() => Read.Lines(sent, "words", 100)).Code);

    [Fact]
    public void Only_what_is_told_in_sentences_may_have_lines()
    {
        Assert.Equal("TEXT_HAS_CONTROL_CHARACTERS", Of(() => Read.Text("two\nlines", "name")).Code);
        Assert.Equal("FIELD_REQUIRED", Of(() => Read.Lines(" \r\n ", "words", 100)).Code);
        Assert.Null(Read.OptionalLines("\r\n", "words", 100));
    }

    [Fact]
    public void A_missing_country_is_answered_with_the_six()
    {
        var problem = Of(() => Read.Country("", "country"));

        Assert.Equal(("FIELD_REQUIRED", "Set country to one of: KH, CN, LA, MM, TH, VN."), (problem.Code, problem.Remedy));
    }

    [Theory]
    [InlineData(long.MinValue, 0)]
    [InlineData(-62_135_596_801, 0)]
    [InlineData(-62_135_596_800, 0)]    // 0001-01-01, what some programs send for nothing
    [InlineData(-2_208_988_801, 0)]     // 1899-12-31
    [InlineData(253_370_764_800, 0)]    // 9999-01-01
    [InlineData(long.MaxValue, 0)]
    [InlineData(1_700_000_000, -1)]
    [InlineData(1_700_000_000, 1_000_000_000)]
    public void An_instant_that_cannot_be_is_refused_by_its_field(long seconds, int nanos)
    {
        var problem = Of(() => Read.Instant(new() { Seconds = seconds, Nanos = nanos }, "crossed_at"));

        Assert.Equal(("VALUE_UNKNOWN", "crossed_at"), (problem.Code, problem.Field));
    }

    [Fact]
    public void An_instant_is_read_as_sent_and_may_lack_only_where_it_may()
    {
        Assert.Equal(new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero), Read.Instant(new() { Seconds = -2_208_988_800 }, "crossed_at"));
        Assert.Equal(DateTimeOffset.MinValue, Read.Instant(new() { Seconds = -62_135_596_800 }, "changed_since", firstYear: 1));
        Assert.Null(Read.OptionalInstant(null, "crossed_at"));
        Assert.Equal("FIELD_REQUIRED", Of(() => Read.Instant(null, "crossed_at")).Code);
    }

    enum Found
    {
        Pass,
        Fail,
    }

    static Problem Of(Func<object> read) => Assert.Single(Assert.Throws<RefusedException>(read).Problems);
}
