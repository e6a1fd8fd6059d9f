using System.Runtime.CompilerServices;
using Gms.Platform;
using Grpc.Core;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Contributions;

partial class ContributionsService
{
    public override async Task<Proto.ImportFilingsCsvResponse> ImportFilingsCsv(IAsyncStreamReader<Proto.ImportFilingsCsvRequest> requestStream, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var header = await requestStream.MoveNext(cancel) ? requestStream.Current.Header : null;
        var rows = FilingCsv.Rows(CsvRecords.Read(Content(requestStream, cancel), cancel), cancel);
        return new() { Progress = await Import(header, rows, FilingCsv.Form.Named, cancel) };
    }

    static async IAsyncEnumerable<ReadOnlyMemory<byte>> Content(IAsyncStreamReader<Proto.ImportFilingsCsvRequest> stream, [EnumeratorCancellation] CancellationToken cancel)
    {
        while (await stream.MoveNext(cancel))
            yield return stream.Current.PartCase is Proto.ImportFilingsCsvRequest.PartOneofCase.Content ? stream.Current.Content.Memory : throw Refuse.Invalid(PlatformProblems.ImportHeaderMissing());
    }
}
