using Gms.Reintegration.Assessments;
using Gms.Reintegration.Cases;
using Gms.Reintegration.FollowUps;
using Xunit;

namespace Gms.Reintegration.Tests.FollowUps;

public sealed class FollowUpRulesTests
{
    static readonly Questionnaire Asked = Questionnaires.Load().InForce(AssessmentKind.Sustainability, A.Today);

    [Theory]
    [InlineData(-1, "FOLLOW_UP_TOO_EARLY")]
    [InlineData(0, "")]
    [InlineData(400, "")]
    public void It_is_asked_from_a_month_before_its_day_on(int daysAfterOpening, string problems)
    {
        var held = A.Case(CaseState.PlanAgreed);
        var opens = FollowUpRules.Opens(held.ReturnedOn, 3, A.Casework.FollowUps);

        Assert.Equal(problems, string.Join(", ", FollowUpRules.ToRecord(held, 3, Answers(opens), A.Casework.FollowUps, opens.AddDays(daysAfterOpening)).Select(p => p.Code)));
    }

    [Fact]
    public void Nobody_is_asked_before_the_return()
    {
        Assert.Equal(["FOLLOW_UP_BEFORE_RETURN"], Recording(A.Case(CaseState.BeforeReturn), A.Today.AddMonths(3)));
        Assert.Equal(["FOLLOW_UP_BEFORE_RETURN"], Recording(A.Case(CaseState.PlanAgreed, returned: A.Today), A.Today.AddDays(-1)));
    }

    [Fact]
    public void A_closed_case_is_followed_where_the_worker_is_on_own_feet()
    {
        var left = A.Case(CaseState.PlanAgreed);
        left.Close(CaseOutcome.ReMigrated, A.Today);

        Assert.Empty(Recording(A.Case(CaseState.Closed), A.Today.AddMonths(3)));
        Assert.Equal(["CASE_CLOSED"], Recording(left, A.Today.AddMonths(3)));
    }

    [Fact]
    public void Answers_are_complete_and_of_this_follow_up()
    {
        var day = A.Today.AddMonths(3);
        var begun = Answers(day);
        begun.CompletedOn = null;

        Assert.Equal(["FOLLOW_UP_WITHOUT_ANSWERS"], FollowUpRules.ToRecord(A.Case(CaseState.PlanAgreed), 3, null, A.Casework.FollowUps, day).Select(p => p.Code));
        Assert.Equal(["FOLLOW_UP_WITHOUT_ANSWERS"], FollowUpRules.ToRecord(A.Case(CaseState.PlanAgreed), 3, begun, A.Casework.FollowUps, day).Select(p => p.Code));
        Assert.Equal(["FOLLOW_UP_ANSWERS_TOO_OLD"], FollowUpRules.ToRecord(A.Case(CaseState.PlanAgreed), 12, Answers(day), A.Casework.FollowUps, A.Today.AddMonths(12)).Select(p => p.Code));
    }

    [Fact]
    public void The_last_day_of_return_that_is_due_is_the_last_whatever_the_length_of_months()
    {
        foreach (var month in A.Casework.FollowUps.Months)
            for (var today = new DateOnly(2027, 1, 1); today < new DateOnly(2029, 1, 1); today = today.AddDays(1))
            {
                var last = FollowUpRules.LastReturn(month, A.Casework.FollowUps, today);
                Assert.True(FollowUpRules.Opens(last, month, A.Casework.FollowUps) <= today, $"{month} {today} {last}");
                Assert.True(FollowUpRules.Opens(last.AddDays(1), month, A.Casework.FollowUps) > today, $"{month} {today} {last}");
            }
    }

    [Fact]
    public void The_best_answers_score_100_and_the_worst_0()
    {
        Assert.Equal(new(100, 100, 100, 100), SustainabilityScore.Of(Asked, Scored(best: true)));
        Assert.Equal(new(0, 0, 0, 0), SustainabilityScore.Of(Asked, Scored(best: false)));
    }

    [Fact]
    public void A_score_is_the_weighted_mean_as_it_is_written_out()
    {
        var answers = Scored(best: true);
        answers["INCOME_COVERS"] = "1";    // 0 with weight 3 of 8: 62.5, rounded up; total (62.5 * 34 + 100 * 66) / 100 = 87.25

        Assert.Equal(new(63, 100, 100, 87), SustainabilityScore.Of(Asked, answers));
    }

