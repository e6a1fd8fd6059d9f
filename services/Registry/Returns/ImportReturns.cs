using System.Runtime.CompilerServices;
using Gms.Imports.V1;
using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Returns;

partial class ReturnsService
{
    public override async Task<Proto.ImportReturnsResponse> ImportReturns(IAsyncStreamReader<Proto.ImportReturnsRequest> requestStream, ServerCallContext context)
    {
        var header = await requestStream.MoveNext(context.CancellationToken) ? requestStream.Current.Header : null;
        return new() { Progress = await Import(header, Rows(requestStream, context.CancellationToken), null, context.CancellationToken) };
    }

    Task<ImportProgress> Import(ImportHeader? header, IAsyncEnumerable<IncomingRow<Proto.ReturnRow>> rows, Func<Problem, Problem>? named, CancellationToken cancel) =>
        imports.Run(header, rows, country => new ReturnRowIntake(db, intake, codes, clock, country), named, cancel);

    static async IAsyncEnumerable<IncomingRow<Proto.ReturnRow>> Rows(IAsyncStreamReader<Proto.ImportReturnsRequest> stream, [EnumeratorCancellation] CancellationToken cancel)
    {
        while (await stream.MoveNext(cancel))
        {
            var rows = stream.Current.Rows ?? throw Refuse.Invalid(PlatformProblems.ImportHeaderMissing());
            if (rows.Returns.Count > ImportRunner.MostInAPiece)
                throw Refuse.Invalid(PlatformProblems.ImportTooManyRows(ImportRunner.MostInAPiece));
            for (var i = 0; i < rows.Returns.Count; i++)
                yield return new(rows.FirstRow + i, rows.Returns[i]);
        }
    }
}
