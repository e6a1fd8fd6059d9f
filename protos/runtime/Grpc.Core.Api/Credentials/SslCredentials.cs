namespace Grpc.Core;

/// <summary>Decides, after the usual checks, whether a server may be talked to.</summary>
public delegate bool VerifyPeerCallback(VerifyPeerContext context);

/// <summary>The server that a <see cref="VerifyPeerCallback"/> is asked about.</summary>
public class VerifyPeerContext
{
    internal VerifyPeerContext(string targetName, string peerPem)
    {
        TargetName = targetName;
        PeerPem = peerPem;
    }

    public string TargetName { get; }

    /// <summary>The server's certificate, in PEM.</summary>
    public string PeerPem { get; }
}

/// <summary>A certificate chain and the private key of its first certificate, both in PEM.</summary>
public sealed class KeyCertificatePair
{
    public KeyCertificatePair(string certificateChain, string privateKey)
    {
        ArgumentNullException.ThrowIfNull(certificateChain);
        ArgumentNullException.ThrowIfNull(privateKey);
        CertificateChain = certificateChain;
        PrivateKey = privateKey;
    }

    public string CertificateChain { get; }

    public string PrivateKey { get; }
}

/// <summary>
/// TLS for a channel. Grpc.Net.Client takes certificates only from its HTTP handler, and refuses credentials that carry
/// roots, a pair or a callback.
/// </summary>
public sealed class SslCredentials(string? rootCertificates, KeyCertificatePair? keyCertificatePair, VerifyPeerCallback? verifyPeerCallback) : ChannelCredentials
{
    public SslCredentials()
        : this(null)
    {
    }

    public SslCredentials(string? rootCertificates)
        : this(rootCertificates, null)
    {
    }

    public SslCredentials(string? rootCertificates, KeyCertificatePair? keyCertificatePair)
        : this(rootCertificates, keyCertificatePair, null)
    {
    }

    /// <summary>The roots to trust, in PEM; null for the machine's own.</summary>
    public string? RootCertificates { get; } = rootCertificates;

    /// <summary>Who the client is towards the server; null for nobody.</summary>
    public KeyCertificatePair? KeyCertificatePair { get; } = keyCertificatePair;

    public override void InternalPopulateConfiguration(ChannelCredentialsConfiguratorBase configurator, object? state) =>
        configurator.SetSslCredentials(state, RootCertificates, KeyCertificatePair, verifyPeerCallback);
}
