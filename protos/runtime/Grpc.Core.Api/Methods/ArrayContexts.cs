using System.Buffers;

namespace Grpc.Core;

/// <summary>Collects a message's bytes in memory, for a marshaller used outside a call.</summary>
sealed class ArrayContext : SerializationContext
{
    readonly ArrayBufferWriter<byte> _writer = new();
    byte[]? _written;

    public byte[] Written => _written ?? throw new InvalidOperationException("The serializer did not complete its message.");

    public override IBufferWriter<byte> GetBufferWriter() => _writer;

    public override void Complete() => Complete(_writer.WrittenSpan.ToArray());

    public override void Complete(byte[] payload) => _written = _written is null
        ? payload
        : throw new InvalidOperationException("The serializer completed its message twice.");
}

/// <summary>Offers an array as an incoming message.</summary>
sealed class ArrayPayload(byte[] payload) : DeserializationContext
{
    public override int PayloadLength => payload.Length;

    public override byte[] PayloadAsNewBuffer() => [.. payload];

    public override ReadOnlySequence<byte> PayloadAsReadOnlySequence() => new(payload);
}
