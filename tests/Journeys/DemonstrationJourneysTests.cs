using Gms.Local.Demo;
using Xunit;

namespace Gms.Journeys;

public sealed class DemonstrationJourneysTests(WholeSystem whole)
{
    [Fact]
    public async Task A_Lao_garment_worker_goes_to_Thailand_and_comes_home()
    {
        var journey = await new LaoGarmentWorker(whole.Offices, whole.Data, new DateTimeOffset(2025, 3, 3, 3, 0, 0, TimeSpan.Zero)).Run(TestContext.Current.CancellationToken);

        Assert.Empty(journey.Missing);
        Assert.All(journey.Timeline.GroupBy(e => e.Event), happened => Assert.Equal(Times(happened.Key), happened.Count()));
        Assert.Equal("gms.registry.worker-enrolled:1", journey.Timeline[0].Event);
        Assert.Equal("gms.reintegration.follow-up-recorded:1", journey.Timeline[^1].Event);
        foreach (var told in new[] { ": PASS_VALID", ": SameText", "TH 2025-0", "INSURANCE Known", "Recognised", "12 months", "Months that the employer did not pay, or did not file: 2025-", "TH-SSF-33 (3 months, paid 1,950 THB + 1,950 THB): Later" })
            Assert.Contains(journey.Notes, note => note.Contains(told, StringComparison.Ordinal));
        Assert.Equal(3, journey.Notes.Count(IsADay));
    }

    [Fact]
    public async Task A_Cambodian_border_pass_worker_is_cleared_while_the_border_was_open_and_held_today_with_the_closure_named()
    {
        var journey = await new CambodianHarvestWorker(whole.Offices, new DateTimeOffset(2024, 10, 1, 3, 0, 0, TimeSpan.Zero)).Run(TestContext.Current.CancellationToken);

        Assert.Empty(journey.Missing);
        Assert.Contains(journey.Notes, note => note.StartsWith("The same case today", StringComparison.Ordinal) && note.Contains("Held", StringComparison.Ordinal));
        Assert.Contains(journey.Notes, note => note.Contains("TH-CMHI (0 months, paid 0 THB + 0 THB): Unknown", StringComparison.Ordinal));
        Assert.Equal(3, journey.Notes.Count(IsADay));
    }

    /// <summary>Covered or not, on that day, for what.</summary>
    static bool IsADay(string note) => note.StartsWith("Insured in TH on ", StringComparison.Ordinal);

    static int Times(string happened) => happened switch
    {
        "gms.recruitment.contract-signed:1" or "gms.recruitment.cost-recorded:1" or "gms.registry.worker-exited:1" or "gms.registry.worker-arrived:1" => 2,
        "gms.social-security.contribution-posted:1" or "gms.reintegration.follow-up-recorded:1" => 3,
        _ => 1,
    };

    [Fact]
    public async Task Loading_the_demonstration_data_twice_changes_nothing() => await whole.Data.Load(TestContext.Current.CancellationToken);
}
