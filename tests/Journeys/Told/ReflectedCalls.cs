using Gms.Local;
using Gms.Type.V1;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Reflection.V1Alpha;

namespace Gms.Journeys.Told;

/// <summary>One call as the running service describes it.</summary>
/// <param name="Service">The service's folder.</param>
/// <param name="Name">Full gRPC name without the leading slash.</param>
/// <param name="Access">What it declares.</param>
public sealed record ReflectedCall(string Service, string Name, CallAccess Access)
{
    public bool TellsOfAPerson => Access.Discloses.Count > 0;
}

/// <summary>The calls of the running system, from gRPC reflection of every service; nothing here lists them by hand.</summary>
static class ReflectedCalls
{
    static readonly MessageParser<FileDescriptorProto> Files = FileDescriptorProto.Parser.WithExtensionRegistry([AccessExtensions.Access]);

    public static async Task<IReadOnlyList<ReflectedCall>> Of(LocalSystem system)
    {
        var calls = new List<ReflectedCall>();
        foreach (var service in system.Services.Where(s => s.Service.HasGrpc))
        {
            using var channel = GrpcChannel.ForAddress(service.Grpc!);
            using var stream = new ServerReflection.ServerReflectionClient(channel).ServerReflectionInfo();
            var names = (await Ask(stream, new() { ListServices = "" })).ListServicesResponse.Service.Select(s => s.Name).Where(n => n.StartsWith("gms.", StringComparison.Ordinal));
            foreach (var name in names.ToList())
            {
                var file = (await Ask(stream, new() { FileContainingSymbol = name })).FileDescriptorResponse.FileDescriptorProto.Select(Files.ParseFrom)
                    .Single(f => f.Service.Any(s => $"{f.Package}.{s.Name}" == name));
                calls.AddRange(file.Service.Single(s => $"{file.Package}.{s.Name}" == name).Method
                    .Select(m => new ReflectedCall(service.Service.Name, $"{name}/{m.Name}", m.Options.GetExtension(AccessExtensions.Access))));
            }
            await stream.RequestStream.CompleteAsync();
        }
        return calls;
    }

    static async Task<ServerReflectionResponse> Ask(AsyncDuplexStreamingCall<ServerReflectionRequest, ServerReflectionResponse> stream, ServerReflectionRequest question)
    {
        await stream.RequestStream.WriteAsync(question);
        return await stream.ResponseStream.MoveNext(default) ? stream.ResponseStream.Current : throw new InvalidOperationException("Reflection ended before it answered.");
    }
}
