using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Trainees;

partial class TraineesService
{
    public override async Task<Proto.EnrolTraineeResponse> EnrolTrainee(Proto.EnrolTraineeRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var session = await Session(Read.Id(request.SessionId, "session_id"), Problems.SessionNotFound(), cancel);
        var trainee = new Trainee
        {
            SessionId = session.Id,
            Account = Read.Text(request.Account, "account", 64),
            DisplayName = Read.Text(request.DisplayName, "display_name", 100),
            InstitutionId = Read.OptionalId(request.InstitutionId, "institution_id"),
        };
        if (trainee.InstitutionId is { } institution && !await db.Institutions.AnyAsync(i => i.Id == institution, cancel))
            throw Refuse.NotFound(Problems.InstitutionNotFound());

        Refuse.IfAny(TraineeRules.ToEnrol(session, trainee.Account));

        db.Add(trainee);
        return await db.Commit(new Proto.EnrolTraineeResponse { TraineeId = trainee.Id.ToString() }, cancel);
    }
}
