using System.Runtime.CompilerServices;
using Gms.Imports.V1;
using Gms.Platform;
using Grpc.Core;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Attendance;

partial class AttendanceService
{
    public override async Task<Proto.ImportAttendanceResponse> ImportAttendance(IAsyncStreamReader<Proto.ImportAttendanceRequest> requestStream, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var header = await requestStream.MoveNext(cancel) ? requestStream.Current.Header : null;
        return new() { Progress = await Import(header, Rows(requestStream, cancel), null, cancel) };
    }

    Task<ImportProgress> Import(ImportHeader? header, IAsyncEnumerable<IncomingRow<Proto.RecordAttendanceRequest>> rows, Func<Problem, Problem>? named, CancellationToken cancel) =>
        imports.Run(header, rows, _ => new AttendanceIntake(db, call, arrivals, clock), named, cancel);

    static async IAsyncEnumerable<IncomingRow<Proto.RecordAttendanceRequest>> Rows(IAsyncStreamReader<Proto.ImportAttendanceRequest> stream, [EnumeratorCancellation] CancellationToken cancel)
    {
        while (await stream.MoveNext(cancel))
        {
            var rows = stream.Current.Rows ?? throw Refuse.Invalid(PlatformProblems.ImportHeaderMissing());
            if (rows.Attendances.Count > ImportRunner.MostInAPiece)
                throw Refuse.Invalid(PlatformProblems.ImportTooManyRows(ImportRunner.MostInAPiece));
            for (var i = 0; i < rows.Attendances.Count; i++)
                yield return new(rows.FirstRow + i, rows.Attendances[i]);
        }
    }
}
