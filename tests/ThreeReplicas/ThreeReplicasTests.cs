using System.Collections.Concurrent;
using Gms.Bench;
using Gms.Faults;
using Gms.Local;
using Gms.Local.Demo;
using Gms.Registry.V1;
using Grpc.Core.Interceptors;
using Xunit;

namespace Gms.ThreeReplicas;

/// <summary>Three processes of every service at once, callers spread over them: what is to be done once is done once.</summary>
[Collection(nameof(AsItIs))]
public sealed class ThreeReplicasTests(AsItIs whole, ThreeRows three) : IClassFixture<ThreeRows>
{
    static readonly DateTimeOffset Start = new(2025, 3, 3, 3, 0, 0, TimeSpan.Zero);

    readonly IReadOnlyList<Replicas> _rows = three.More;
    readonly IReadOnlyList<Offices> _offices = three.Offices;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_event_is_sent_once_and_each_timer_acts_once()
    {
        var warm = await Journeys(3, Cancel);
        Assert.True(await whole.Ledger.Quiet(Cancel), "Events were still on their way after three minutes.");
        var before = await whole.Ledger.Events(Cancel);
        var known = before.Values.ToHashSet();
        await using var listener = await Listener.To(whole.System.Rabbit.Address, known, Cancel);

        var waiting = await HeldIn(3);
        var journeys = await Journeys(24, Cancel);
        await Cleared(waiting);

        Assert.True(await whole.Ledger.Quiet(Cancel), "Events were still on their way after three minutes.");
        // What the first journeys had no event of, such as a departure that is held, the listener does not hear.
        var written = (await whole.Ledger.Events(Cancel)).Where(e => !before.ContainsKey(e.Key) && known.Contains(e.Value)).ToDictionary();
        var heard = (await listener.Heard(Cancel)).Where(written.ContainsKey).GroupBy(id => id).ToDictionary(times => times.Key, times => times.Count());
        Assert.NotEmpty(written);
        Assert.Empty(heard.Where(times => times.Value > 1).Select(times => $"{written[times.Key]} was sent {times.Value} times"));
        Assert.Empty(written.Where(e => !heard.ContainsKey(e.Key)).Select(e => $"{e.Value} was not sent"));
        Assert.Empty(await whole.Ledger.Faults([.. warm, .. journeys], Cancel));
    }

    [Fact]
    public async Task What_a_killed_replica_had_in_hand_another_does_and_no_effect_is_doubled()
    {
        var row = _rows[0];
        var done = new ConcurrentBag<JourneyResult>();
        var killing = Task.Run(async () =>
        {
            await Wait.For(() => done.Count >= 6, TimeSpan.FromMinutes(5), Cancel);
            await Task.WhenAll(row.Services.Select(service => service.Kill(Cancel)));
            await row.Start(Cancel);
        }, Cancel);
        var journeys = await Journeys(24, Cancel, done);
        await killing;

        Assert.True(await whole.Ledger.Quiet(Cancel), "Events were still on their way after three minutes.");
        Assert.Empty(await whole.Ledger.Faults(journeys, Cancel));
    }

    async Task<IReadOnlyCollection<JourneyResult>> Journeys(int count, CancellationToken cancel, ConcurrentBag<JourneyResult>? done = null)
    {
        done ??= [];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 9, CancellationToken = cancel }, async (i, stop) =>
            done.Add(await new LaoGarmentWorker(_offices[i % _offices.Count], whole.Data, Start) { Around = calls => calls.Intercept(new Patient()) }.Run(stop)));
        return done;
    }

    /// <summary>Applications that each row holds, because a part of its own does not answer it.</summary>
    async Task<IReadOnlyList<string>> HeldIn(int each)
    {
        var ready = await new Population(whole.Offices, whole.Data).ReadyToDepart(each * _rows.Count, Cancel);
        await Task.WhenAll(_rows.Select(row => row["SocialSecurity"].Kill(Cancel)));
        var held = await Task.WhenAll(ready.Select(async (worker, i) =>
            (await Departures(1 + (i % _rows.Count)).RegisterDepartureAsync(new()
            {
                RequestId = Population.NewId(),
                WorkerNumber = worker.WorkerNumber,
                ContractId = worker.ContractId,
                Channel = "MOU_S59",
                Checkpoint = "TH-LA-01",
                Origin = "LA",
                Destination = "TH",
                PlannedOn = Population.Day(DateTimeOffset.UtcNow.AddDays(6)),
                EmploymentType = "FORMAL",
            })).Departure));
        Assert.All(held, d => Assert.Equal(DepartureStatus.Held, d.Status));
        await Task.WhenAll(_rows.Select(async row =>
        {
            row["SocialSecurity"].Start();
            await row["SocialSecurity"].WaitUntilHealthy(Cancel);
        }));
        return [.. held.Select(d => d.DepartureId)];
    }

    /// <summary>By whichever replica's timer came first, and by no other: received, held, cleared are three versions.</summary>
    async Task Cleared(IReadOnlyList<string> departures)
    {
        Departure[] now = [];
        await Wait.For(async stop =>
        {
            now = await Task.WhenAll(departures.Select(async id => (await Departures(0).GetDepartureAsync(new() { DepartureId = id }, cancellationToken: stop)).Departure));
            return now.All(d => d.Status == DepartureStatus.Cleared);
        }, TimeSpan.FromMinutes(2), Cancel);
        Assert.All(now, d => Assert.Equal((DepartureStatus.Cleared, false, 3L), (d.Status, d.DecidedByOfficer, d.Version)));
    }

    Departures.DeparturesClient Departures(int row) => new(_offices[row].To("Registry", Account.Ministry("LA"), "departure-clearance").Intercept(new Patient()));
}
