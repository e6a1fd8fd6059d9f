using System.Runtime.CompilerServices;
using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Crossings;

partial class CrossingsService
{
    public override async Task<Proto.ImportCrossingsCsvResponse> ImportCrossingsCsv(IAsyncStreamReader<Proto.ImportCrossingsCsvRequest> requestStream, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var header = await requestStream.MoveNext(cancel) ? requestStream.Current.Header : null;
        var rows = CrossingCsv.Form.Read(CsvRecords.Read(Content(requestStream, cancel), cancel), cancel);
        return new() { Progress = await Import(header, rows, CrossingCsv.Form.Named, cancel) };
    }

    static async IAsyncEnumerable<ReadOnlyMemory<byte>> Content(IAsyncStreamReader<Proto.ImportCrossingsCsvRequest> stream, [EnumeratorCancellation] CancellationToken cancel)
    {
        while (await stream.MoveNext(cancel))
            yield return stream.Current.PartCase is Proto.ImportCrossingsCsvRequest.PartOneofCase.Content ? stream.Current.Content.Memory : throw Refuse.Invalid(PlatformProblems.ImportHeaderMissing());
    }
}
