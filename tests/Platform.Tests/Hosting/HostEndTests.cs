using Gms.Platform.Tests.Probe;
using Gms.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Xunit;

namespace Gms.Platform.Tests.Hosting;

/// <summary>How a test's service ends, on which every class that has one relies.</summary>
public sealed class HostEndTests
{
    [Fact]
    public async Task A_round_that_runs_when_a_host_is_disposed_is_waited_for()
    {
        var rounds = new SlowRounds();
        await using (var host = new SlowHost(rounds))
        {
            await host.InitializeAsync();
            await rounds.Running.Task;
        }    // an error that the round logs fails here

        Assert.True(rounds.Ended);
    }

    sealed class SlowHost(SlowRounds rounds) : ProbeHost
    {
        protected override void Replace(IServiceCollection services)
        {
            base.Replace(services);
            services.AddHostedService(p => rounds.On(p.GetRequiredService<NpgsqlDataSource>()));
        }
    }

    /// <summary>Asks the database to the end of its round, as what must be noted is noted also by a service that is told to stop.</summary>
    sealed class SlowRounds : BackgroundService
    {
        NpgsqlDataSource _database = null!;

        public TaskCompletionSource Running { get; } = new();

        public bool Ended { get; private set; }

        public SlowRounds On(NpgsqlDataSource database)
        {
            _database = database;
            return this;
        }

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            for (var i = 0; i < 20; i++)
            {
                Running.TrySetResult();
                await using var command = _database.CreateCommand("SELECT pg_sleep(0.02)");
                await command.ExecuteNonQueryAsync(CancellationToken.None);
            }
            Ended = true;
        }
    }
}
