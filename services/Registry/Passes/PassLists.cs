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
        foreach (var country in await db.PassKeys.Select(k => k.Country).Distinct().ToListAsync(cancel))
            await keys.Current(country, cancel);    // a key put there by hand is on record before anybody asks
        var known = await db.PassKeys.AsNoTracking().OrderBy(k => k.Country).ThenBy(k => k.Version).ToListAsync(cancel);
        var now = clock.GetUtcNow();
        return new([.. known.Select(k => k.Trusted)], now, now + TrustedFor);
    }

    /// <summary>
    /// The lists of one country, or of all, save those whose passes have all expired. One that was signed less than a minute ago by the same key, and since
    /// when nothing was revoked, is given again.
    /// </summary>
    public async Task<IReadOnlyList<SignedList>> Status(string? country, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var lists = new List<SignedList>();
        foreach (var live in await Live(country, now, cancel))
        {
            var key = await keys.Current(live.Country, cancel);
            var state = new ListState(live.Revoked, key.Version);
            lists.Add(signed.Recent(StatusList.UriOf(live.Country, live.List), state, now) ?? signed.Keep(state, await Sign(live, key, now, cancel)));
        }
        return lists;
    }

    /// <summary>A look into an index for each list, however many passes there are.</summary>
    Task<List<LiveList>> Live(string? country, DateTimeOffset now, CancellationToken cancel) => db.Database.SqlQuery<LiveList>(
        $"""
        SELECT k.country AS "Country", l.list AS "List", (SELECT count(*) FROM passes p WHERE p.country = k.country AND p.status_list = l.list AND p.revoked_at IS NOT NULL)::integer AS "Revoked"
        FROM (SELECT DISTINCT country FROM pass_keys WHERE {country}::text IS NULL OR country = {country}) AS k
        CROSS JOIN LATERAL generate_series(0, (SELECT max(status_list) FROM passes WHERE country = k.country)) AS l (list)
        WHERE (SELECT max(expires_at) FROM passes p WHERE p.country = k.country AND p.status_list = l.list) > {now.ToUniversalTime()}
        ORDER BY 1, 2
        """).ToListAsync(cancel);

    async Task<SignedList> Sign(LiveList live, SigningKey key, DateTimeOffset now, CancellationToken cancel)
    {
        var uri = StatusList.UriOf(live.Country, live.List);
        var revoked = await db.Passes.Where(p => p.Country == live.Country && p.StatusList == live.List && p.RevokedAt != null).Select(p => p.StatusIndex).ToListAsync(cancel);
        return new(live.Country, uri, new StatusList(uri, revoked, now, now + StatusFor).Sign(key.Key, TimeToLive), now, now + StatusFor);
    }

    sealed record LiveList(string Country, int List, int Revoked);
}

/// <summary>What a signed list depends on: how many were revoked, and which key signs.</summary>
sealed record ListState(int Revoked, int KeyVersion);

/// <summary>The lists signed last, so that whoever asks often costs no signature each time.</summary>
sealed class SignedLists
{
    static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(1);

    readonly ConcurrentDictionary<string, (ListState State, SignedList List)> _lists = new();

    public SignedList? Recent(string uri, ListState state, DateTimeOffset now) =>
        _lists.TryGetValue(uri, out var kept) && kept.State == state && (now - kept.List.IssuedAt).Duration() < GoodFor ? kept.List : null;

    public SignedList Keep(ListState state, SignedList list)
    {
        _lists[list.Uri] = (state, list);
        return list;
    }
}
