using System.Buffers;

namespace Grpc.Core;

/// <summary>
/// Takes the bytes of one outgoing message: either all of them by <see cref="Complete(byte[])"/>, or through
/// <see cref="GetBufferWriter"/> followed by <see cref="Complete()"/>.
/// </summary>
public abstract class SerializationContext
{
    public virtual void Complete(byte[] payload) => throw new NotSupportedException();

    public virtual IBufferWriter<byte> GetBufferWriter() => throw new NotSupportedException();

    /// <summary>Says the length before <see cref="GetBufferWriter"/>, which saves a copy.</summary>
    public virtual void SetPayloadLength(int payloadLength)
    {
    }

    public virtual void Complete() => throw new NotSupportedException();
}

/// <summary>Gives the bytes of one incoming message.</summary>
public abstract class DeserializationContext
{
    public abstract int PayloadLength { get; }

    /// <summary>The bytes in an array that the caller may keep.</summary>
    public virtual byte[] PayloadAsNewBuffer() => throw new NotSupportedException();

    /// <summary>The bytes where they lie; valid only while the message is being read.</summary>
    public virtual ReadOnlySequence<byte> PayloadAsReadOnlySequence() => new(PayloadAsNewBuffer());
}
