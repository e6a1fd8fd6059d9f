using System.Runtime.CompilerServices;
using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Contracts;

partial class ContractsService
{
    public override async Task<Proto.ImportContractsResponse> ImportContracts(IAsyncStreamReader<Proto.ImportContractsRequest> requestStream, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var header = await requestStream.MoveNext(cancel) ? requestStream.Current.Header : null;
        return new() { Progress = await imports.Run(header, Rows(requestStream, cancel), country => new ContractRowIntake(db, call, reader, intake, country), null, cancel) };
    }

    static async IAsyncEnumerable<IncomingRow<Proto.RegisterContractRequest>> Rows(IAsyncStreamReader<Proto.ImportContractsRequest> stream, [EnumeratorCancellation] CancellationToken cancel)
    {
        while (await stream.MoveNext(cancel))
        {
            var rows = stream.Current.Rows ?? throw Refuse.Invalid(PlatformProblems.ImportHeaderMissing());
            if (rows.Contracts.Count > ImportRunner.MostInAPiece)
                throw Refuse.Invalid(PlatformProblems.ImportTooManyRows(ImportRunner.MostInAPiece));
            for (var i = 0; i < rows.Contracts.Count; i++)
                yield return new(rows.FirstRow + i, rows.Contracts[i]);
        }
    }
}
