using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Reflection.V1;
using ProtoService = Google.Protobuf.Reflection.ServiceDescriptor;

namespace Gms.Platform;

/// <summary>The contracts that this process serves.</summary>
sealed class ServedFiles(IEnumerable<FileDescriptor> files)
{
    public IReadOnlyList<FileDescriptor> Files { get; } = [.. files, Grpc.Health.V1.HealthReflection.Descriptor, ReflectionReflection.Descriptor];

    public IEnumerable<ProtoService> Services => Files.SelectMany(f => f.Services);

    /// <summary>Every file by name, with all that they import.</summary>
    public IReadOnlyDictionary<string, FileDescriptor> All => field ??= Collect();

    Dictionary<string, FileDescriptor> Collect()
    {
        var all = new Dictionary<string, FileDescriptor>(StringComparer.Ordinal);
        void Add(FileDescriptor file)
        {
            if (all.TryAdd(file.Name, file))
                foreach (var import in file.Dependencies)
                    Add(import);
        }
        foreach (var file in Files)
            Add(file);
        return all;
    }
}

/// <summary>grpc.reflection.v1: a client can ask this process for its contracts.</summary>
sealed class ReflectionService(ServedFiles served) : ServerReflection.ServerReflectionBase
{
    public override async Task ServerReflectionInfo(
        IAsyncStreamReader<ServerReflectionRequest> requestStream, IServerStreamWriter<ServerReflectionResponse> responseStream, ServerCallContext context)
    {
        while (await requestStream.MoveNext(context.CancellationToken))
        {
            var answer = Answer(requestStream.Current);
            answer.ValidHost = requestStream.Current.Host;
            answer.OriginalRequest = requestStream.Current;
            await responseStream.WriteAsync(answer);
        }
    }

    ServerReflectionResponse Answer(ServerReflectionRequest request) => request.MessageRequestCase switch
    {
        ServerReflectionRequest.MessageRequestOneofCase.ListServices => List(),
        ServerReflectionRequest.MessageRequestOneofCase.FileByFilename => Files(served.All.GetValueOrDefault(request.FileByFilename)),
        ServerReflectionRequest.MessageRequestOneofCase.FileContainingSymbol => Files(FileOf(request.FileContainingSymbol)),
        _ => new() { ErrorResponse = new() { ErrorCode = (int)StatusCode.Unimplemented, ErrorMessage = "Extensions are not answered here." } },
    };

    ServerReflectionResponse List()
    {
        var list = new ListServiceResponse();
        list.Service.AddRange(served.Services.Select(s => new ServiceResponse { Name = s.FullName }));
        return new() { ListServicesResponse = list };
    }

    FileDescriptor? FileOf(string symbol) => served.All.Values.FirstOrDefault(f =>
        f.Services.Any(s => s.FullName == symbol || s.Methods.Any(m => m.FullName == symbol)) || f.MessageTypes.Any(m => Holds(m, symbol)) || f.EnumTypes.Any(e => e.FullName == symbol));

    static bool Holds(MessageDescriptor message, string symbol) =>
        message.FullName == symbol || message.EnumTypes.Any(e => e.FullName == symbol) || message.NestedTypes.Any(n => Holds(n, symbol));

    static ServerReflectionResponse Files(FileDescriptor? file)
    {
        if (file is null)
            return new() { ErrorResponse = new() { ErrorCode = (int)StatusCode.NotFound, ErrorMessage = "There is no such contract here." } };

        var answer = new FileDescriptorResponse();
        var seen = new HashSet<string>();
        void Add(FileDescriptor next)
        {
            if (!seen.Add(next.Name))
                return;
            answer.FileDescriptorProto.Add(next.SerializedData);
            foreach (var import in next.Dependencies)
                Add(import);
        }
        Add(file);
        return new() { FileDescriptorResponse = answer };
    }
}
