using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Trainees;

partial class TraineesService
{
    public override async Task<Proto.RecordTraineeAttendanceResponse> RecordTraineeAttendance(Proto.RecordTraineeAttendanceRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var id = Read.Id(request.TraineeId, "trainee_id");
        var day = Read.Day(request.Day, "day");
        var minutes = Read.Number(request.Minutes, "minutes", 1, 1440);
        var trainee = await db.Trainees.Include(t => t.Attendance).SingleOrDefaultAsync(t => t.Id == id, cancel) ?? throw Refuse.NotFound(Problems.TraineeNotFound());
        var session = await Session(trainee.SessionId, Problems.TraineeNotFound(), cancel);

        Refuse.IfAny(TraineeRules.ToRecord(session, trainee, call.Caller.Account, day, minutes, clock.TodayIn(session.Country)));

        trainee.Record(new() { Day = day, Minutes = minutes, RecordedBy = call.Caller.Account, RecordedAt = clock.GetUtcNow() });
        return await db.Commit(new Proto.RecordTraineeAttendanceResponse { TotalMinutes = trainee.Minutes, ShareReached = trainee.Minutes >= session.Curriculum.MinutesNeeded }, cancel);
    }
}
