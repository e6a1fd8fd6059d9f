using System.Runtime.CompilerServices;
using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Returns;

partial class ReturnsService
{
    public override async Task<Proto.ImportReturnsCsvResponse> ImportReturnsCsv(IAsyncStreamReader<Proto.ImportReturnsCsvRequest> requestStream, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var header = await requestStream.MoveNext(cancel) ? requestStream.Current.Header : null;
        var rows = ReturnCsv.Form.Read(CsvRecords.Read(Content(requestStream, cancel), cancel), cancel);
        return new() { Progress = await Import(header, rows, ReturnCsv.Form.Named, cancel) };
    }

    static async IAsyncEnumerable<ReadOnlyMemory<byte>> Content(IAsyncStreamReader<Proto.ImportReturnsCsvRequest> stream, [EnumeratorCancellation] CancellationToken cancel)
    {
        while (await stream.MoveNext(cancel))
            yield return stream.Current.PartCase is Proto.ImportReturnsCsvRequest.PartOneofCase.Content ? stream.Current.Content.Memory : throw Refuse.Invalid(PlatformProblems.ImportHeaderMissing());
    }
}
