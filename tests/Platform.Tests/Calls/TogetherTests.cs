using System.Collections.Concurrent;
using Xunit;

namespace Gms.Platform.Tests.Calls;

public sealed class TogetherTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_goes_at_once_and_whoever_comes_meanwhile_goes_with_the_next()
    {
        var pieces = new ConcurrentQueue<int[]>();
        var gate = new TaskCompletionSource();
        var together = new Together<int, int>(most: 3, atOnce: 1, async piece =>
        {
            pieces.Enqueue([.. piece.Select(a => a.Item)]);
            await gate.Task;
            foreach (var asked in piece)
                asked.Answer(asked.Item * 2);
        });

        var first = together.Ask(1);
        await Until.True("the first piece runs", () => !pieces.IsEmpty);
        var others = Enumerable.Range(2, 4).Select(together.Ask).ToArray();
        Assert.Equal(4, together.Waiting);
        gate.SetResult();

        Assert.Equal(2, await first);
        var answers = await Task.WhenAll(others);
        Assert.Equal([4, 6, 8, 10], answers);
        Assert.Equal([[1], [2, 3, 4], [5]], pieces);
    }

    [Fact]
    public async Task Everybody_is_answered_once_however_many_ask_at_the_same_time()
    {
        var asked = new ConcurrentBag<int>();
        var underWay = 0;
        var together = new Together<int, int>(most: 10, atOnce: 2, async piece =>
        {
            Assert.InRange(Interlocked.Increment(ref underWay), 1, 2);
            await Task.Yield();
            foreach (var one in piece)
            {
                asked.Add(one.Item);
                one.Answer(one.Item);
            }
            Interlocked.Decrement(ref underWay);
        });

        var answers = await Task.WhenAll(Enumerable.Range(0, 5000).Select(i => Task.Run(() => together.Ask(i), Cancel))).WaitAsync(TimeSpan.FromSeconds(60), Cancel);

        Assert.Equal(Enumerable.Range(0, 5000), answers);
        Assert.Equal(Enumerable.Range(0, 5000), asked.Order());
    }

    [Fact]
    public async Task What_ends_a_piece_is_told_to_all_who_were_not_answered_and_the_next_goes_on()
    {
        var together = new Together<int, int>(most: 10, atOnce: 1, piece =>
        {
            if (piece[0].Item < 0)
                throw new TimeoutException();
            piece[0].Answer(1);
            return Task.CompletedTask;
        });

        await Assert.ThrowsAsync<TimeoutException>(() => together.Ask(-1));
        Assert.Equal(1, await together.Ask(7));
    }

    [Fact]
    public async Task A_piece_that_forgets_somebody_fails_for_that_one()
    {
        var together = new Together<int, int>(most: 10, atOnce: 1, _ => Task.CompletedTask);

        await Assert.ThrowsAsync<InvalidOperationException>(() => together.Ask(1));
    }

    [Fact]
    public async Task A_piece_does_not_run_on_the_clock_of_its_first_caller()
    {
        var seen = new TaskCompletionSource<string?>();
        var own = new AsyncLocal<string?> { Value = "the first caller's" };
        var together = new Together<int, int>(most: 10, atOnce: 1, piece =>
        {
            seen.SetResult(own.Value);
            piece[0].Answer(0);
            return Task.CompletedTask;
        });

        await together.Ask(1);

        Assert.Null(await seen.Task);
    }
}
