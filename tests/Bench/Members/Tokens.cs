using Gms.Platform;
using Grpc.Core;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Gms.Bench.Members;

/// <summary>Tokens of many accounts of Thai social-security offices, signed with Access's own key as Access signs: each is verified by the service like any other.</summary>
sealed class Tokens
{
    readonly Metadata[] _headers;

    /// <param name="keys">The folder in which Access has its keys.</param>
    /// <param name="issuer">Access's own name in its tokens.</param>
    /// <param name="accounts">How many accounts.</param>
    public Tokens(string keys, string issuer, int accounts)
    {
        var signing = new KeyFolder(keys, mayCreate: true).Current(KeyKind.Token, "access");
        var key = new ECDsaSecurityKey(signing.Key);
        key.KeyId = Base64UrlEncoder.Encode(key.ComputeJwkThumbprint());
        var handler = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false };
        var now = DateTime.UtcNow;
        _headers = [.. Enumerable.Range(0, accounts).Select(i => new Metadata
        {
            { "gms-purpose", "social-security" },
            {
                "authorization",
                "Bearer " + handler.CreateToken(new SecurityTokenDescriptor
                {
                    TokenType = "at+jwt",
                    Issuer = issuer,
                    Audience = "gms",
                    IssuedAt = now,
                    NotBefore = now,
                    Expires = now.AddHours(2),
                    Claims = new Dictionary<string, object>
                    {
                        ["sub"] = Guid.CreateVersion7().ToString(), ["org"] = $"bench-office-{i % 50}", ["country"] = "TH", ["roles"] = new[] { "social-security-officer" },
                        ["client_id"] = "bench", ["jti"] = Guid.CreateVersion7().ToString(),
                    },
                    SigningCredentials = new(key, SecurityAlgorithms.EcdsaSha256),
                })
            },
        })];
    }

    /// <summary>The headers of some account.</summary>
    public Metadata Any => _headers[Random.Shared.Next(_headers.Length)];

    public IReadOnlyList<Metadata> All => _headers;
}
