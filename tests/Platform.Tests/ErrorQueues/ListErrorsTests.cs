using Gms.Platform.Tests.Probe;
using Gms.Testing;
using Grpc.Core;
using RabbitMQ.Client;
using Xunit;
using Client = Gms.ErrorQueues.V1.ErrorQueues.ErrorQueuesClient;

namespace Gms.Platform.Tests.ErrorQueues;

public sealed class ListErrorsTests(BrokenHandler broken) : IClassFixture<BrokenHandler>
{
    [Fact]
    public async Task It_tells_which_event_when_and_on_what_the_handler_failed_and_nothing_of_anybody()
    {
        var before = DateTimeOffset.UtcNow.AddSeconds(-1);
        var ids = await broken.GivenUp("LA-TOLD", 2);

        var queue = await broken.Found();

        Assert.NotNull(queue);
        Assert.Equal(2, queue.Messages);
        Assert.Equal(ids.Order(), queue.First.Select(e => e.EventId).Order());
        Assert.All(queue.First, e =>
        {
            Assert.Equal("gms.registry.worker-enrolled:1", e.Event);
            Assert.InRange(e.FailedAt.ToDateTimeOffset(), before, DateTimeOffset.UtcNow.AddSeconds(1));
            Assert.Equal("System.InvalidOperationException", e.Failure);
            Assert.StartsWith("Gms.Platform.Tests.ErrorQueues.BrokenHandler.", e.Where, StringComparison.Ordinal);
        });
        Assert.DoesNotContain("LA-TOLD", queue.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("no good", queue.ToString(), StringComparison.Ordinal);
        await broken.Empty();
        Assert.Null(await broken.Found());
    }

    [Fact]
    public async Task Only_so_many_of_a_queue_are_shown_and_all_are_counted()
    {
        await broken.GivenUp("LA-MANY", 5);

        var queue = await broken.Found(3);

        Assert.Equal((5, 3), (queue!.Messages, queue.First.Count));
        await broken.Empty();
    }

    /// <summary>A broker of today throws away what was returned twenty times.</summary>
    [Fact]
    public async Task However_often_somebody_looks_nothing_wears_out()
    {
        var ids = await broken.GivenUp("LA-LOOKED", 3);

        for (var i = 0; i < 40; i++)
            await broken.Found();

        Assert.Equal(ids.Order(), (await broken.Found())!.First.Select(e => e.EventId).Order());
        Assert.InRange(await MostReturns(), 1, Platform.ErrorQueues.MostReturns + 1);
        await broken.Empty();
        Assert.Equal(3, await broken.Handled("LA-LOOKED"));
    }

    [Fact]
    public async Task Only_who_administers_the_whole_may_look()
    {
        Assert.Equal(["PERMISSION_MISSING"], await Refused.Codes(StatusCode.PermissionDenied, () => broken.As(A.Officer).ListErrorsAsync(new())));
        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.Codes(StatusCode.PermissionDenied, () => broken.As(BrokenHandler.Administrator with { Agency = Guid.NewGuid() }).ListErrorsAsync(new())));
        Assert.Empty((await broken.As(Who.Is(Role.Auditor, null)).ListErrorsAsync(new())).Queues);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(101)]
    public async Task A_page_is_no_larger_than_a_hundred(int size) =>
        Assert.Equal(["page_size"], await Refused.Fields(StatusCode.InvalidArgument, () => broken.As(BrokenHandler.Administrator).ListErrorsAsync(new() { PageSize = size })));

    [Fact]
    public async Task Without_the_broker_it_says_so_and_not_that_all_is_well()
    {
        await using var alone = new ProbeAlone();
        await alone.InitializeAsync();

        Assert.Equal(["BROKER_UNAVAILABLE"], await Refused.Codes(StatusCode.Unavailable, () => new Client(alone.As(BrokenHandler.Administrator)).ListErrorsAsync(new())));
    }

    [Fact]
    public async Task Of_several_nodes_one_that_is_there_is_enough()
    {
        await broken.GivenUp("LA-NODES", 1);
        var lost = new UriBuilder(broken.Broker) { Port = 1 }.Uri;    // nobody listens there
        var errors = new Platform.ErrorQueues(lost, ["127.0.0.1:1", $"{broken.Broker.Host}:{broken.Broker.Port}"], [BrokenHandler.Queue]);

        Assert.Equal(1, Assert.Single(await errors.List(1, TestContext.Current.CancellationToken)).Messages);

        await broken.Empty();
    }

    async Task<long> MostReturns()
    {
        await using var connection = await new ConnectionFactory { Uri = broken.Broker }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        var most = 0L;
        while (await channel.BasicGetAsync(BrokenHandler.Queue + "_error", autoAck: false) is { } message)
            most = Math.Max(most, GivenUp.Returns(message));
        return most;
    }
}
