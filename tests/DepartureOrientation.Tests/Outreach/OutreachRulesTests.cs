using Gms.DepartureOrientation.Institutions;
using Gms.DepartureOrientation.Outreach;
using Gms.Type.V1;
using Xunit;

namespace Gms.DepartureOrientation.Tests.Outreach;

public sealed class OutreachRulesTests
{
    const int Threshold = 10;

    [Fact]
    public void Two_groups_are_told_beside_each_other()
    {
        var (with, without) = OutcomeGroup.Compare(60, new(200, 50), new(40, 10), Threshold);

        Assert.Equal((60L, 50L, 10L, 20.0m), (with.Certified, with.Departed, with.Complained, with.ComplainedPerHundred));
        Assert.Equal((null, 150L, 30L, 20.0m), (without.Certified, without.Departed, without.Complained, without.ComplainedPerHundred));
    }

    /// <summary>The total is known elsewhere: the other count would tell the small one.</summary>
    [Theory]
    [InlineData(100, 9)]
    [InlineData(100, 91)]
    [InlineData(100, 1)]
    public void Of_two_counts_of_which_one_is_small_neither_is_told(long all, long some)
    {
        var (with, without) = OutcomeGroup.Compare(60, new(all, some), new(40, 20), Threshold);

        Assert.Equal((null, null), (with.Departed, without.Departed));
        Assert.Equal((null, null), (with.ComplainedPerHundred, without.ComplainedPerHundred));
        Assert.Equal((20L, 20L), (with.Complained, without.Complained));
    }

    [Theory]
    [InlineData(100, 0)]
    [InlineData(100, 100)]
    [InlineData(100, 10)]
    [InlineData(100, 90)]
    public void None_all_and_the_threshold_are_told(long all, long some) => Assert.Equal((some, all - some), OutcomeGroup.Compare(60, new(all, some), new(0, 0), Threshold) is var (with, without) ? (with.Departed, without.Departed) : default);

    [Fact]
    public void What_nobody_answered_is_not_known()
    {
        var (with, without) = OutcomeGroup.Compare(60, new(null, null), new(40, 10), Threshold);

        Assert.Equal((null, null, null, null), (with.Departed, without.Departed, with.ComplainedPerHundred, without.ComplainedPerHundred));
    }

    [Fact]
    public void Nobody_left_means_no_rate() => Assert.Null(OutcomeGroup.Compare(60, new(0, 0), new(0, 0), Threshold).With.ComplainedPerHundred);

    [Fact]
    public void Rows_too_small_are_told_together()
    {
        var groups = OrientedGroups.Of([.. People("LA-TH", 20), .. People("LA-VN", 4), .. People("LA-KH", 7)], Threshold);

        Assert.Equal([("LA-TH", 20), ("OTHER", 11)], groups.OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Value.Count)));
    }

    [Fact]
    public void One_small_row_alone_stays_and_is_hidden_later()
    {
        var groups = OrientedGroups.Of([.. People("LA-TH", 20), .. People("LA-VN", 4)], Threshold);
        var table = OrientedGroups.Table(groups, new Dictionary<string, IReadOnlyDictionary<string, long>>
        {
            ["LA-TH"] = new Dictionary<string, long> { ["female"] = 20 },
            ["LA-VN"] = new Dictionary<string, long>(),
        });

        Assert.Equal((24, 4), (table[0, 0], table[2, 0]));
        Platform.Suppression.Apply(table, Threshold);
        Assert.True(table.IsHidden(2, 0) && table.IsHidden(1, 0));
    }

    [Fact]
    public void Institutions_add_up_by_kind_and_in_all()
    {
        InstitutionCount[] rows = [new("Tvet", "LA-VT", 3, 2, 5), new("Tvet", "ZZ", 1, 0, 0), new("SkillsCentre", "ZZ", 2, 2, 2)];

        Assert.Equal(
            [rows[0], rows[1], new("Tvet", "", 4, 2, 5), rows[2], new("SkillsCentre", "", 2, 2, 2), new InstitutionCount("", "", 6, 4, 7)],
            InstitutionCount.WithTotals(rows));
    }

    [Theory]
    [InlineData("34 of 34", "34 of 34", Agreement.Agrees)]
    [InlineData("34 of 34", "33 of 34", Agreement.Differs)]
    [InlineData("34 of 34", null, Agreement.NotRecorded)]
    public void One_statement_is_held_against_the_records(string stated, string? computed, Agreement agreement) => Assert.Equal(agreement, Figure(stated).Against(computed));

    [Fact]
    public void What_the_texts_leave_out_is_not_stated_whatever_is_on_record() => Assert.Equal([Agreement.NotStated, Agreement.NotStated], new[] { "2019", null }.Select(c => Figure().Against(c)));

    /// <summary>Not even the one that fits counts as agreement.</summary>
    [Fact]
    public void Texts_that_contradict_one_another_agree_with_nothing() => Assert.Equal(Agreement.TextsDiffer, Figure("6 of 6", "8 of 8").Against("8 of 8"));

    [Fact]
    public void The_same_said_twice_is_one_statement() => Assert.Equal(Agreement.Agrees, Figure("6", "6").Against("6"));

    [Theory]
    [InlineData(0, new[] { 0 })]
    [InlineData(12_500, new[] { 12_500 })]
    [InlineData(12_501, new[] { 6250, 6251 })]
    public void A_large_group_is_asked_in_pieces_of_one_size(int people, int[] pieces) => Assert.Equal(pieces, Cohorts.Pieces(Enumerable.Range(0, people).ToList()).Select(p => p.Count));

    [Fact]
    public void Every_statement_of_the_data_is_quoted_with_its_source() => Assert.All(
        StatedFigures.Load().Programmes.SelectMany(p => p.Figures).SelectMany(f => f.Statements),
        s => Assert.True(s.Value.Length > 0 && s.Quotation.Length > 0 && s.Source.Length > 0 && s.Confidence != Confidence.Unspecified));

    [Fact]
    public void What_is_left_out_or_contradicted_says_so_in_a_note() => Assert.All(
        StatedFigures.Load().Programmes.SelectMany(p => p.Figures).Where(f => f.Statements.Count != 1), f => Assert.True(f.Note is { Length: > 0 }, f.Code));

    static StatedFigure Figure(params string[] values) => new("CODE", "Title", Computation.None, null, null, [.. values.Select(v => new Statement(v, "Words", "Text", Confidence.Medium))], null);

    static IEnumerable<(string, string)> People(string row, int count) => Enumerable.Range(0, count).Select(i => (row, $"{row}-{i}"));
}
