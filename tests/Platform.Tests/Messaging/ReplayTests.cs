using System.Globalization;
using Gms.Events.V1;
using Gms.Platform.Tests.Probe;
using Gms.Testing;
using Grpc.Core;
using Npgsql;
using Xunit;

namespace Gms.Platform.Tests.Messaging;

public sealed class ReplayTests(ProbeAlone host) : IClassFixture<ProbeAlone>
{
    readonly Gms.Events.V1.Events.EventsClient _auditor = new(host.As(Who.Is(Role.Auditor, null)));

    [Fact]
    public async Task A_reader_that_goes_on_from_its_last_position_gets_every_committed_event_once_and_in_order_whatever_the_writers_do()
    {
        using var done = new CancellationTokenSource();
        var writers = Task.WhenAll(Enumerable.Range(0, 8).Select(Write));
        var replayed = new List<ReplayedEvent>();
        async Task ReadOn() => replayed.AddRange(await Replay(new() { After = replayed.Count == 0 ? "" : replayed[^1].Position }));
        while (!writers.IsCompleted)
            await ReadOn();
        var committed = (await writers).SelectMany(ids => ids).ToHashSet();
        await Until.True("every committed event replayed", async () =>
        {
            await ReadOn();
            return replayed.Count >= committed.Count;
        });

        Assert.Equal(committed.Count, replayed.Count);
        Assert.True(committed.SetEquals(replayed.Select(e => Guid.Parse(e.EventId))));
        var order = replayed.Select(e => e.Position.Split(':')).Select(p => (ulong.Parse(p[0], CultureInfo.InvariantCulture), long.Parse(p[1], CultureInfo.InvariantCulture))).ToList();
        Assert.Equal(order.Order(), order);
    }

    [Fact]
    public async Task A_replay_may_be_of_one_name_only()
    {
        Assert.Empty(await Replay(new() { Name = "gms.registry.nothing:1" }));
        Assert.All(await Replay(new() { Name = "gms.registry.worker-enrolled:1" }), e => Assert.Equal("gms.registry.worker-enrolled:1", e.Name));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("1")]
    [InlineData("1:x")]
    [InlineData("1:2:3")]
    [InlineData("-1:0")]
    [InlineData("99999999999999999999:0")]
    public async Task A_position_that_was_never_answered_is_refused(string after)
    {
        var refusal = await Assert.ThrowsAsync<RpcException>(() => Replay(new() { After = after }));

        Assert.Equal(("after", StatusCode.InvalidArgument), (refusal.Problems().Single().Field, refusal.StatusCode));
    }

    async Task<List<ReplayedEvent>> Replay(ReplayRequest request)
    {
        using var call = _auditor.Replay(request);
        return await call.ResponseStream.ReadAllAsync().ToListAsync();
    }

    /// <summary>Transactions of random length, some rolled back, that take their positions long before they commit.</summary>
    async Task<List<Guid>> Write(int seed)
    {
        var random = new Random(seed);
        var committed = new List<Guid>();
        await using var database = NpgsqlDataSource.Create(host.Database.AppConnection);
        await using var connection = await database.OpenConnectionAsync();
        for (var i = 0; i < 40; i++)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            var ids = new List<Guid>();
            for (var n = random.Next(1, 6); n > 0; n--)
            {
                ids.Add(Guid.CreateVersion7());
                await using var insert = new NpgsqlCommand(
                    "INSERT INTO outbox (event_id, name, subject_id, subject_version, occurred_at, body) VALUES ($1, 'gms.registry.worker-enrolled:1', 'LA', 1, now(), '{}')", connection, transaction)
                {
                    Parameters = { new() { Value = ids[^1] } },
                };
                await insert.ExecuteNonQueryAsync();
                if (random.Next(3) == 0)
                    await Task.Delay(random.Next(12));
            }
            if (random.Next(5) == 0)
                await transaction.RollbackAsync();
            else
            {
                await transaction.CommitAsync();
                committed.AddRange(ids);
            }
        }
        return committed;
    }
}
