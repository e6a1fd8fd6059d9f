using Gms.Platform;
using Gms.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Tests.Statistics;

public sealed class RecruitmentCostsTests(RecruitmentHost host) : IClassFixture<RecruitmentHost>
{
    /// <summary>After the quarter in which the work of all contracts here begins.</summary>
    static readonly DateTimeOffset Later = new(2027, 1, 2, 3, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task What_five_workers_bore_is_told_by_corridor_in_months_of_the_wage_and_what_four_bore_is_not()
    {
        for (var i = 0; i < 4; i++)
            await Recruited(i * 650_000);
        await Recruited(null);
        Assert.True(Assert.Single((await Read()).Corridors).Suppressed);
        Assert.False(Assert.Single((await Read()).Corridors).HasMedianMonths);

        await Recruited(4 * 650_000);

        var told = await Read();
        var corridor = Assert.Single(told.Corridors);
        Assert.Equal(("LA", "TH", Proto.CostMeasure.Resident, 5L, 1.0, 1.0), (corridor.Origin, corridor.Destination, corridor.Measure, corridor.Counted, corridor.MeanMonths, corridor.MedianMonths));
        Assert.False(corridor.HasNotCounted || corridor.HasPaidNothing);
        Assert.Equal(["BorderSeasonal", "Cost", "Income", "Resident"], told.Population.Keys.Order());
        Assert.Equal((2026, 1, 2027, 5), (told.From.Year, told.From.Month, told.Before.Year, told.Threshold));
        Assert.Empty((await Read(RecruitmentHost.Now.AddDays(20))).Corridors);
        Assert.Empty((await Read(country: "VN")).Corridors);
    }

    Task<Proto.ReadRecruitmentCostsResponse> Read(DateTimeOffset? at = null, string country = "TH") =>
        new Proto.Statistics.StatisticsClient(host.WithToken(null, clock: at ?? Later)).ReadRecruitmentCostsAsync(new() { Country = country, Year = 2026 }).ResponseAsync;

    async Task Recruited(long? borne)
    {
        var (_, worker, contract) = await host.Contract();
        if (borne is > 0)
        {
            var cost = Ask.Cost(contract);
            (cost.Payer, cost.Amount.Minor) = (Proto.Payer.Worker, borne.Value);
            await host.Costs().RecordCostAsync(cost);
        }
        if (borne is not null)
            await host.Declarations(Who.TheWorker(worker), "own-record").RecordDeclarationAsync(Ask.Declaration(contract));
    }
}

public sealed class RebuildVerdictsTests(RecruitmentHost host) : IClassFixture<RecruitmentHost>
{
    [Fact]
    public async Task What_every_change_keeps_and_what_the_facts_come_to_agree_also_when_many_change_at_once()
    {
        var contracts = new List<(Guid Agency, string Worker, string Contract)>();
        for (var i = 0; i < 6; i++)
            contracts.Add(await host.Contract());
        await Parallel.ForAsync(0, 120, new ParallelOptions { MaxDegreeOfParallelism = 12 }, async (i, cancel) =>
        {
            var (agency, worker, contract) = contracts[i % contracts.Count];
            switch (i % 4)
            {
                case 0:
                    await host.Declarations(Who.TheWorker(worker), "own-record").RecordDeclarationAsync(Ask.Declaration(contract, i % 8 == 0 ? "lo" : "km"), cancellationToken: cancel);
                    break;
                default:
                    var cost = Ask.Cost(contract);
                    (cost.Payer, cost.Amount.Minor, cost.ReceiptReference) = (i % 3 == 0 ? Proto.Payer.Worker : Proto.Payer.Employer, 1_000 + i, i % 5 == 0 ? "" : "R");
                    await host.Costs().RecordCostAsync(cost, cancellationToken: cancel);
                    break;
            }
        });
        var kept = await Rows();

        var rebuilt = await Rebuild();

        Assert.True(rebuilt.Recruitments >= 6);
        Assert.Equal((0L, 0), (rebuilt.RecruitmentsCorrected, rebuilt.PartiesCorrected));
        Assert.Equal(kept, await Rows());
    }

    [Fact]
    public async Task What_was_otherwise_is_put_right()
    {
        var (agency, _, contract) = await host.Contract();
        var right = await Rows();
        await host.Db(db => db.Database.ExecuteSqlAsync($"UPDATE weighed_recruitments SET outcomes = repeat('P', 38) WHERE contract_id = {Guid.Parse(contract)}"));
        await host.Db(db => db.Database.ExecuteSqlAsync($"UPDATE weighed_parties SET recruitments = 99 WHERE party_id = {agency}"));

        var rebuilt = await Rebuild();

        Assert.Equal(1, rebuilt.RecruitmentsCorrected);
        Assert.True(rebuilt.PartiesCorrected >= 1);
        Assert.Equal(right, await Rows());
    }

    Task<Proto.RebuildVerdictsResponse> Rebuild() =>
        new Proto.Statistics.StatisticsClient(host.As(Who.Is(Role.Administrator, null), "administration")).RebuildVerdictsAsync(new() { RequestId = Ask.NewId() }).ResponseAsync;

    Task<List<string>> Rows() => host.Db(db => db.Database.SqlQuery<string>(
        $"""
        SELECT concat_ws(' ', contract_id, year, outcomes, starts_on, measure, counts, months) AS "Value" FROM weighed_recruitments
        UNION ALL SELECT concat_ws(' ', party_id, year, recruitments, counts) FROM weighed_parties ORDER BY 1
        """).ToListAsync());
}
