namespace Grpc.Core;

/// <summary>Where a channel stands with its server.</summary>
public enum ConnectivityState
{
    Idle,
    Connecting,
    Ready,

    /// <summary>Failed, and will try again.</summary>
    TransientFailure,

    Shutdown,
}
