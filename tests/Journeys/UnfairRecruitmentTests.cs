using Gms.Local.Demo;
using Gms.Recruitment.V1;
using Xunit;

namespace Gms.Journeys;

/// <summary>A fair and an unfair recruitment: the one has nothing to answer for, the other ends in a repaid fee. The clock that escalates is the real one.</summary>
[Collection(LaoAgency.Read)]
public sealed class UnfairRecruitmentTests(WholeSystem whole)
{
    [Fact]
    public async Task A_forbidden_fee_is_told_to_civil_society_answered_late_and_paid_back_within_the_complaint_s_days()
    {
        var journey = await new UnfairRecruitment(whole.Offices).Run(TestContext.Current.CancellationToken);

        Assert.Empty(journey.Missing);
        foreach (var told in new[] { "Complaint opened by itself: Costs", ", not whose it is", "escalated by the clock; answered late", "15,000 THB to be paid back, 0 THB still owed", "Escalated by Registry", "Complaint Closed, within" })
            Assert.Contains(journey.Notes, note => note.Contains(told, StringComparison.Ordinal));
        foreach (var told in new[] { "FR04 Fail", "FR05 Fail", "FR08 Pass", "FR30 Fail" })
            Assert.Contains(journey.Verdict, line => line.StartsWith(told, StringComparison.Ordinal));
        Assert.Equal(38, journey.Verdict.Count);
        Assert.Contains(journey.Notes, note => note.StartsWith("  FR05 Fail: ", StringComparison.Ordinal));

        // The inspectors of the agency's country see it among what speaks for a visit.
        var priorities = await new Inspections.InspectionsClient(whole.Offices.To("Recruitment", Account.Ministry("LA"), "recruitment-verification")).ListPrioritiesAsync(new() { Country = "LA", PageSize = 200 });
        var counts = priorities.Agencies.Single(a => a.AgencyId == DemonstrationData.LaoAgency).Counts.ToDictionary(c => c.Name, c => c.Value);
        Assert.True(counts["complaints_upheld"] >= 1 && counts["costs_over_cap"] >= 1 && counts["steps_late"] >= 1, string.Join(", ", counts));
    }

    [Fact]
    public async Task What_recruitment_cost_is_told_by_corridor()
    {
        var costs = await RecruitmentCosts.Ask(whole.Offices, TestContext.Current.CancellationToken);

        Assert.Contains(costs.Lines, line => line.StartsWith("LA to TH, resident workers: ", StringComparison.Ordinal) && line.Contains("months of the wage on average", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_fair_recruitment_fails_nothing()
    {
        var journey = await new LaoGarmentWorker(whole.Offices, whole.Data, new DateTimeOffset(2025, 3, 3, 3, 0, 0, TimeSpan.Zero)).Run(TestContext.Current.CancellationToken);

        Assert.Equal(38, journey.Verdict.Count);
        Assert.DoesNotContain(journey.Verdict, line => line.Contains(" Fail:", StringComparison.Ordinal));
        Assert.Contains(journey.Verdict, line => line.StartsWith("FR04 Pass", StringComparison.Ordinal));
    }
}
