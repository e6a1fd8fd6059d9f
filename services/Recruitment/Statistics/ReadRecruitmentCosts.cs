using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Statistics;

partial class StatisticsService
{
    public override async Task<Proto.ReadRecruitmentCostsResponse> ReadRecruitmentCosts(Proto.ReadRecruitmentCostsRequest request, ServerCallContext context)
    {
        var country = Read.Country(request.Country, "country");
        var today = clock.TodayIn(country);
        var year = Read.Number(request.Year == 0 ? today.Year : request.Year, "year", 2000, today.Year);

        // Of the present quarter nothing is told: two answers of one quarter would tell whose costs came between.
        var (from, quarter) = (new DateOnly(year, 1, 1), new DateOnly(today.Year, today.Month - ((today.Month - 1) % 3), 1));
        var before = from.AddYears(1) < quarter ? from.AddYears(1) : quarter;
        var indicator = reference.CostIndicator;
        var all = await CorridorCosts.Read(figures.Database, country, from, before, context.CancellationToken);
        return new()
        {
            Title = indicator.Title,
            From = from.ToProto(),
            Before = before.ToProto(),
            Threshold = indicator.Threshold,
            Corridors = { all.Select(c => Shown(c, indicator.Threshold)) },
            Population = { indicator.Population },
            Source = indicator.Source.ToProto(),
        };
    }

    static Proto.CorridorCost Shown(CorridorCosts corridor, int threshold)
    {
        var shown = new Proto.CorridorCost
        {
            Origin = corridor.Origin,
            Destination = corridor.Destination,
            Measure = corridor.Measure == Measure.Resident ? Proto.CostMeasure.Resident : Proto.CostMeasure.BorderSeasonal,
            Suppressed = corridor.IsSuppressed(threshold),
        };
        if (corridor.TellsNotCounted(threshold))
            shown.NotCounted = corridor.NotCounted;
        if (shown.Suppressed)
            return shown;
        shown.Counted = corridor.Counted;
        shown.MeanMonths = Rounded(corridor.Mean!.Value);
        shown.MedianMonths = Rounded(corridor.Median!.Value);
        if (corridor.TellsPaidNothing(threshold))
            shown.PaidNothing = corridor.PaidNothing;
        return shown;
    }

    static double Rounded(decimal months) => (double)decimal.Round(months, 2);
}
