using Gms.Platform;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace Gms.Testing;

/// <summary>
/// Sends damaged text in every string field of every request of a service, as bytes that no client of good repute would send.
/// <c>Assert.Empty(await DamagedText.NotRefused(host));</c>
/// </summary>
public static class DamagedText
{
    const string Mark = "DAMAGE";

    static readonly byte[] MarkBytes = "DAMAGE"u8.ToArray();

    /// <summary>Each as long as the mark, so that the lengths before it stay right.</summary>
    static readonly (string What, byte[] Bytes, bool IsText)[] Damages =
    [
        ("invalid UTF-8", [0x41, 0xFF, 0xFE, 0x42, 0x43, 0x44], false),
        ("half of a surrogate pair", [0x41, 0xED, 0xA0, 0x80, 0x42, 0x43], false),
        ("NUL", [0x41, 0x00, 0x42, 0x43, 0x44, 0x45], true),
        ("U+FFFD", [0x41, 0xEF, 0xBF, 0xBD, 0x42, 0x43], true),
    ];

    static readonly Marshaller<byte[]> Bytes = Marshallers.Create(bytes => bytes, bytes => bytes);

    /// <summary>
    /// What was not refused with INVALID_ARGUMENT, TEXT_DAMAGED and the field's path; and how many were tried. Bytes that are no UTF-8 make the
    /// whole message unreadable: the parser refuses it before anybody knows of fields.
    /// </summary>
    public static async Task<(IReadOnlyList<string> Faults, int Tried)> NotRefused<TDb>(ServiceHost<TDb> host) where TDb : ServiceDb
    {
        var cases =
            from file in host.Service.Files.Distinct()
            from method in file.Services.SelectMany(s => s.Methods)
            from field in Fields(method.InputType, [])
            from damage in Damages
            select (method, field, damage);

        var faults = new List<string>();
        var tried = 0;
        foreach (var (method, field, damage) in cases)
        {
            tried++;
            var request = Replaced(field.Make(), damage.Bytes);
            var answer = await Send(host, method, request);
            var (code, path) = damage.IsText ? ("TEXT_DAMAGED", field.Path) : ("REQUEST_UNREADABLE", "");
            if (answer is not { StatusCode: StatusCode.InvalidArgument } || !answer.Problems().Any(p => p.Code == code && p.Field == path))
                faults.Add($"{method.FullName} {field.Path}, {damage.What}: {answer?.Status.ToString() ?? "taken"}");
        }
        return (faults, tried);
    }

    /// <summary>Sends bytes as the request of a call, by the first caller who may make it; null when they were taken.</summary>
    public static async Task<RpcException?> Send<TDb>(ServiceHost<TDb> host, MethodDescriptor method, byte[] request) where TDb : ServiceDb
    {
        try
        {
            var (invoker, raw) = (Permitted(host, method), new Method<byte[], byte[]>(Kind(method), method.Service.FullName, method.Name, Bytes, Bytes));
            var options = new CallOptions(deadline: DateTime.UtcNow.AddSeconds(20));
            switch (raw.Type)
            {
                case MethodType.Unary:
                    await invoker.AsyncUnaryCall(raw, null, options, request);
                    break;
                case MethodType.ServerStreaming:
                    using (var call = invoker.AsyncServerStreamingCall(raw, null, options, request))
                        while (await call.ResponseStream.MoveNext(default))
                        {
                        }
                    break;
                case MethodType.ClientStreaming:
                    using (var call = invoker.AsyncClientStreamingCall(raw, null, options))
                    {
                        try
                        {
                            await call.RequestStream.WriteAsync(request);
                            await call.RequestStream.CompleteAsync();
                        }
                        catch (Exception early) when (early is RpcException or InvalidOperationException)
                        {
                            // The service answered before it had read everything: its answer follows.
                        }
                        await call;
                    }
                    break;
                default:
                    using (var call = invoker.AsyncDuplexStreamingCall(raw, null, options))
                    {
                        await call.RequestStream.WriteAsync(request);
                        await call.RequestStream.CompleteAsync();
                        while (await call.ResponseStream.MoveNext(default))
                        {
                        }
                    }
                    break;
            }
            return null;
        }
        catch (RpcException refusal)
        {
            return refusal;
        }
    }

