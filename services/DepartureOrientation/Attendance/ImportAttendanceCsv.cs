using System.Runtime.CompilerServices;
using Gms.Platform;
using Grpc.Core;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Attendance;

partial class AttendanceService
{
    public override async Task<Proto.ImportAttendanceCsvResponse> ImportAttendanceCsv(IAsyncStreamReader<Proto.ImportAttendanceCsvRequest> requestStream, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var header = await requestStream.MoveNext(cancel) ? requestStream.Current.Header : null;
        var rows = AttendanceCsv.Form.Read(CsvRecords.Read(Content(requestStream, cancel), cancel), cancel);
        return new() { Progress = await Import(header, rows, AttendanceCsv.Form.Named, cancel) };
    }

    static async IAsyncEnumerable<ReadOnlyMemory<byte>> Content(IAsyncStreamReader<Proto.ImportAttendanceCsvRequest> stream, [EnumeratorCancellation] CancellationToken cancel)
    {
        while (await stream.MoveNext(cancel))
            yield return stream.Current.PartCase is Proto.ImportAttendanceCsvRequest.PartOneofCase.Content ? stream.Current.Content.Memory : throw Refuse.Invalid(PlatformProblems.ImportHeaderMissing());
    }
}
