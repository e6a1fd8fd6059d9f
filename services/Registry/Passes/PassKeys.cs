using System.Collections.Concurrent;
using Gms.Credentials;
using Gms.Platform;
using Npgsql;

namespace Gms.Registry.Passes;

/// <summary>The keys that sign passes. The private half is a file of its country; its public half is put on record before it signs anything.</summary>
sealed class PassKeys(IKeys keys, NpgsqlDataSource database)
{
    /// <summary>The name of the region's key, which signs the trust list.</summary>
    const string Region = "GMS";

    /// <summary>Another process may sign with the earlier key until it has seen the new file.</summary>
    static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);

    readonly ConcurrentDictionary<(string Country, int Version), bool> _onRecord = new();

    public SigningKey RegionKey => keys.Current(KeyKind.Credential, Region);

    /// <summary>The key that signs for the country now.</summary>
    public async Task<SigningKey> Current(string country, CancellationToken cancel)
    {
        var key = keys.Current(KeyKind.Credential, country);
        if (_onRecord.ContainsKey((country, key.Version)))
            return key;
        // The first key has no beginning before which a pass would be too old; one that was put there by hand has none on record.
        await Record(country, key, DateTimeOffset.UnixEpoch, cancel);
        return key;
    }

    public SigningKey Version(string country, int version) => keys.Version(KeyKind.Credential, country, version);

    /// <summary>A new key, which signs from now on; the one before it is retired.</summary>
    public async Task<SigningKey> Rotate(string country, DateTimeOffset now, CancellationToken cancel)
    {
        await Current(country, cancel);
        keys.Rotate(KeyKind.Credential, country);
        var key = keys.Current(KeyKind.Credential, country);
        await Record(country, key, now - CrossingClocks, cancel);
        await using var retire = database.CreateCommand("UPDATE pass_keys SET retired_at = $3 WHERE country = $1 AND version < $2 AND retired_at IS NULL");
        foreach (var value in new object[] { country, key.Version, (now + Overlap).ToUniversalTime() })
            retire.Parameters.Add(new() { Value = value });
        await retire.ExecuteNonQueryAsync(cancel);
        return key;
    }

    /// <summary>Clocks of our own processes differ by less.</summary>
    static readonly TimeSpan CrossingClocks = TimeSpan.FromMinutes(1);

    /// <summary>In a transaction of its own: a pass that is saved later must never name a key that nobody knows.</summary>
    async Task Record(string country, SigningKey key, DateTimeOffset from, CancellationToken cancel)
    {
        var point = PublicKey.Of(key.Key);
        await using var insert = database.CreateCommand("INSERT INTO pass_keys (country, version, x, y, valid_from) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING");
        foreach (var value in new object[] { country, key.Version, point.X, point.Y, from.ToUniversalTime() })
            insert.Parameters.Add(new() { Value = value });
        await insert.ExecuteNonQueryAsync(cancel);
        _onRecord[(country, key.Version)] = true;
    }
}
