using System.Globalization;
using Gms.Platform;
using Gms.Recruitment.V1;
using Gms.Reintegration.V1;
using Gms.Type.V1;
using Grpc.Core;

namespace Gms.DepartureOrientation.ActionPlans;

/// <summary>Figures that other services publish. One that does not answer makes the figure unknown: nobody guesses.</summary>
sealed class PeerFigures(IPeers peers)
{
    public Task<Figure> Flow(string table, string country, string? partner, int year, CancellationToken cancel) => Asked("Registry", async to =>
    {
        var answer = await new Gms.Registry.V1.Statistics.StatisticsClient(to).ReadFlowsAsync(new() { Table = table, Country = country, Year = year }, cancellationToken: cancel);
        var source = $"Registry Statistics.ReadFlows {table}, before {Text(answer.Before)}, full months only.";
        return answer.Counts.FirstOrDefault(c => c.Values is [var row, ""] && row == (partner ?? "")) switch
        {
            null => Figure.Number(0, source),
            { Suppressed: true } => Figure.Unknown($"Fewer than {answer.Threshold}, or fewer would follow from it: not told.", source),
            var told => Figure.Number(told.Count, source),
        };
    });

    public Task<Figure> RecruitmentCost(CostMeasure measure, string country, string partner, int year, CancellationToken cancel) => OfCorridor(measure, country, partner, year,
        (corridor, source) => Figure.Number((decimal)corridor.MeanMonths, source), cancel);

    public Task<Figure> PaidNothing(CostMeasure measure, string country, string partner, int year, CancellationToken cancel) => OfCorridor(measure, country, partner, year,
        (corridor, source) => corridor.HasPaidNothing ? Figure.Share(corridor.PaidNothing, corridor.Counted, source) : Figure.Unknown("Too few to tell.", source), cancel);

    /// <summary>Of the cases that a country closed in a year, how many people were on their own feet.</summary>
    public Task<Figure> Reintegrated(string country, int year, CancellationToken cancel) => Asked("Reintegration", async to =>
    {
        var answer = await new FollowUps.FollowUpsClient(to).CountOutcomesAsync(new() { Country = country, Year = year, By = OutcomeGrouping.Corridor }, cancellationToken: cancel);
        var source = $"Reintegration FollowUps.CountOutcomes {year.ToString(CultureInfo.InvariantCulture)}.";
        return answer.Rows.Any(r => r.NotTold)
            ? Figure.Unknown("Some of its counts are too small to be told.", source)
            : Figure.Share(answer.Rows.Where(r => r.Outcome == CaseOutcome.Reintegrated).Sum(r => (long)r.Cases), answer.Rows.Sum(r => (long)r.Cases), source);
    });

    Task<Figure> OfCorridor(CostMeasure measure, string country, string partner, int year, Func<CorridorCost, string, Figure> read, CancellationToken cancel) => Asked("Recruitment", async to =>
    {
        var answer = await new Gms.Recruitment.V1.Statistics.StatisticsClient(to).ReadRecruitmentCostsAsync(new() { Country = country, Year = year }, cancellationToken: cancel);
        var source = $"Recruitment Statistics.ReadRecruitmentCosts, {Text(answer.From)} to before {Text(answer.Before)}, full quarters only.";
        return answer.Corridors.FirstOrDefault(c => c.Origin == country && c.Destination == partner && c.Measure == measure) switch
        {
            null => Figure.Unknown("No recruitment of the corridor is counted.", source),
            { Suppressed: true } => Figure.Unknown($"Fewer than {answer.Threshold}: not told.", source),
            var told => read(told, source),
        };
    });

    async Task<Figure> Asked(string service, Func<CallInvoker, Task<Figure>> ask)
    {
        try
        {
            return await ask(peers.To(service, Purpose.Statistics));
        }
        catch (RpcException failure) when (failure.StatusCode is not StatusCode.Cancelled)
        {
            return Figure.Unknown($"{service} did not answer.", service);
        }
    }

    static string Text(Date? day) => day is null ? "the beginning" : string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}-{day.Month:00}-{day.Day:00}");
}
