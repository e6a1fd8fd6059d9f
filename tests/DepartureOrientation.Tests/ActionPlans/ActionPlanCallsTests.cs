using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Tests.ActionPlans;

public sealed class ActionPlanCallsTests(DepartureOrientationHost host) : IClassFixture<DepartureOrientationHost>
{
    [Fact]
    public async Task A_measure_is_shown_with_its_steps_and_what_coaches_said()
    {
        var measure = await host.AddedMeasure();
        await host.Plans(A.Manager).MoveMeasureAsync(new() { RequestId = Given.New(), MeasureId = measure, To = Proto.MeasureState.InProgress });
        await host.Plans(A.Officer).ReviseMeasureAsync(new() { RequestId = Given.New(), MeasureId = measure, DueOn = Given.Today.AddDays(60).ToProto(), Reason = "The school year began later." });
        await Note(measure, Who.Is(Role.CivilSocietyOfficer, null), "Begin with the schools that have teachers.");
        await Note(measure, A.Officer, "Agreed.");

        var shown = await host.Plans(A.Officer).GetMeasureAsync(new() { MeasureId = measure });

        Assert.Equal((Proto.MeasureState.InProgress, Given.Today.AddDays(60).ToProto(), false), (shown.Measure.State, shown.Measure.DueOn, shown.Measure.Overdue));
        Assert.Equal([(1, A.Officer.Account, ""), (2, A.Manager.Account, ""), (3, A.Officer.Account, "The school year began later.")], shown.Steps.Select(s => (s.Number, s.Account, s.Reason)));
        Assert.Equal(["Begin with the schools that have teachers.", "Agreed."], shown.Notes.Select(n => n.Text));
    }

    [Fact]
    public async Task A_leap_is_refused_and_changes_nothing()
    {
        var measure = await host.AddedMeasure();

        Assert.Equal(["MEASURE_STATE_NOT_REACHED"], await Refused.Codes(StatusCode.FailedPrecondition, () => Move(measure, Proto.MeasureState.Done)));
        Assert.Equal(["MEASURE_REASON_MISSING"], await Refused.Codes(StatusCode.FailedPrecondition, () => Move(measure, Proto.MeasureState.Dropped)));

        Assert.Single((await host.Plans(A.Officer).GetMeasureAsync(new() { MeasureId = measure })).Steps);
    }

    [Fact]
    public async Task The_database_refuses_a_leap_by_itself()
    {
        var measure = Guid.Parse(await host.AddedMeasure());

        var refused = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => host.Db(db => db.Database.ExecuteSqlAsync($"UPDATE measures SET state = 'Done' WHERE id = {measure}")));

        Assert.Equal("measures_transition", refused.ConstraintName);
    }

    [Fact]
    public async Task What_is_written_once_stays()
    {
        var measure = await host.AddedMeasure();
        await Note(measure, A.Officer, "Kept.");

        foreach (var sql in (string[])["UPDATE coaching_notes SET text = ''", "DELETE FROM coaching_notes", "UPDATE measure_steps SET reason = ''", "UPDATE indicator_readings SET value = 1", "UPDATE measures SET title = ''"])
            Assert.Equal("42501", (await Assert.ThrowsAsync<Npgsql.PostgresException>(() => host.Db(db => db.Database.ExecuteSqlRawAsync(sql)))).SqlState);
    }

    [Fact]
    public async Task Of_two_officers_at_once_one_moves_the_measure()
    {
        var measure = await host.AddedMeasure();

        var moved = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            try
            {
                await Move(measure, Proto.MeasureState.InProgress);
                return true;
            }
            catch (RpcException refusal) when (refusal.StatusCode is StatusCode.FailedPrecondition or StatusCode.Aborted)
            {
                return false;
            }
        }));

        Assert.Single(moved, m => m);
        Assert.Equal(2, (await host.Plans(A.Officer).GetMeasureAsync(new() { MeasureId = measure })).Steps.Count);
    }

    [Fact]
    public async Task Another_country_finds_neither_plan_nor_measure()
    {
        var plan = await host.Plan();
        var measure = await host.AddedMeasure(plan);
        var thai = host.Plans(Who.Is(Role.MinistryOfficer, "TH"));

        Assert.Equal(["ACTION_PLAN_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => thai.GetPlanAsync(new() { PlanId = plan })));
        Assert.Equal(["MEASURE_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => thai.GetMeasureAsync(new() { MeasureId = measure })));
        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.Codes(StatusCode.PermissionDenied, () => thai.ListPlansAsync(new() { Country = "LA" })));
    }

    [Fact]
    public async Task A_regional_coach_reads_and_notes_and_changes_nothing_else()
    {
        var measure = await host.AddedMeasure();
        var coach = Who.Is(Role.CivilSocietyOfficer, null);
        await Note(measure, coach, "Ask the agencies too.");

        Assert.Equal(["PERMISSION_MISSING"], await Refused.Codes(StatusCode.PermissionDenied, () => host.Plans(coach).MoveMeasureAsync(new() { RequestId = Given.New(), MeasureId = measure, To = Proto.MeasureState.InProgress })));
    }

    [Fact]
    public async Task Plans_are_listed_page_by_page_and_a_title_is_taken_once()
    {
        var first = await host.Plan();
        await host.Plan();

        var page = await host.Plans(A.Officer).ListPlansAsync(new() { Country = "LA", PageSize = 1 });
        var rest = await host.Plans(A.Officer).ListPlansAsync(new() { Country = "LA", PageSize = 200, PageToken = page.NextPageToken });

        Assert.Single(page.Plans);
        Assert.DoesNotContain(page.Plans[0].PlanId, rest.Plans.Select(p => p.PlanId));
        var shown = (await host.Plans(A.Officer).GetPlanAsync(new() { PlanId = first })).Plan;
        Assert.Equal(["ACTION_PLAN_TITLE_TAKEN"], await Refused.Codes(StatusCode.FailedPrecondition, () => host.Plans(A.Officer).OpenPlanAsync(new()
        { RequestId = Given.New(), Country = "LA", Title = shown.Title, StartsOn = shown.StartsOn, EndsOn = shown.EndsOn, AgreedAt = "Again" })));
    }

    [Fact]
    public async Task A_plan_that_ends_before_it_starts_is_refused() => Assert.Equal(["ACTION_PLAN_ENDS_BEFORE_START"], await Refused.Codes(StatusCode.FailedPrecondition, () => host.Plans(A.Officer).OpenPlanAsync(new()
    { RequestId = Given.New(), Country = "LA", Title = Given.New(), StartsOn = Given.Today.ToProto(), EndsOn = Given.Today.AddDays(-1).ToProto(), AgreedAt = "Nowhere" })));

    AsyncUnaryCall<Proto.MoveMeasureResponse> Move(string measure, Proto.MeasureState to) => host.Plans(A.Officer).MoveMeasureAsync(new() { RequestId = Given.New(), MeasureId = measure, To = to });

    async Task Note(string measure, Who who, string text) => await host.Plans(who).AddCoachingNoteAsync(new() { RequestId = Given.New(), MeasureId = measure, Text = text });
}
