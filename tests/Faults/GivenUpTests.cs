using Gms.ErrorQueues.V1;
using Gms.Local;
using Grpc.Core;
using Npgsql;
using Xunit;

namespace Gms.Faults;

/// <summary>
/// A handler is broken while workers come home, the events that it gave up on are driven again once it is mended, and the service that drives them is
/// killed in the middle of it: each case is opened, and once.
/// </summary>
[Collection(nameof(AsItIs))]
public sealed class GivenUpTests(AsItIs whole)
{
    const int Count = 12, Kills = 3;
    const string Queue = "gms.reintegration.on-worker-returned";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    ServiceProcess Reintegration => whole.System["Reintegration"];

    Gms.ErrorQueues.V1.ErrorQueues.ErrorQueuesClient Errors => new(whole.Offices.To("Reintegration", "administrator", "administration"));

    [Fact]
    public async Task What_was_given_up_is_driven_again_by_a_service_that_is_killed_and_acts_once()
    {
        await AsOwner("REVOKE INSERT ON inbox FROM reintegration_app");    // a mistake with the database's roles, which no waiting heals

        var journeys = await whole.Journeys(Count, async _ =>
        {
            try
            {
                await UntilGivenUp(Count);
                await whole.Ledger.SendEverythingAgain(Cancel);    // and each a second time
                await UntilGivenUp(2 * Count);
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

    /// <summary>Whether the call was answered before the kill or not, what it moved is moved and the rest is where it was.</summary>
    async Task DriveAndKill()
    {
        var call = Errors.RedriveAsync(Again(), cancellationToken: Cancel);
        await Reintegration.Kill(Cancel);
        Reintegration.Start();
        await Reintegration.WaitUntilHealthy(Cancel);
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
            return left.Count == 0;
        }, TimeSpan.FromMinutes(2), Cancel),
        "What was driven again came back.");

    static RedriveRequest Again(string queue = Queue) => new() { RequestId = Guid.NewGuid().ToString(), Queue = queue };

    async Task AsOwner(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(whole.System.Postgres.AdminConnectionString) { Database = "reintegration", Pooling = false }.ConnectionString);
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