    [Fact]
    public void Whoever_has_no_children_of_school_age_loses_nothing_by_it()
    {
        var answers = Scored(best: true);
        answers["SCHOOL"] = "NO_CHILDREN";
        Assert.Equal(100, SustainabilityScore.Of(Asked, answers).Social);

        answers["SCHOOL"] = "NO";
        Assert.Equal(83, SustainabilityScore.Of(Asked, answers).Social);    // 5 of 6
    }

    [Fact]
    public void A_small_cell_is_not_told_nor_the_one_from_which_it_would_follow()
    {
        var rows = OutcomeRules.Count([.. Many(CaseOutcome.Reintegrated, 40), .. Many(CaseOutcome.ReMigrated, 12), .. Many(CaseOutcome.Declined, 9)], 10);

        Assert.Equal([(CaseOutcome.Reintegrated, 40), (CaseOutcome.ReMigrated, null), (CaseOutcome.Declined, (int?)null)], rows.Select(r => (r.Outcome, r.Cases)));
        Assert.Equal([new("LAK", 40 * 500L), new("LAK", 0), new("LAK", 0)], rows.Select(r => (Currency: "LAK", Minor: r.Spent.Sum(m => m.Minor))).Select(x => new Cell(x.Currency, x.Minor)));
    }

    [Fact]
    public void What_is_large_enough_is_told_with_its_cost_and_mean_score()
    {
        var row = Assert.Single(OutcomeRules.Count(Many(CaseOutcome.Reintegrated, 10), 10));

        Assert.Equal((10, 5_000L, 70), (row.Cases!.Value, Assert.Single(row.Spent).Minor, row.MeanScore!.Value));
        Assert.Null(Assert.Single(OutcomeRules.Count(Many(CaseOutcome.Reintegrated, 9), 10)).Cases);
    }

    [Fact]
    public void What_is_not_told_of_one_group_does_not_follow_from_the_total_of_its_outcome()
    {
        // The figures by sex tell 40 + 12 + 3 reintegrated: of three corridors two must be untold.
        var rows = OutcomeRules.Count([.. Many(CaseOutcome.Reintegrated, 40), .. Many(CaseOutcome.Reintegrated, 12, "KR-LA"), .. Many(CaseOutcome.Reintegrated, 3, "MY-LA")], 10);

        Assert.Equal([("KR-LA", null), ("MY-LA", null), ("TH-LA", (int?)40)], rows.Select(r => (r.Group, r.Cases)));
    }

    [Fact]
    public void What_is_untold_together_is_not_few_either()
    {
        // The figures by sex tell 57 reintegrated, and 12 + 40 of two corridors would tell that 5 came by the others.
        var rows = OutcomeRules.Count([.. Many(CaseOutcome.Reintegrated, 40), .. Many(CaseOutcome.Reintegrated, 12, "KR-LA"), .. Many(CaseOutcome.Reintegrated, 3, "MY-LA"), .. Many(CaseOutcome.Reintegrated, 2, "VN-LA")], 10);

        Assert.Equal([("KR-LA", null), ("MY-LA", null), ("TH-LA", (int?)40), ("VN-LA", null)], rows.Select(r => (r.Group, r.Cases)));
    }

    [Fact]
    public void Money_and_scores_of_a_few_do_not_follow_from_what_is_told_of_others()
    {
        static IEnumerable<CountedCase> Got(string group, int some, int none) => Many(CaseOutcome.Reintegrated, some, group).Concat(Many(CaseOutcome.Reintegrated, none, group).Select(c => c with { Spent = [], Score = null }));

        var rows = OutcomeRules.Count([.. Got("TH-LA", 40, 0), .. Got("KR-LA", 12, 5), .. Got("MY-LA", 1, 10), .. Got("VN-LA", 0, 30)], 10);

        Assert.Equal([("KR-LA", 17, 0, false), ("MY-LA", 11, 0, false), ("TH-LA", 40, 1, true), ("VN-LA", (int?)30, 0, false)], rows.Select(r => (r.Group, r.Cases, r.Spent.Count, r.MeanScore is not null)));
    }

