using System.Runtime.CompilerServices;
using Gms.Imports.V1;
using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Costs;

partial class CostsService
{
    public override async Task<Proto.ImportCostsResponse> ImportCosts(IAsyncStreamReader<Proto.ImportCostsRequest> requestStream, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var header = await requestStream.MoveNext(cancel) ? requestStream.Current.Header : null;
        return new() { Progress = await Import(header, Rows(requestStream, cancel), null, cancel) };
    }

    Task<ImportProgress> Import(ImportHeader? header, IAsyncEnumerable<IncomingRow<Proto.RecordCostRequest>> rows, Func<Problem, Problem>? named, CancellationToken cancel) =>
        imports.Run(header, rows, _ => new CostIntake(db, call, reference, clock), named, cancel);

    static async IAsyncEnumerable<IncomingRow<Proto.RecordCostRequest>> Rows(IAsyncStreamReader<Proto.ImportCostsRequest> stream, [EnumeratorCancellation] CancellationToken cancel)
    {
        while (await stream.MoveNext(cancel))
        {
            var rows = stream.Current.Rows ?? throw Refuse.Invalid(PlatformProblems.ImportHeaderMissing());
            if (rows.Costs.Count > ImportRunner.MostInAPiece)
                throw Refuse.Invalid(PlatformProblems.ImportTooManyRows(ImportRunner.MostInAPiece));
            for (var i = 0; i < rows.Costs.Count; i++)
                yield return new(rows.FirstRow + i, rows.Costs[i]);
        }
    }
}
