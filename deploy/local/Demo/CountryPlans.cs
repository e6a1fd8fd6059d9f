using Gms.DepartureOrientation.V1;
using Gms.Type.V1;
using Plans = Gms.DepartureOrientation.V1.ActionPlans.ActionPlansClient;

namespace Gms.Local.Demo;

/// <summary>
/// The action plans of the capacity programme of January 2019: the background paper states that there is one for each of the six countries and names the
/// topics; what the plans say it does not. So each has the topics as measures with working titles, and figures that are computed.
/// </summary>
public sealed class CountryPlans(Offices offices)
{
    /// <summary>The programme ended on 25 January 2019; the plans are to be carried out after it.</summary>
    static readonly DateTimeOffset Start = new(2019, 1, 26, 3, 0, 0, TimeSpan.Zero);

    static readonly string[] Countries = ["KH", "CN", "LA", "MM", "TH", "VN"];

    /// <summary>Topic, working title, the figure that could show whether it helps; of insurance no service publishes one yet.</summary>
    static readonly (Topic Topic, string Title, string Figure, string Partner)[] Measures =
    [
        (Topic.Orientation, "Pre- and post-departure orientation programmes (working title)", "INSTITUTIONS_WITH_TRAINER", ""),
        (Topic.ReturnAndReintegration, "Return and reintegration programmes (working title)", "REINTEGRATED", ""),
        (Topic.FairRecruitment, "Fair recruitment promotion (working title)", "RECRUITMENT_COST_RESIDENT", "TH"),
        (Topic.DailyAndSeasonalWork, "Daily and seasonal workers and social security (working title)", "RECRUITMENT_COST_SEASONAL", "TH"),
    ];

    /// <summary>Opens the six plans; the Lao one has its measures and figures.</summary>
    /// <returns>The Lao plan.</returns>
    public async Task<string> Load(CancellationToken cancel)
    {
        var plans = new Dictionary<string, string>();
        foreach (var country in Countries)
            plans[country] = (await Calls(country).OpenPlanAsync(new()
            {
                RequestId = Request("open " + country),
                Country = country,
                Title = "Action plan after the capacity programme of January 2019",
                StartsOn = new() { Year = 2019, Month = 1, Day = 26 },
                EndsOn = Last,
                AgreedAt = "Capacity development programme, Mekong Institute, 14 to 25 January 2019",
            }, cancellationToken: cancel)).PlanId;

        foreach (var (topic, title, figure, partner) in Measures)
        {
            var measure = (await Calls("LA").AddMeasureAsync(new() { RequestId = Request("add " + topic), PlanId = plans["LA"], Title = title, Topic = topic, Owner = "Owner not stated (placeholder)", DueOn = Last }, cancellationToken: cancel)).MeasureId;
            await Calls("LA").AddIndicatorAsync(new() { RequestId = Request("figure " + topic), MeasureId = measure, Code = figure, Parameters = new() { Partner = partner } }, cancellationToken: cancel);
        }
        return plans["LA"];
    }

    /// <summary>The figures of a plan as they are computed now.</summary>
    public async Task<IReadOnlyList<string>> Ask(string plan, CancellationToken cancel)
    {
        await new Plans(offices.To("DepartureOrientation", Account.Ministry("LA"), "statistics")).TakeReadingsAsync(new() { RequestId = Journey.NewId(), PlanId = plan }, cancellationToken: cancel);
        var read = await new Plans(offices.To("DepartureOrientation", Account.Ministry("LA"), "orientation")).GetPlanAsync(new() { PlanId = plan }, cancellationToken: cancel);
        return [.. read.Measures.SelectMany(m => m.Indicators.Select(i => $"{m.Title}: {i.Code} {Text(i.Last)}"))];
    }

    static string Text(Reading? reading) => reading switch
    {
        null => "not read",
        { HasValue: false } => $"unknown. {reading.UnknownBecause}",
        { HasOf: true } => $"{reading.Value:0.##} % ({reading.Counted} of {reading.Of})",
        _ => $"{reading.Value:0.##}",
    };

    /// <summary>Until when is not stated: a working day.</summary>
    static Date Last => new() { Year = 2029, Month = 12, Day = 31 };

    Plans Calls(string country) => new(offices.To("DepartureOrientation", Account.Ministry(country), "orientation", clock: Start));

    static string Request(string name) => Journey.IdOf("action plan " + name);
}