    [Fact]
    public void No_untold_cell_is_alone_in_its_group_or_its_outcome()
    {
        var random = new Random(8);
        var outcomes = Enum.GetValues<CaseOutcome>();
        for (var round = 0; round < 200; round++)
        {
            var cases = Enumerable.Range(0, 4).SelectMany(g => Enumerable.Range(0, 4).SelectMany(o => Many(outcomes[o], random.Next(0, 25), $"G{g}"))).ToList();
            int Counted(OutcomeRow row) => cases.Count(c => c.Outcome == row.Outcome && c.Groups.Contains(row.Group));
            var rows = OutcomeRules.Count(cases, 10);

            Assert.All(rows.GroupBy(r => r.Group).Concat<IEnumerable<OutcomeRow>>(rows.GroupBy(r => r.Outcome)), line => Assert.False(line.Count(r => r.Cases is null) == 1 && line.Count() > 1));
            Assert.All(rows.GroupBy(r => r.Group).Concat<IEnumerable<OutcomeRow>>(rows.GroupBy(r => r.Outcome)), line => Assert.True(
                line.All(r => r.Cases is null) || line.All(r => r.Cases is not null) || line.Where(r => r.Cases is null).Sum(Counted) >= 10));
            Assert.All(rows, r => Assert.True(r.Cases is null or >= 10));
        }
    }

    [Theory]
    [InlineData(0, "3, 6, 12")]
    [InlineData(5, "6, 12")]
    [InlineData(14, "12")]
    public void Only_what_can_still_be_asked_is_waited_for_and_is_not_late_at_once(int monthsBack, string months)
    {
        var returned = A.Today.AddMonths(-monthsBack);

        Assert.Equal(months, string.Join(", ", FollowUpRules.StillToAsk(returned, A.Casework.FollowUps, A.Today)));
        Assert.All(FollowUpRules.StillToAsk(returned, A.Casework.FollowUps, A.Today), m => Assert.True(FollowUpRules.LateOn(returned, m, A.Casework.FollowUps, A.Today) >= A.Today.AddDays(30)));
    }

    [Fact]
    public void Answers_that_the_device_had_long_before_it_sent_them_are_too_old()
    {
        var (returned, day) = (A.Today.AddMonths(-3), A.Today);
        var answers = Answers(day);
        answers.Answers.Add(new() { Id = Guid.NewGuid(), Question = "SAFE", Value = "4", AnsweredAt = new(returned.AddDays(5), new(4, 0), TimeSpan.Zero) });
        Assert.Equal(["FOLLOW_UP_ANSWERS_TOO_OLD"], FollowUpRules.ToRecord(A.Case(CaseState.PlanAgreed, returned: returned), 3, answers, A.Casework.FollowUps, day).Select(p => p.Code));

        answers.Answers.Add(new() { Id = Guid.NewGuid(), Question = "SAFE", Value = "5", AnsweredAt = new(day, new(4, 0), TimeSpan.Zero) });
        Assert.Empty(FollowUpRules.ToRecord(A.Case(CaseState.PlanAgreed, returned: returned), 3, answers, A.Casework.FollowUps, day));
    }

    sealed record Cell(string Currency, long Minor);

    static IEnumerable<CountedCase> Many(CaseOutcome outcome, int count, string group = "TH-LA") => Enumerable.Range(0, count).Select(_ => new CountedCase(outcome, [group], [new(500, "LAK")], 70));

    static IEnumerable<string> Recording(Case held, DateOnly day) => FollowUpRules.ToRecord(held, 3, Answers(day), A.Casework.FollowUps, day).Select(p => p.Code);

    static Assessment Answers(DateOnly completed) =>
        new() { Id = Guid.NewGuid(), CaseId = Guid.Empty, Kind = AssessmentKind.Sustainability, Version = 1, Language = "lo", StartedOn = completed, StartedBy = "counsellor-1", CompletedOn = completed };

    static Dictionary<string, string> Scored(bool best) =>
        Asked.Questions.ToDictionary(q => q.Code, q => best ? q.Scores!.MaxBy(s => s.Value).Key : q.Scores!.MinBy(s => s.Value).Key);
}
