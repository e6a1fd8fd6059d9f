using System.Runtime.CompilerServices;
using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Workers;

partial class WorkersService
{
    public override async Task<Proto.ImportWorkersCsvResponse> ImportWorkersCsv(IAsyncStreamReader<Proto.ImportWorkersCsvRequest> requestStream, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var header = await requestStream.MoveNext(cancel) ? requestStream.Current.Header : null;
        var rows = WorkerCsv.Form.Read(CsvRecords.Read(Content(requestStream, cancel), cancel), cancel);
        return new() { Progress = await Import(header, rows, WorkerCsv.Form.Named, cancel) };
    }

    static async IAsyncEnumerable<ReadOnlyMemory<byte>> Content(IAsyncStreamReader<Proto.ImportWorkersCsvRequest> stream, [EnumeratorCancellation] CancellationToken cancel)
    {
        while (await stream.MoveNext(cancel))
            yield return stream.Current.PartCase is Proto.ImportWorkersCsvRequest.PartOneofCase.Content ? stream.Current.Content.Memory : throw Refuse.Invalid(PlatformProblems.ImportHeaderMissing());
    }
}
