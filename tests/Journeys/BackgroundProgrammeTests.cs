using Gms.DepartureOrientation.V1;
using Gms.Local.Demo;
using Xunit;

namespace Gms.Journeys;

/// <summary>The programme of the background papers, loaded through the public calls, and a worker who is taught at the end of its cascade.</summary>
public sealed class BackgroundProgrammeTests(WholeSystem whole)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_departing_worker_s_certificate_leads_back_to_the_first_training_of_trainers()
    {
        var start = new DateTimeOffset(DateTime.UtcNow.Date, TimeSpan.Zero).AddDays(-LaoGarmentWorker.DaysToDeparture).AddHours(3);
        var journey = await new LaoGarmentWorker(whole.Offices, whole.Data, start) { StaysAtTheBorder = true }.Run(Cancel);

        var cascade = await CascadeLines.Ask(whole.Offices, journey.Certificate, Cancel);

        Assert.True(cascade.ReachesRoots);
        Assert.Equal($"certificate {journey.Certificate}", cascade.Lines[0]);
        Assert.Contains(cascade.Lines, line => line.Contains("session of workers", StringComparison.Ordinal) && line.Contains("TVET school 1 (placeholder)", StringComparison.Ordinal));
        Assert.Contains(cascade.Lines, line => line.Contains("training of trainers, 2019-", StringComparison.Ordinal) && line.Contains("FSM10 v1", StringComparison.Ordinal));
        Assert.StartsWith("  root: News on the second training of trainers", cascade.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_papers_state_stands_beside_what_is_on_record_and_nothing_is_made_to_fit()
    {
        var figures = (await Outreach("LA").CompareStatedAsync(new() { Country = "LA" }, cancellationToken: Cancel)).Figures.ToDictionary(f => f.Code);

        foreach (var (code, computed) in new[] { ("GUIDELINE_MODULES", "10"), ("FIRST_TOT_TEACHERS", "33"), ("FIRST_TOT_TVET", "11"), ("FIRST_TOT_CENTRES", "8"), ("SECOND_TOT_DAYS", "2"), ("SECOND_TOT_PARTICIPANTS", "50"), ("TVET_REACHED", "34 of 34"), ("CDP_COUNTRIES", "6") })
            Assert.Equal((computed, Agreement.Agrees), (figures[code].Computed, figures[code].Agreement));

        // Eight centres in one sentence, six in the next: neither is held to be right, though the record agrees with one of them.
        Assert.Equal(("8 of 8", Agreement.TextsDiffer), (figures["CENTRES_REACHED"].Computed, figures["CENTRES_REACHED"].Agreement));
        // 15-16 October, of which year?
        Assert.Equal(Agreement.NotStated, figures["SECOND_TOT_YEAR"].Agreement);
        // From six provinces, which?
        Assert.Equal(("", Agreement.NotRecorded), (figures["FIRST_TOT_PROVINCES"].Computed, figures["FIRST_TOT_PROVINCES"].Agreement));

        var lines = (await ReachTable.Ask(whole.Offices, Cancel)).Lines;
        Assert.Contains(lines, line => line.StartsWith("34 of 34", StringComparison.Ordinal) && line.Contains("agrees", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("6 of 6 / at least 8", StringComparison.Ordinal) && line.Contains("TEXTS DIFFER", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("unknown", StringComparison.Ordinal) && line.Contains("Year of the second training", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Figures_of_a_plan_are_computed_by_the_services_that_hold_the_records()
    {
        var lines = await whole.Data.Plans.Ask(whole.Data.LaoActionPlan, Cancel);

        Assert.Equal(4, lines.Count);
        Assert.Contains(lines, line => line.Contains("INSTITUTIONS_WITH_TRAINER", StringComparison.Ordinal) && line.Contains(" % (", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("did not answer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Departures_and_complaints_are_asked_of_those_who_hold_them()
    {
        var told = await Outreach("LA").CompareOutcomesAsync(new() { Country = "LA", Year = 2025 }, cancellationToken: Cancel);

        Assert.Empty(told.Unknown);
        Assert.True(told.Trainers >= 56);
        Assert.StartsWith("A difference, not a cause", told.Caveat, StringComparison.Ordinal);
        await Outreach("LA").CountOrientedAsync(new() { Country = "LA", Year = 2025 }, cancellationToken: Cancel);
    }

    Outreach.OutreachClient Outreach(string country) => new(whole.Offices.To("DepartureOrientation", Account.Ministry(country), "statistics"));
}
