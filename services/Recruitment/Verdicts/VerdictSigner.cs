using System.Collections.Concurrent;
using Gms.Credentials;
using Gms.Platform;
using Npgsql;

namespace Gms.Recruitment.Verdicts;

/// <summary>Signs verdicts for the country that holds what they are about, and tells whether a signature is one of ours.</summary>
public sealed class VerdictSigner(IKeys keys, NpgsqlDataSource database)
{
    /// <summary>What kind of text it is stands under the signature: nothing else that a country signs can be taken for a verdict.</summary>
    internal const string Type = "gms-verdict";

    readonly ConcurrentDictionary<(string Country, int Version, string Key), bool> _onRecord = new();

    /// <summary>The public half of a key is on record before it signs anything.</summary>
    internal async Task<byte[]> Sign(VerdictText text, CancellationToken cancel)
    {
        var key = keys.Current(KeyKind.Credential, $"verdict-{text.Country}");
        var point = PublicKey.Of(key.Key);
        var known = (text.Country, key.Version, Convert.ToHexString(point.Id));
        if (!_onRecord.ContainsKey(known))
        {
            await using var insert = database.CreateCommand("INSERT INTO verdict_keys (country, version, key_id, x, y) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING");
            foreach (var value in new object[] { text.Country, key.Version, point.Id, point.X, point.Y })
                insert.Parameters.Add(new() { Value = value });
            await insert.ExecuteNonQueryAsync(cancel);
            _onRecord[known] = true;
        }
        return SignedCbor.Sign(text.Write(), key.Key, Type);
    }

    /// <summary>The keys on record, by country and version.</summary>
    internal async Task<IReadOnlyList<VerdictKey>> Keys(CancellationToken cancel)
    {
        await using var command = database.CreateCommand("SELECT country, version, x, y, first_used FROM verdict_keys ORDER BY country, version");
        await using var row = await command.ExecuteReaderAsync(cancel);
        var all = new List<VerdictKey>();
        while (await row.ReadAsync(cancel))
            all.Add(new(row.GetString(0), row.GetInt32(1), new(row.GetFieldValue<byte[]>(2), row.GetFieldValue<byte[]>(3)), row.GetFieldValue<DateTimeOffset>(4)));
        return all;
    }

    /// <summary>The text, when a key on record of the country that it names signed exactly these bytes; null otherwise.</summary>
    internal async Task<VerdictText?> Open(byte[] signed, CancellationToken cancel)
    {
        try
        {
            var cbor = SignedCbor.Read(signed);
            if (cbor.Type != Type || (await Keys(cancel)).FirstOrDefault(k => k.Public.Id.AsSpan().SequenceEqual(cbor.KeyId)) is not { } key || !cbor.IsSignedBy(key.Public))
                return null;
            var text = VerdictText.Parse(cbor.Payload);
            return text.Country == key.Country ? text : null;
        }
        catch (Exception broken) when (broken is CredentialException or System.Text.Json.JsonException)
        {
            return null;
        }
    }
}

/// <summary>The public half of a key that signs verdicts.</summary>
sealed record VerdictKey(string Country, int Version, PublicKey Public, DateTimeOffset FirstUsed);
