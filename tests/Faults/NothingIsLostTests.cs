using Gms.Local;
using Xunit;

namespace Gms.Faults;

[Collection(nameof(AsItIs))]
public sealed class NothingIsLostTests(AsItIs whole)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task When_each_service_is_killed_in_turn_while_200_journeys_run()
    {
        const int count = 200;
        var services = whole.System.Services.Where(s => s.Service.HasGrpc).ToList();

        var journeys = await whole.Journeys(count, async done =>
        {
            for (var i = 0; i < services.Count; i++)
            {
                var due = count * (i + 1) / (services.Count + 2);
                await Wait.For(() => done() >= due, TimeSpan.FromMinutes(10), Cancel);
                await services[i].Kill(Cancel);
                services[i].Start();
                await services[i].WaitUntilHealthy(Cancel);
            }
        }, Cancel);

        await NothingIsLost(journeys);
    }

    [Fact]
    public async Task When_RabbitMQ_stops_and_starts_while_journeys_run()
    {
        var journeys = await whole.Journeys(60, async done =>
        {
            await Wait.For(() => done() >= 15, TimeSpan.FromMinutes(5), Cancel);
            await whole.System.Rabbit.Stop(Cancel);
            await Task.Delay(TimeSpan.FromSeconds(2), Cancel);    // the outage itself, not a wait for anything
            await whole.System.Rabbit.Start(Cancel);
        }, Cancel);

        await NothingIsLost(journeys);
    }

    [Fact]
    public async Task When_PostgreSQL_is_killed_and_started_while_journeys_run()
    {
        var journeys = await whole.Journeys(60, async done =>
        {
            await Wait.For(() => done() >= 15, TimeSpan.FromMinutes(5), Cancel);
            await whole.System.Postgres.Kill(Cancel);
            await whole.System.Postgres.Start(Cancel);
        }, Cancel);

        await NothingIsLost(journeys);
    }

    /// <summary>Also after every event of all time was sent once more.</summary>
    async Task NothingIsLost(IReadOnlyCollection<Local.Demo.JourneyResult> journeys)
    {
        Assert.True(await whole.Ledger.Quiet(Cancel), "Events were still on their way after three minutes.");
        Assert.Empty(await whole.Ledger.Faults(journeys, Cancel));

        await whole.Ledger.SendEverythingAgain(Cancel);
        Assert.True(await whole.Ledger.Quiet(Cancel), "Events were still on their way after three minutes.");
        Assert.Empty(await whole.Ledger.Faults(journeys, Cancel));
    }
}

public sealed class TheInboxIsNeededTests(WithoutInbox whole) : IClassFixture<WithoutInbox>
{
    [Fact]
    public async Task Without_it_an_event_that_is_sent_twice_is_applied_twice_or_fails()
    {
        var cancel = TestContext.Current.CancellationToken;
        var journeys = await whole.Journeys(3, _ => Task.CompletedTask, cancel);

        await whole.Ledger.SendEverythingAgain(cancel);
        await whole.Ledger.Quiet(cancel);

        Assert.NotEmpty(await whole.Ledger.Faults(journeys, cancel));
    }
}
