using Gms.Bench;
using Gms.Local;
using Gms.Local.Demo;
using Gms.Registry.V1;
using Grpc.Core.Interceptors;
using Xunit;

namespace Gms.Faults;

/// <summary>A part is away for the whole run: applications are taken and held with that part named, and clear themselves when it is back, the earliest planned day first.</summary>
[Collection(nameof(AsItIs))]
public sealed class HeldWhenAPartIsDownTests(AsItIs whole)
{
    const int Applications = 6;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_of_the_three_parts()
    {
        var ready = await new Population(whole.Offices, whole.Data).ReadyToDepart(20, Cancel);
        foreach (var part in (string[])["Recruitment", "SocialSecurity", "DepartureOrientation"])
            await IsWaitedFor(part, [.. ready.Take(Applications)]);
    }

    async Task IsWaitedFor(string part, IReadOnlyList<ReadyWorker> workers)
    {
        await whole.System[part].Kill(Cancel);
        var held = await Task.WhenAll(workers.Select((worker, i) => Register(worker, InDays(i))));

        Assert.All(held, d => Assert.Equal((DepartureStatus.Held, part), (d.Status, Assert.Single(d.MissingParts))));
        Assert.All(held, d => Assert.Contains(d.Checks, c => c.Code.EndsWith("_NOT_ANSWERED", StringComparison.Ordinal) && c.Decisive));

        whole.System[part].Start();
        await whole.System[part].WaitUntilHealthy(Cancel);
        Departure[] cleared = [];
        await Wait.For(async stop =>
        {
            cleared = await Task.WhenAll(held.Select(async d => (await Departures.GetDepartureAsync(new() { DepartureId = d.DepartureId }, cancellationToken: stop)).Departure));
            return cleared.All(d => d.Status == DepartureStatus.Cleared);
        }, TimeSpan.FromMinutes(2), Cancel);

        Assert.All(cleared, d => Assert.Equal((DepartureStatus.Cleared, false, 3L), (d.Status, d.DecidedByOfficer, d.Version)));
        var inOrderOfDecision = cleared.OrderBy(d => d.DecidedAt.ToDateTimeOffset()).Select(d => (d.PlannedOn.Year, d.PlannedOn.Month, d.PlannedOn.Day)).ToList();
        Assert.Equal(inOrderOfDecision.Order(), inOrderOfDecision);
    }

    /// <summary>The later an application comes, the earlier its day: the order of the days is not that of the receipts.</summary>
    static DateTimeOffset InDays(int i) => DateTimeOffset.UtcNow.AddDays(5 + Applications - i);

    Departures.DeparturesClient Departures => new(whole.Offices.To("Registry", Account.Ministry("LA"), "departure-clearance").Intercept(new Patient()));

    async Task<Departure> Register(ReadyWorker worker, DateTimeOffset on) => (await Departures.RegisterDepartureAsync(new()
    {
        RequestId = Population.NewId(),
        WorkerNumber = worker.WorkerNumber,
        ContractId = worker.ContractId,
        Channel = "MOU_S59",
        Checkpoint = "TH-LA-01",
        Origin = "LA",
        Destination = "TH",
        PlannedOn = Population.Day(on),
        EmploymentType = "FORMAL",
    })).Departure;
}

/// <summary>One system for all tests that only break it and mend it again.</summary>
[CollectionDefinition(nameof(AsItIs))]
public sealed class AsItIsShared : ICollectionFixture<AsItIs>;
