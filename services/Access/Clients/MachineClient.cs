using System.Security.Cryptography;
using System.Text;
using Gms.Access.Organisations;

namespace Gms.Access.Clients;

/// <summary>A program of an organisation that calls the registry without a person.</summary>
sealed class MachineClient
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public Organisation? Organisation { get; init; }

    public required string Name { get; init; }

    public required string[] Roles { get; init; }

    public byte[] SecretHash { get; private set; } = [];

    public required DateTimeOffset RegisteredAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public long Version { get; private set; }

    public void SetSecret(string secret)
    {
        SecretHash = Hash(secret);
        Version++;
    }

    public void Withdraw(DateTimeOffset now)
    {
        if (WithdrawnAt is not null)
            return;
        WithdrawnAt = now;
        Version++;
    }

    public bool Accepts(string secret) => WithdrawnAt is null && CryptographicOperations.FixedTimeEquals(SecretHash, Hash(secret));

    static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
