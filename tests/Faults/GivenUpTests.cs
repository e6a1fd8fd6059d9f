using Gms.ErrorQueues.V1;
using Gms.Local;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Npgsql;
using RabbitMQ.Client;
using Xunit;

namespace Gms.Faults;

/// <summary>
/// A handler is broken while workers come home, the events that it gave up on are driven again once it is mended, and the service that drives them is
/// killed in the middle of it: each case is opened, and once.
/// </summary>
[Collection(nameof(AsItIs))]
public sealed class GivenUpTests(AsItIs whole)
{
    const int Count = 12, Times = 4, Kills = 3;
    const string Queue = "gms.reintegration.on-worker-returned";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    ServiceProcess Reintegration => whole.System["Reintegration"];

    CallInvoker Calls => whole.Offices.To("Reintegration", "administrator", "administration");

    /// <summary>An administrator who asks again where the broker or the service could not answer.</summary>
    Gms.ErrorQueues.V1.ErrorQueues.ErrorQueuesClient Errors => new(Calls.Intercept(new Patient()));

    [Fact]
    public async Task What_was_given_up_is_driven_again_by_a_service_that_is_killed_and_acts_once()
    {
        var begun = DateTime.UtcNow;
        await AsOwner("REVOKE INSERT ON inbox FROM reintegration_app");    // a mistake with the database's roles, which no waiting heals

        var journeys = await whole.Journeys(Count, async _ =>
        {
            try
            {
                await UntilGivenUp(Count);
                for (var times = 2; times <= Times; times++)    // and each again, so that there is something to be in the middle of
                {
                    await AsOwner($"UPDATE outbox SET published_at = NULL WHERE name LIKE 'gms.registry.worker-returned:%' AND recorded_at >= '{begun:O}'", "registry");
                    await UntilGivenUp(times * Count);
                }
            }
            finally
            {
                await AsOwner("GRANT INSERT ON inbox TO reintegration_app");
            }
            for (var i = 0; i < Kills; i++)
                await DriveAndKill();
            await DriveTheRest();
        }, Cancel);

        Assert.True(await whole.Ledger.Quiet(Cancel), "Events were still on their way after three minutes.");
        Assert.Empty(await whole.Ledger.Faults(journeys, Cancel));
        Assert.Empty((await Errors.ListErrorsAsync(new(), cancellationToken: Cancel)).Queues);
    }

    async Task UntilGivenUp(int count) => Assert.True(
        await Wait.For(async stop => await GivenUp(stop) >= count, TimeSpan.FromMinutes(4), Cancel),
        $"{await GivenUp(Cancel)} events were given up after four minutes, {count} should have been.");

    async Task<long> GivenUp(CancellationToken cancel) =>
        (await Errors.ListErrorsAsync(new() { PageSize = 1 }, cancellationToken: cancel)).Queues.SingleOrDefault(q => q.Queue == Queue)?.Messages ?? 0;

    /// <summary>Kills it as soon as something was moved: what was moved is moved and the rest is where it was.</summary>
    async Task DriveAndKill()
    {
        await using var broker = await new ConnectionFactory { Uri = whole.System.Rabbit.Address }.CreateConnectionAsync(Cancel);
        await using var channel = await broker.CreateChannelAsync(cancellationToken: Cancel);
        async Task<uint> Messages(CancellationToken cancel) => (await channel.QueueDeclarePassiveAsync(Queue + "_error", cancel)).MessageCount;

        var before = await Messages(Cancel);
        var call = new Gms.ErrorQueues.V1.ErrorQueues.ErrorQueuesClient(Calls).RedriveAsync(Again(), cancellationToken: Cancel).ResponseAsync;
        await Wait.For(async stop => call.IsCompleted || await Messages(stop) + 1 < before, TimeSpan.FromMinutes(1), Cancel);
        await Reintegration.Kill(Cancel);
        Reintegration.Start();
        await Reintegration.WaitUntilHealthy(Cancel);
        TestContext.Current.SendDiagnosticMessage("Of {0} events {1} were left when the service was killed", before, await Messages(Cancel));
        try
        {
            await call;
        }
        catch (RpcException cutOff) when (cutOff.StatusCode is StatusCode.Unavailable or StatusCode.Internal or StatusCode.Cancelled or StatusCode.DeadlineExceeded)
        {
            // The process that was to answer is gone.
        }
    }

    async Task DriveTheRest() => Assert.True(
        await Wait.For(async stop =>
        {
            var left = (await Errors.ListErrorsAsync(new() { PageSize = 1 }, cancellationToken: stop)).Queues;
            foreach (var queue in left)    // exits were read by the same service, and failed with the returns
                await Errors.RedriveAsync(Again(queue.Queue), cancellationToken: stop);
            return left.Count == 0 && (await Errors.ListErrorsAsync(new() { PageSize = 1 }, cancellationToken: stop)).Queues.Count == 0;    // what was looked at is back a moment later
        }, TimeSpan.FromMinutes(2), Cancel),
        "What was driven again came back.");

    static RedriveRequest Again(string queue = Queue) => new() { RequestId = Guid.NewGuid().ToString(), Queue = queue };

    async Task AsOwner(string sql, string database = "reintegration")
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(whole.System.Postgres.AdminConnectionString) { Database = database, Pooling = false }.ConnectionString);
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
