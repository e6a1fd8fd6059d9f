using System.Diagnostics;
using Microsoft.Playwright;
using Xunit;

namespace Gms.Browser;

/// <summary>What goes over the line between a browser and the Portal, counted there and not on the page; and a line as slow as asked for.</summary>
sealed class OverTheLine
{
    readonly ICDPSession _session;
    readonly IPage _page;
    long _bytes;
    int _requests;

    OverTheLine(ICDPSession session, IPage page) => (_session, _page) = (session, page);

    /// <summary>From now on; the browser keeps nothing, so that each page is loaded as the first.</summary>
    public static async Task<OverTheLine> Of(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        var line = new OverTheLine(session, page);
        session.Event("Network.loadingFinished").OnEvent += (_, finished) => line.Count((long)(finished?.GetProperty("encodedDataLength").GetDouble() ?? 0));
        await session.SendAsync("Network.enable");
        await session.SendAsync("Network.setCacheDisabled", new Dictionary<string, object> { ["cacheDisabled"] = true });
        return line;
    }

    /// <summary>A page loaded as if for the first time: how many bytes came, heads and all, in how many answers, and how long until it could be read.</summary>
    public async Task<(long Bytes, int Answers, TimeSpan Readable)> Load(string address)
    {
        (_bytes, _requests) = (0, 0);
        var clock = Stopwatch.StartNew();
        var answer = await _page.GotoAsync(address, new() { WaitUntil = WaitUntilState.DOMContentLoaded, Timeout = 120_000 });
        var readable = clock.Elapsed;
        Assert.InRange(answer!.Status, 200, 299);
        await _page.WaitForLoadStateAsync(LoadState.NetworkIdle, new() { Timeout = 120_000 });
        return (Interlocked.Read(ref _bytes), _requests, readable);
    }

    public Task Slow(int bytesPerSecond, TimeSpan latency) => _session.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object>
    {
        ["offline"] = false,
        ["latency"] = latency.TotalMilliseconds,
        ["downloadThroughput"] = bytesPerSecond,
        ["uploadThroughput"] = bytesPerSecond,
    });

    void Count(long bytes)
    {
        Interlocked.Add(ref _bytes, bytes);
        Interlocked.Increment(ref _requests);
    }
}
