namespace Grpc.Core;

/// <summary>How a channel is secured.</summary>
public abstract class ChannelCredentials
{
    /// <summary>Plain text, for a network that is trusted for another reason.</summary>
    public static ChannelCredentials Insecure { get; } = new PlainText();

    /// <summary>TLS with the machine's own trusted roots.</summary>
    public static ChannelCredentials SecureSsl { get; } = new SslCredentials();

    /// <summary>
    /// A channel whose every call carries these call credentials. Over plain text the client library refuses them
    /// unless it is told that this is meant, since whoever listens could use them.
    /// </summary>
    public static ChannelCredentials Create(ChannelCredentials channelCredentials, CallCredentials callCredentials)
    {
        ArgumentNullException.ThrowIfNull(channelCredentials);
        ArgumentNullException.ThrowIfNull(callCredentials);
        return new Composite(channelCredentials, callCredentials);
    }

    /// <summary>Tells a client library what these credentials are; application code does not call it.</summary>
    public abstract void InternalPopulateConfiguration(ChannelCredentialsConfiguratorBase configurator, object? state);

    sealed class PlainText : ChannelCredentials
    {
        public override void InternalPopulateConfiguration(ChannelCredentialsConfiguratorBase configurator, object? state) =>
            configurator.SetInsecureCredentials(state);
    }

    sealed class Composite(ChannelCredentials channelCredentials, CallCredentials callCredentials) : ChannelCredentials
    {
        public override void InternalPopulateConfiguration(ChannelCredentialsConfiguratorBase configurator, object? state) =>
            configurator.SetCompositeCredentials(state, channelCredentials, callCredentials);
    }
}

/// <summary>A client library's side of <see cref="ChannelCredentials.InternalPopulateConfiguration"/>.</summary>
public abstract class ChannelCredentialsConfiguratorBase
{
    public abstract void SetInsecureCredentials(object? state);

    public abstract void SetSslCredentials(object? state, string? rootCertificates, KeyCertificatePair? keyCertificatePair, VerifyPeerCallback? verifyPeerCallback);

    public abstract void SetCompositeCredentials(object? state, ChannelCredentials channelCredentials, CallCredentials callCredentials);
}
