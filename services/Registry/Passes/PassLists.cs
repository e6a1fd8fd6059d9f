using System.Collections.Concurrent;
using Gms.Credentials;
using Gms.Platform;
using Microsoft.EntityFrameworkCore;

namespace Gms.Registry.Passes;

/// <summary>A list as it was signed.</summary>
/// <param name="Country">Who signed it.</param>
/// <param name="Uri">Its name.</param>
/// <param name="Token">The signed text.</param>
/// <param name="IssuedAt">What was revoked up to here is in it.</param>
/// <param name="ExpiresAt">From here on it says nothing any more.</param>
sealed record SignedList(string Country, string Uri, byte[] Token, DateTimeOffset IssuedAt, DateTimeOffset ExpiresAt);

/// <summary>Makes the lists that checkers carry: keys and revoked passes, signed.</summary>
sealed class PassLists(RegistryDb db, PassKeys keys, SignedLists signed, TimeProvider clock)
{
    static readonly TimeSpan TrustedFor = TimeSpan.FromDays(30), StatusFor = TimeSpan.FromDays(7), TimeToLive = TimeSpan.FromMinutes(5);

    public async Task<TrustList> Trust(CancellationToken cancel)
    {
        foreach (var country in await db.Passes.Select(p => p.Country).Distinct().ToListAsync(cancel))
            await keys.Current(country, cancel);    // a key put there by hand is on record before anybody asks
        var known = await db.PassKeys.AsNoTracking().OrderBy(k => k.Country).ThenBy(k => k.Version).ToListAsync(cancel);
        var now = clock.GetUtcNow();
        return new([.. known.Select(k => k.Trusted)], now, now + TrustedFor);
    }

    /// <summary>The lists of one country, or of all. One that was signed less than a minute ago, and since when nothing was revoked, is given again.</summary>
    public async Task<IReadOnlyList<SignedList>> Status(string? country, CancellationToken cancel)
    {
        var counts = await db.Passes.Where(p => country == null || p.Country == country)
            .GroupBy(p => new { p.Country, p.StatusList })
            .Select(g => new { g.Key.Country, g.Key.StatusList, Revoked = g.Count(p => p.RevokedAt != null) })
            .OrderBy(g => g.Country).ThenBy(g => g.StatusList).ToListAsync(cancel);
        var lists = new List<SignedList>(counts.Count);
        foreach (var count in counts)
        {
            var uri = StatusList.UriOf(count.Country, count.StatusList);
            lists.Add(signed.Recent(uri, count.Revoked, clock.GetUtcNow()) ?? signed.Keep(count.Revoked, await Sign(count.Country, count.StatusList, uri, cancel)));
        }
        return lists;
    }

    async Task<SignedList> Sign(string country, int list, string uri, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var revoked = await db.Passes.Where(p => p.Country == country && p.StatusList == list && p.RevokedAt != null).Select(p => p.StatusIndex).ToListAsync(cancel);
        var key = await keys.Current(country, cancel);
        return new(country, uri, new StatusList(uri, revoked, now, now + StatusFor).Sign(key.Key, TimeToLive), now, now + StatusFor);
    }
}

/// <summary>The lists signed last, so that whoever asks often costs no signature each time.</summary>
sealed class SignedLists
{
    static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(1);

    readonly ConcurrentDictionary<string, (int Revoked, SignedList List)> _lists = new();

    public SignedList? Recent(string uri, int revoked, DateTimeOffset now) =>
        _lists.TryGetValue(uri, out var kept) && kept.Revoked == revoked && (now - kept.List.IssuedAt).Duration() < GoodFor ? kept.List : null;

    public SignedList Keep(int revoked, SignedList list)
    {
        _lists[list.Uri] = (revoked, list);
        return list;
    }

    /// <summary>Another key signs now.</summary>
    public void Forget() => _lists.Clear();
}
