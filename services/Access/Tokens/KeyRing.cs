using System.Collections.Concurrent;
using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;

namespace Gms.Access.Tokens;

/// <summary>The keys that sign tokens, as the token library wants them, and which of them are told.</summary>
sealed class KeyRing(IKeys keys)
{
    const string Name = "access";

    readonly ConcurrentDictionary<int, ECDsaSecurityKey> _keys = new();

    public SigningCredentials Signing => new(Of(keys.Current(KeyKind.Token, Name)), SecurityAlgorithms.EcdsaSha256);

    /// <summary>Makes a key, which signs from now on. Every replica sees the same files.</summary>
    public async Task<TokenKey> Rotate(AccessDb db, DateTimeOffset now, CancellationToken cancel)
    {
        keys.Rotate(KeyKind.Token, Name);
        return (await Known(db, now, cancel))[0];
    }

    /// <summary>What is known of every key, newest first. A key that is seen for the first time is recorded, and the one before it retired.</summary>
    public async Task<IReadOnlyList<TokenKey>> Known(AccessDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var known = await Recorded(db, cancel);
        var unseen = keys.All(KeyKind.Token, Name).Where(key => known.All(k => k.Version != key.Version)).ToList();
        if (unseen.Count == 0)
            return known;

        foreach (var key in unseen)
            await db.Database.ExecuteSqlAsync($"INSERT INTO token_keys (version, key_id, signs_since) VALUES ({key.Version}, {Of(key).KeyId}, {now}) ON CONFLICT DO NOTHING", cancel);
        await db.Database.ExecuteSqlAsync($"UPDATE token_keys SET retired_at = {now} WHERE retired_at IS NULL AND version < (SELECT max(version) FROM token_keys)", cancel);
        return await Recorded(db, cancel);
    }

    static Task<List<TokenKey>> Recorded(AccessDb db, CancellationToken cancel) => db.TokenKeys.AsNoTracking().OrderByDescending(k => k.Version).ToListAsync(cancel);

    /// <summary>The keys that verify now: the current one and those that signed until recently.</summary>
    public async Task<IReadOnlyList<ECDsaSecurityKey>> Told(AccessDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var known = await Known(db, now, cancel);
        return [.. known.Where(k => k.IsToldAt(now)).Select(k => Of(keys.Version(KeyKind.Token, Name, k.Version)))];
    }

    /// <summary>A public key as the key list shows it.</summary>
    public static object ToJson(ECDsaSecurityKey key)
    {
        var point = key.ECDsa.ExportParameters(includePrivateParameters: false).Q;
        return new { kty = "EC", use = "sig", alg = "ES256", kid = key.KeyId, crv = "P-256", x = Base64UrlEncoder.Encode(point.X), y = Base64UrlEncoder.Encode(point.Y) };
    }

    ECDsaSecurityKey Of(SigningKey key) => _keys.GetOrAdd(key.Version, _ =>
    {
        var security = new ECDsaSecurityKey(key.Key);
        security.KeyId = Base64UrlEncoder.Encode(security.ComputeJwkThumbprint());
        return security;
    });
}
