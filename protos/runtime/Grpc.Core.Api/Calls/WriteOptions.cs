namespace Grpc.Core;

/// <summary>How one message is written; these are hints.</summary>
[Flags]
public enum WriteFlags
{
    /// <summary>More messages follow, so this one need not be flushed alone.</summary>
    BufferHint = 1,

    /// <summary>Not worth compressing, or secret beside text that an attacker chooses.</summary>
    NoCompress = 2,
}

/// <summary>Options of a write.</summary>
public class WriteOptions(WriteFlags flags = default)
{
    public static readonly WriteOptions Default = new();

    public WriteFlags Flags { get; } = flags;
}
