using System.Runtime.CompilerServices;
using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Contracts;

partial class ContractsService
{
    public override async Task<Proto.ImportContractsCsvResponse> ImportContractsCsv(IAsyncStreamReader<Proto.ImportContractsCsvRequest> requestStream, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var header = await requestStream.MoveNext(cancel) ? requestStream.Current.Header : null;
        var rows = OfOwnAgency(ContractCsv.Form.Read(CsvRecords.Read(Content(requestStream, cancel), cancel), cancel), cancel);
        return new() { Progress = await imports.Run(header, rows, country => new ContractRowIntake(db, call, reader, intake, country), ContractCsv.Form.Named, cancel) };
    }

    /// <summary>An agency need not look up its own id: a row that names no agency is the sender's own.</summary>
    async IAsyncEnumerable<IncomingRow<Proto.RegisterContractRequest>> OfOwnAgency(IAsyncEnumerable<IncomingRow<Proto.RegisterContractRequest>> rows, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in rows.WithCancellation(cancel))
        {
            if (row.Row is { AgencyId: "" } contract && call.Caller.Agency is { } own)
                contract.AgencyId = own.ToString();
            yield return row;
        }
    }

    static async IAsyncEnumerable<ReadOnlyMemory<byte>> Content(IAsyncStreamReader<Proto.ImportContractsCsvRequest> stream, [EnumeratorCancellation] CancellationToken cancel)
    {
        while (await stream.MoveNext(cancel))
            yield return stream.Current.PartCase is Proto.ImportContractsCsvRequest.PartOneofCase.Content ? stream.Current.Content.Memory : throw Refuse.Invalid(PlatformProblems.ImportHeaderMissing());
    }
}
