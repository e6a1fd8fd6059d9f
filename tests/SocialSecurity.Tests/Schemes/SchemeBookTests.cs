using Gms.Platform;
using Gms.SocialSecurity.Schemes;
using Xunit;

namespace Gms.SocialSecurity.Tests.Schemes;

/// <summary>The data is all there, and nonsense in it stops the start.</summary>
public sealed class SchemeBookTests
{
    [Fact]
    public void All_29_schemes_35_rates_92_branches_and_4_agreements_are_there() =>
        Assert.Equal((29, 35, 92, 4), (A.Book.Schemes.Count, A.Book.Schemes.Sum(s => s.Rates.Count), A.Book.Schemes.Sum(s => s.Branches.Count), A.Book.Agreements.Count));

    // Ministerial Regulation on the wage base B.E. 2568 (2025) under the Social Security Act B.E. 2533: ceiling in three steps, 5 % each side.
    [Theory]
    [InlineData("2025-12", 15_000_00, 750_00)]
    [InlineData("2026-01", 17_500_00, 875_00)]
    [InlineData("2028-12", 17_500_00, 875_00)]
    [InlineData("2029-01", 20_000_00, 1_000_00)]
    [InlineData("2031-12", 20_000_00, 1_000_00)]
    [InlineData("2032-01", 23_000_00, 1_150_00)]
    public void Thai_ceiling_steps_15000_17500_20000_23000_come_on_their_days(string month, long ceiling, long most)
    {
        var scheme = A.Scheme("TH-SSF-33");
        var rate = scheme.RateIn(A.Day(month + "-01"))!;

        Assert.Equal((ceiling, most), (rate.BaseMost, scheme.Rounding.Share(rate.BaseMost!.Value, rate.EmployeePpm)));
    }

    [Fact]
    public void At_every_rate_boundary_exactly_one_rate_holds_on_each_side()
    {
        var doubtful =
            from scheme in A.Book.Schemes
            from rate in scheme.Rates
            where rate.From is not null
            from day in new[] { rate.From!.Value, rate.From.Value.AddDays(-1) }
            where scheme.Rates.Count(r => r.HoldsOn(day)) > 1 || (day == rate.From && scheme.RateIn(day) != rate)
            select $"{scheme.Id} {day}";

        Assert.Empty(doubtful);
    }

    [Fact]
    public void Every_scheme_answers_for_every_employment_channel_and_nationality()
    {
        var answers =
            from scheme in A.Book.Schemes
            from employment in A.Book.EmploymentTypes
            from channel in A.Book.Channels.Append("")
            from nationality in new[] { "KH", "CN", "LA", "MM", "TH", "VN", "PH" }
            select scheme.Enrolment.For(new(scheme.Country, employment, channel, nationality, Presumed: false, A.Day("2026-11-22")));

        Assert.All(answers, rule => Assert.True(rule.Text.Length > 0 && rule.Evidence.Text.Length > 0));
    }

    [Fact]
    public void A_foreigners_rule_is_unsure_when_the_nationality_is_only_presumed_and_no_channel_tells_it()
    {
        var card = A.Scheme("TH-CMHI").Enrolment;
        var withChannel = A.Job(employment: "DOMESTIC", presumed: true);
        var without = withChannel with { Channel = "" };

        Assert.False(withChannel.PresumesFor(card.For(withChannel)));
        Assert.True(without.PresumesFor(card.For(without)));
    }

