using System.Diagnostics;
using Xunit;

namespace Gms.Portal.Tests.BorderPosts;

/// <summary>The check page's keeper (sw.js), run with a network and a store that are made up.</summary>
public sealed class KeeperTests
{
    static readonly string Script = Path.Combine(Environment.GetEnvironmentVariable("REGISTRY_ROOT") ?? throw new InvalidOperationException("REGISTRY_ROOT is not set."), "services", "Portal", "wwwroot", "check", "sw.js");

    /// <summary>Asks for the lists over a line of the given kind, in a browser without AbortSignal.timeout; writes what was answered and what is kept in the end.</summary>
    static readonly string Runner =
        """
        import { readFileSync } from 'node:fs';
        const [script, line] = process.argv.slice(1);
        const kept = new Map([['/check/lists', 'old']]), listeners = {}, behind = [];
        const answer = text => ({ ok: true, text, clone: () => text });
        const cache = { put: async (path, body) => kept.set(path, body), addAll: async () => {} };
        const caches = { open: async () => cache, match: async path => kept.has(path) ? answer(kept.get(path)) : undefined, keys: async () => [] };
        let arrive;
        const fetch = () => line === 'none' ? Promise.reject(new TypeError()) : line === 'quick' ? Promise.resolve(answer('new')) : new Promise(resolve => { arrive = () => resolve(answer('new')); });
        const self = { addEventListener: (name, act) => { listeners[name] = act; }, skipWaiting: () => {}, clients: { claim: () => {} } };
        const soon = act => setTimeout(act, 20);
        new Function('self', 'caches', 'fetch', 'location', 'setTimeout', 'AbortSignal', readFileSync(script, 'utf8'))(self, caches, fetch, { origin: 'http://portal' }, soon, {});
        let answered;
        listeners.fetch({ request: { url: 'http://portal/check/lists', method: 'GET' }, respondWith: promise => { answered = promise; }, waitUntil: promise => behind.push(promise) });
        const told = (await answered).text;
        arrive?.();
        await Promise.all(behind);
        process.stdout.write(`${told} ${kept.get('/check/lists')}`);
        """;

    [Theory]
    [InlineData("quick", "new new")]
    [InlineData("slow", "old new")]
    [InlineData("none", "old old")]
    public async Task Lists_are_renewed_on_any_line_and_what_is_kept_is_answered_meanwhile(string line, string told)
    {
        using var node = new Process { StartInfo = new("node", ["--input-type=module", "--eval", Runner, Script, line]) { RedirectStandardOutput = true, RedirectStandardError = true } };
        node.Start();
        var (said, failed) = (await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), await node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(node.ExitCode == 0, failed);
        Assert.Equal(told, said);
    }
}
