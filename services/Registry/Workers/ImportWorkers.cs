using System.Runtime.CompilerServices;
using Gms.Imports.V1;
using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Workers;

partial class WorkersService
{
    public override async Task<Proto.ImportWorkersResponse> ImportWorkers(IAsyncStreamReader<Proto.ImportWorkersRequest> requestStream, ServerCallContext context)
    {
        var header = await requestStream.MoveNext(context.CancellationToken) ? requestStream.Current.Header : null;
        return new() { Progress = await Import(header, Rows(requestStream, context.CancellationToken), null, context.CancellationToken) };
    }

    Task<ImportProgress> Import(ImportHeader? header, IAsyncEnumerable<IncomingRow<Proto.EnrolWorkerRequest>> rows, Func<Problem, Problem>? named, CancellationToken cancel) =>
        imports.Run(header, rows, country => new WorkerIntake(db, call, enrolments, documents, duplicates, clock, country), named, cancel);

    static async IAsyncEnumerable<IncomingRow<Proto.EnrolWorkerRequest>> Rows(IAsyncStreamReader<Proto.ImportWorkersRequest> stream, [EnumeratorCancellation] CancellationToken cancel)
    {
        while (await stream.MoveNext(cancel))
        {
            var rows = stream.Current.Rows ?? throw Refuse.Invalid(PlatformProblems.ImportHeaderMissing());
            if (rows.Workers.Count > ImportRunner.MostInAPiece)
                throw Refuse.Invalid(PlatformProblems.ImportTooManyRows(ImportRunner.MostInAPiece));
            for (var i = 0; i < rows.Workers.Count; i++)
                yield return new(rows.FirstRow + i, rows.Workers[i]);
        }
    }
}