    [Theory]
    [InlineData("\"employee\": 0.05,", "\"employee\": 5,", "has a share of 5")]
    [InlineData("\"base_min\": 1650,", "\"base_min\": 99000,", "has a floor above its ceiling")]
    [InlineData("\"max_amount\": 875,", "\"max_amount\": 900,", "says at most 900, which is not its share of its ceiling")]
    [InlineData("\"currency\": \"THB\",", "\"currency\": \"LAK\",", "is in LAK, not THB")]
    [InlineData("\"effective_to\": \"2028-12-31\",", "\"effective_to\": \"2029-12-31\",", "has rates that overlap from 2029-01-01 on")]
    [InlineData("\"effective_to\": \"2028-12-31\",", "\"effective_to\": \"2020-12-31\",", "ends before it begins")]
    [InlineData("\"branch\": \"old_age\",", "\"branch\": \"old_ages\",", "is no branch")]
    [InlineData("\"within_months\": 15", "\"within_months\": 2", "asks for months that cannot be")]
    [InlineData("\"confidence\": \"high\",", "\"confidence\": \"sure\",", "is of the confidence sure")]
    [InlineData("\"id\": \"TH-SSF-33\",", "\"id\": \"TH-SSF-39\",", "has TH-SSF-39 more than once")]
    [InlineData("\"country\": \"TH\",", "\"country\": \"XX\",", "is of XX, none of the six countries")]
    [InlineData("\"base_max\": 15000,", "\"base_maximum\": 15000,", "base_maximum")]
    public void Nonsense_in_the_schemes_stops_the_start(string right, string wrong, string fault) =>
        Assert.Contains(fault, Fault(schemes: Once(SchemeBook.Resource("schemes.json"), right, wrong)), StringComparison.Ordinal);

    [Theory]
    [InlineData("\"standing\": \"EXCLUDED\",", "\"standing\": \"PERHAPS\",", "says PERHAPS")]
    [InlineData("\"channels\": [\"IRREGULAR\"],", "\"channels\": [\"SECRET\"],", "names the channel SECRET")]
    [InlineData("\"within_days\": 30,", "\"within_days\": 3000,", "gives 3000 days")]
    [InlineData("\"nationality\": \"foreign\",", "\"nationality\": \"alien\",", "names the nationality alien")]
    [InlineData("\"scheme\": \"TH-SSF-33\",", "\"scheme\": \"TH-SSF-34\",", "TH-SSF-33 has no entry in enrolment.json")]
    [InlineData("\"unit\": 1,", "\"unit\": 1, \"mode\": 2,", "mode")]
    public void Nonsense_in_the_enrolment_rules_stops_the_start(string right, string wrong, string fault) =>
        Assert.Contains(fault, Fault(enrolment: Once(SchemeBook.Resource("enrolment.json"), right, wrong)), StringComparison.Ordinal);

    [Theory]
    [InlineData("\"scheme\": \"TH-SSF-33\",", "\"scheme\": \"TH-SSF-34\",", "TH-SSF-34 is named in spells.json and is no scheme")]
    [InlineData("\"months\": 12,", "\"months\": 0,", "TH-SSF-39 follows what cannot be")]
    [InlineData("\"missed_months\": 2,", "\"missed_months\": 999,", "TH-SSF-39 lapses after months that cannot be")]
    [InlineData("[\"TH-SSF-33\", \"TH-SSF-39\"]", "[\"TH-SSF-33\"]", "TH-SSF-33-OR-39 names fewer than two schemes")]
    [InlineData("[\"TH-SSF-33\", \"TH-SSF-40\"]", "[\"TH-SSF-33\", \"TH-SSF-50\"]", "TH-SSF-50 is named in spells.json and is no scheme")]
    [InlineData("\"allowed\": true,", "\"allowed\": true, \"perhaps\": 1,", "perhaps")]
    public void Nonsense_in_the_rules_on_spells_stops_the_start(string right, string wrong, string fault) =>
        Assert.Contains(fault, Fault(spells: Once(SchemeBook.Resource("spells.json"), right, wrong)), StringComparison.Ordinal);

    static string Fault(string? schemes = null, string? enrolment = null, string? spells = null) =>
        Assert.Throws<SettingsException>(() => SchemeBook.Read(
            schemes ?? SchemeBook.Resource("schemes.json"), enrolment ?? SchemeBook.Resource("enrolment.json"), spells ?? SchemeBook.Resource("spells.json"))).Message;

    static string Once(string text, string right, string wrong)
    {
        var at = text.IndexOf(right, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{right} is not in the data");
        return string.Concat(text.AsSpan(0, at), wrong, text.AsSpan(at + right.Length));
    }
}
