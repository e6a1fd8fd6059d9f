using System.Runtime.CompilerServices;
using Gms.Imports.V1;
using Gms.Platform;
using Grpc.Core;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Contributions;

partial class ContributionsService
{
    public override async Task<Proto.ImportFilingsResponse> ImportFilings(IAsyncStreamReader<Proto.ImportFilingsRequest> requestStream, ServerCallContext context)
    {
        var header = await requestStream.MoveNext(context.CancellationToken) ? requestStream.Current.Header : null;
        return new() { Progress = await Import(header, Rows(requestStream, context.CancellationToken), null, context.CancellationToken) };
    }

    Task<ImportProgress> Import(ImportHeader? header, IAsyncEnumerable<IncomingRow<Proto.FilingRow>> rows, Func<Problem, Problem>? named, CancellationToken cancel) =>
        imports.Run(header, rows, country => new FilingIntake(db, book, clock, country), named, cancel);

    static async IAsyncEnumerable<IncomingRow<Proto.FilingRow>> Rows(IAsyncStreamReader<Proto.ImportFilingsRequest> stream, [EnumeratorCancellation] CancellationToken cancel)
    {
        while (await stream.MoveNext(cancel))
        {
            var rows = stream.Current.Rows ?? throw Refuse.Invalid(PlatformProblems.ImportHeaderMissing());
            if (rows.Filings.Count > ImportRunner.MostInAPiece)
                throw Refuse.Invalid(PlatformProblems.ImportTooManyRows(ImportRunner.MostInAPiece));
            for (var i = 0; i < rows.Filings.Count; i++)
                yield return new(rows.FirstRow + i, rows.Filings[i]);
        }
    }
}
