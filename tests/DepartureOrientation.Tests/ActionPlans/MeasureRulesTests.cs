using Gms.DepartureOrientation.ActionPlans;
using Gms.DepartureOrientation.GoodPractices;
using Gms.Platform;
using Gms.Testing;
using Xunit;

namespace Gms.DepartureOrientation.Tests.ActionPlans;

public sealed class MeasureRulesTests
{
    static readonly Caller Officer = new() { Account = "ministry-officer@LA", Organisation = "office", Roles = new HashSet<string>() };

    static readonly ActionPlan Plan = new() { Country = "LA", Title = "Plan", StartsOn = A.Today.AddDays(-10), EndsOn = A.Today.AddDays(10), AgreedAt = "Workshop" };

    [Theory]
    [InlineData(MeasureState.Planned, "InProgress, Dropped")]
    [InlineData(MeasureState.InProgress, "Done, Dropped")]
    [InlineData(MeasureState.Done, "InProgress")]
    [InlineData(MeasureState.Dropped, "")]
    public void A_measure_moves_only_so(MeasureState from, string to) =>
        Assert.Equal(to, string.Join(", ", Enum.GetValues<MeasureState>().Where(next => from.CanBecome(next))));

    [Theory]
    [InlineData(-1, "MEASURE_DUE_IN_PAST")]
    [InlineData(0, "")]
    [InlineData(10, "")]
    [InlineData(11, "MEASURE_DUE_OUTSIDE_PLAN")]
    [InlineData(-11, "MEASURE_DUE_OUTSIDE_PLAN, MEASURE_DUE_IN_PAST")]
    public void It_is_due_within_the_plan_and_not_in_the_past(int days, string broken) =>
        Assert.Equal(broken, string.Join(", ", MeasureRules.ToAdd(Plan, A.Today.AddDays(days), null, A.Today).Select(p => p.Code)));

    [Fact]
    public void A_practice_that_was_taken_back_is_not_taken_up()
    {
        var practice = new GoodPractice { Country = "VN", Title = "Practice", Text = "Text", Topic = Topic.FairRecruitment, Organisation = "office", SharedOn = A.Today };
        Assert.Empty(MeasureRules.ToAdd(Plan, A.Today, practice, A.Today));

        practice.Withdraw(A.Today, "It did not last.");

        Assert.Equal(["GOOD_PRACTICE_WITHDRAWN"], MeasureRules.ToAdd(Plan, A.Today, practice, A.Today).Select(p => p.Code));
    }

    [Theory]
    [InlineData(MeasureState.Planned, MeasureState.InProgress, false)]
    [InlineData(MeasureState.InProgress, MeasureState.Done, false)]
    [InlineData(MeasureState.InProgress, MeasureState.Dropped, true)]
    [InlineData(MeasureState.Done, MeasureState.InProgress, true)]
    public void Giving_up_and_taking_back_need_a_reason(MeasureState from, MeasureState to, bool needed)
    {
        var measure = Measure(from);

        Assert.Equal(needed ? ["MEASURE_REASON_MISSING"] : [], MeasureRules.ToMove(measure, to, null).Select(p => p.Code));
        Assert.Empty(MeasureRules.ToMove(measure, to, "Because."));
    }

    [Fact]
    public void What_has_ended_is_not_revised_and_a_revision_changes_something() => Assert.Equal(
        ["MEASURE_ENDED", "MEASURE_NOTHING_REVISED"],
        MeasureRules.ToRevise(Measure(MeasureState.Dropped), Plan, "owner", A.Today, A.Today).Select(p => p.Code));

    /// <summary>A last day that has passed stays; another owner may be found for it.</summary>
    [Fact]
    public void Another_owner_is_found_for_what_is_overdue() =>
        Assert.Empty(MeasureRules.ToRevise(Measure(MeasureState.Planned), Plan, "another", A.Today, A.Today.AddDays(5)));

    [Fact]
    public void Every_step_keeps_how_the_measure_stood()
    {
        var measure = Measure(MeasureState.Planned);
        measure.Revise("another", A.Today.AddDays(3), "More time.", Officer, A.Nine);
        measure.Move(MeasureState.InProgress, null, Officer, A.Nine);

        Assert.Equal(
            [(1, "owner", A.Today, MeasureState.Planned), (2, "another", A.Today.AddDays(3), MeasureState.Planned), (3, "another", A.Today.AddDays(3), MeasureState.InProgress)],
            measure.Steps.Select(s => (s.Number, s.Owner, s.DueOn, s.State)));
    }

    [Fact]
    public void It_is_overdue_from_the_day_after_its_last_while_it_is_open()
    {
        Assert.False(Measure(MeasureState.Planned).IsOverdue(A.Today));
        Assert.True(Measure(MeasureState.InProgress).IsOverdue(A.Today.AddDays(1)));
        Assert.False(Measure(MeasureState.Done).IsOverdue(A.Today.AddDays(1)));
    }

    static Measure Measure(MeasureState state)
    {
        var measure = new Measure { PlanId = Plan.Id, Country = "LA", Title = "Measure", Topic = Topic.Orientation, Owner = "owner", DueOn = A.Today };
        measure.Begin(Officer, A.Nine);
        if (state != MeasureState.Planned)
            measure.Move(state, null, Officer, A.Nine);
        return measure;
    }
}