    static CallInvoker Permitted<TDb>(ServiceHost<TDb> host, MethodDescriptor method) where TDb : ServiceDb
    {
        var access = Declarations.Of(method) ?? throw new InvalidOperationException($"{method.FullName} declares nothing.");
        if (access.Permission.Length == 0)
            return host.WithToken(null);

        var grant = host.Service.Permissions[access.Permission][0];
        var service = grant.Role.StartsWith("service:", StringComparison.Ordinal) ? grant.Role["service:".Length..] : null;
        var purpose = grant.Only is Type.V1.Purpose.Unspecified ? access.Purposes[0] : grant.Only;
        return host.As(service is null ? Who.Is(grant.Role, "LA") : Who.ServiceItself(service), purpose.Name());
    }

    static MethodType Kind(MethodDescriptor method) => (method.IsClientStreaming, method.IsServerStreaming) switch
    {
        (false, false) => MethodType.Unary,
        (false, true) => MethodType.ServerStreaming,
        (true, false) => MethodType.ClientStreaming,
        (true, true) => MethodType.DuplexStreaming,
    };

    /// <summary>Every string field, however deep, with a message in which that field alone holds the mark.</summary>
    static IEnumerable<(string Path, Func<byte[]> Make)> Fields(MessageDescriptor type, IReadOnlyList<FieldDescriptor> above)
    {
        foreach (var field in type.Fields.InFieldNumberOrder())
        {
            IReadOnlyList<FieldDescriptor> here = [.. above, field];
            if (field.FieldType == FieldType.String)
                yield return (Path(here), () => Message(here, 0).ToByteArray());
            else if (field.IsMap && field.MessageType.Fields.InFieldNumberOrder().Any(f => f.FieldType == FieldType.String))
                yield return (Path(here), () => Message(here, 0).ToByteArray());
            else if (field.FieldType == FieldType.Message && !field.IsMap && !above.Any(f => f.MessageType == field.MessageType))
                foreach (var inner in Fields(field.MessageType, here))
                    yield return inner;
        }
    }

    static string Path(IEnumerable<FieldDescriptor> fields) => string.Join('.', fields.Select(f => f.IsRepeated && !f.IsMap ? f.Name + "[0]" : f.Name));

    static IMessage Message(IReadOnlyList<FieldDescriptor> path, int depth)
    {
        var field = path[depth];
        var message = field.ContainingType.Parser.ParseFrom([]);
        if (field.IsMap)
        {
            // A map entry is a message of its own on the wire: key 1, value 2.
            return field.ContainingType.Parser.ParseFrom(MapOf(field));
        }
        var value = field.FieldType == FieldType.String ? Mark : (object)Message(path, depth + 1);
        if (field.IsRepeated)
            ((System.Collections.IList)field.Accessor.GetValue(message)).Add(value);
        else
            field.Accessor.SetValue(message, value);
        return message;
    }

    static byte[] MapOf(FieldDescriptor field)
    {
        using var entry = new MemoryStream();
        using (var writer = new CodedOutputStream(entry, leaveOpen: true))
        {
            var text = field.MessageType.Fields.InFieldNumberOrder().First(f => f.FieldType == FieldType.String);
            writer.WriteTag(text.FieldNumber, WireFormat.WireType.LengthDelimited);
            writer.WriteString(Mark);
        }
        using var whole = new MemoryStream();
        using (var writer = new CodedOutputStream(whole, leaveOpen: true))
        {
            writer.WriteTag(field.FieldNumber, WireFormat.WireType.LengthDelimited);
            writer.WriteBytes(ByteString.CopyFrom(entry.ToArray()));
        }
        return whole.ToArray();
    }

    static byte[] Replaced(byte[] request, byte[] damage)
    {
        var at = request.AsSpan().IndexOf(MarkBytes);
        damage.CopyTo(request, at);
        return request;
    }
}
