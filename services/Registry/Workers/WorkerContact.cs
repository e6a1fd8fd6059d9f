namespace Gms.Registry.Workers;

public enum ContactKind
{
    /// <summary>E.164.</summary>
    Phone,

    Email,

    /// <summary>Another way to reach the person, said in words: an account of a messenger, a village head.</summary>
    Other,
}

/// <summary>A way to reach a worker, encrypted under the person's key and found by a keyed hash.</summary>
public sealed class WorkerContact
{
    public required Guid Id { get; init; }

    /// <summary>The order in which the worker gave them: the best first.</summary>
    public required int Position { get; init; }

    public required ContactKind Kind { get; init; }

    public required byte[] ValueEncrypted { get; init; }

    public required byte[] ValueHash { get; init; }

    public required int HashVersion { get; init; }

    public required DateTimeOffset AddedAt { get; init; }
}
