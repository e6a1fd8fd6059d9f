using Gms.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Xunit;

namespace Gms.Platform.Tests.Hosting;

public sealed class TimedRoundsTests : IAsyncLifetime
{
    TestDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.Make();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Of_two_processes_one_makes_a_round_at_a_time()
    {
        await using var data = NpgsqlDataSource.Create(_database.AppConnection);
        var (running, together, rounds) = (0, 0, 0);
        async Task Round(CancellationToken cancel)
        {
            if (Interlocked.Increment(ref running) > 1)
                Interlocked.Increment(ref together);
            try
            {
                await using var command = data.CreateCommand("SELECT pg_sleep(0.02)");
                await command.ExecuteNonQueryAsync(cancel);
            }
            finally
            {
                Interlocked.Decrement(ref running);    // also when the process is stopped in the middle of it
            }
            Interlocked.Increment(ref rounds);
        }
        Rounds[] replicas = [new(data, Round), new(data, Round)];

        await Run(replicas, () => rounds >= 10);

        Assert.Equal(0, together);
    }

    [Fact]
    public async Task A_round_that_fails_with_the_database_gives_up_the_lock_and_the_next_one_is_made()
    {
        await using var data = NpgsqlDataSource.Create(_database.AppConnection);
        var (failed, made) = (0, 0);
        async Task Round(CancellationToken cancel)
        {
            if (Interlocked.Increment(ref failed) <= 2)
            {
                await using var command = data.CreateCommand("SELECT 1/0");
                await command.ExecuteNonQueryAsync(cancel);
            }
            Interlocked.Increment(ref made);
        }

        await Run([new(data, Round)], () => made >= 2);

        Assert.True(made >= 2);
    }

    static async Task Run(Rounds[] replicas, Func<bool> enough)
    {
        foreach (var replica in replicas)
            await replica.StartAsync(TestContext.Current.CancellationToken);
        var end = Environment.TickCount64 + 30_000;
        while (!enough())
        {
            Assert.True(Environment.TickCount64 < end, "Not enough rounds within half a minute.");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
        foreach (var replica in replicas)
            await replica.StopAsync(TestContext.Current.CancellationToken);
    }

    sealed class Rounds(NpgsqlDataSource database, Func<CancellationToken, Task> round) : TimedRounds(database, 0x474D535F54455354, TimeSpan.FromMilliseconds(5), NullLogger.Instance)
    {
        protected override Task Round(CancellationToken cancel) => round(cancel);
    }
}
