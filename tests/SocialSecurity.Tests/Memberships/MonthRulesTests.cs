using Gms.SocialSecurity.Contributions;
using Gms.SocialSecurity.Memberships;
using Xunit;

namespace Gms.SocialSecurity.Tests.Memberships;

/// <summary>Why a month counts or not, through however many short spells.</summary>
public sealed class MonthRulesTests
{
    static readonly DateOnly Today = A.Day("2026-07-15");

    [Fact]
    public void Three_spells_of_1_and_10_and_5_days_in_March_are_16_days_through_3_employers()
    {
        Membership[] spells = [Spell("2026-03-02", "2026-03-02", "1"), Spell("2026-03-05", "2026-03-14", "2"), Spell("2026-03-20", "2026-03-24", "3")];

        Assert.Equal((16, 3, 3, MonthState.NotPosted), Only("2026-03", spells) is var m ? (m.Days, m.Employers, m.NotPosted, m.State) : default);
    }

    [Fact]
    public void A_day_with_two_employers_is_one_day() =>
        Assert.Equal((1, 2), Only("2026-03", [Spell("2026-03-02", "2026-03-02", "1"), Spell("2026-03-02", "2026-03-02", "2")]) is var m ? (m.Days, m.Employers) : default);

    [Fact]
    public void One_paid_spell_makes_the_month_count_and_the_other_is_named_as_not_posted()
    {
        Membership[] spells = [Spell("2026-03-02", "2026-03-02", "1"), Spell("2026-03-05", "2026-03-14", "2")];

        Assert.Equal((MonthState.Counts, 1), Only("2026-03", spells, (spells[0], ContributionState.Paid, true)) is var m ? (m.State, m.NotPosted) : default);
    }

    [Fact]
    public void One_filing_of_an_employer_is_for_all_of_its_spells_of_the_month()
    {
        Membership[] spells = [Spell("2026-03-02", "2026-03-02", "1"), Spell("2026-03-05", "2026-03-05", "1"), Spell("2026-03-09", "2026-03-09", "2")];

        Assert.Equal((3, 2, 1, MonthState.Counts), Only("2026-03", spells, (spells[1], ContributionState.Paid, true)) is var m ? (m.Days, m.Employers, m.NotPosted, m.State) : default);
    }

    [Fact]
    public void Short_is_told_before_unpaid_and_unpaid_before_nothing()
    {
        Membership[] spells = [Spell("2026-03-02", "2026-03-02", "1"), Spell("2026-03-05", "2026-03-14", "2")];

        Assert.Equal(MonthState.Short, Only("2026-03", spells, (spells[0], ContributionState.Unpaid, false), (spells[1], ContributionState.Short, false)).State);
        Assert.Equal(MonthState.Unpaid, Only("2026-03", spells, (spells[0], ContributionState.Unpaid, false)).State);
    }

    [Fact]
    public void A_month_without_a_spell_is_a_gap_and_a_month_to_come_is_ahead() =>
        Assert.Equal([MonthState.NoMembership, MonthState.NotPosted, MonthState.Ahead],
            new[] { "2026-01", "2026-02", "2026-08" }.Select(month => Only(month, [Spell("2026-02-28", null, "1")]).State));

    static Membership Spell(string from, string? to, string employer)
    {
        var spell = A.Membership(from, to, employer);
        typeof(Membership).GetProperty(nameof(Membership.Id))!.SetValue(spell, Guid.NewGuid());
        return spell;
    }

    static Explained Only(string month, Membership[] spells, params (Membership Of, ContributionState State, bool Counts)[] posted)
    {
        var at = Gms.SocialSecurity.Memberships.Months.Index(A.Day(month + "-01"));
        return Assert.Single(MonthRules.Explain(at, at, spells, [.. posted.Select(p => (p.Of.Id, A.Day(month + "-01"), p.State, p.Counts))], Today));
    }
}
