namespace Gms.Local.Demo;

/// <summary>Where a running system is reached, whether as processes of this machine or in containers.</summary>
/// <param name="Calls">The gRPC address of a service.</param>
/// <param name="Tokens">Access's address for browsers and tokens.</param>
/// <param name="AccessSecret">The secret of the client `access`, by which tokens are asked for without a browser.</param>
/// <param name="SignInsFile">Where the demonstration's sign-ins are, to be named when one is not known.</param>
public sealed record Doors(Func<string, Uri> Calls, Func<Uri> Tokens, Func<string> AccessSecret, string SignInsFile)
{
    /// <summary>Makes what connects; null for the usual, which trusts the machine's authorities.</summary>
    public Func<HttpMessageHandler>? Handler { get; init; }

    public static Doors Of(LocalSystem system) => new(
        service => system[service].Grpc!, () => system["Access"].Web!, () => system.State.Secret("access.secret"), system.State[Path.Combine("secrets", "sign-ins.json")]);
}
