namespace Gms.Platform;

/// <summary>Who this process is among the services.</summary>
/// <param name="Name">As in the folder: SocialSecurity.</param>
public sealed record ServiceIdentity(string Name)
{
    /// <summary>Metadata by which a service that goes on with earlier work says for whom: account|organisation.</summary>
    public const string OnBehalfOf = "gms-on-behalf-of";

    /// <summary>In kebab case: client id at Access, audience of tokens, prefix of queues.</summary>
    public string Client { get; } = SnakeCase.Of(Name).Replace('_', '-');

    /// <summary>The domain of this service's error codes in google.rpc.ErrorInfo.</summary>
    public string Domain { get; } = "gms." + SnakeCase.Of(Name);
}

/// <summary>Whose tokens are taken, and who this service is at the token endpoint.</summary>
public sealed record AccessSettings(string Issuer, IReadOnlyList<string> Algorithms, string ClientId, string? ClientSecretFile)
{
    /// <summary>The audience of a token that every service takes: people's tokens carry it, exchanged ones never.</summary>
    public const string WholeRegistry = "gms";
}
