using Gms.Platform;
using Gms.Type.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;
using RegistryProto = Gms.Registry.V1;

namespace Gms.DepartureOrientation.Sessions;

partial class SessionsService
{
    public override async Task<Proto.EnrolWorkerResponse> EnrolWorker(Proto.EnrolWorkerRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var session = await Find(db.Sessions, Read.Id(request.SessionId, "session_id"), cancel);

        var elsewhere = await UnderOtherNumbers(number, cancel);

        Refuse.IfAny(SessionRules.ToEnrol(session, elsewhere));
        await MustBeEnrolled(number, cancel);

        var enrolment = new Enrolment
        {
            SessionId = session.Id,
            WorkerNumber = number,
            Country = session.Country,
            StartsAt = session.StartsAt,
            EndsAt = session.EndsAt,
        };
        db.Add(enrolment);
        call.Disclose(number, "session_enrolment");
        return await db.Commit(new Proto.EnrolWorkerResponse { EnrolmentId = enrolment.Id.ToString() }, cancel);
    }

    /// <summary>The database refuses two places at once under one number; under another number of the same worker it cannot see it.</summary>
    async Task<IReadOnlyList<Enrolment>> UnderOtherNumbers(string number, CancellationToken cancel)
    {
        var numbers = await db.NumbersOf(number, cancel);
        return await db.Enrolments.AsNoTracking().Where(e => numbers.Contains(e.WorkerNumber) && e.WorkerNumber != number).ToListAsync(cancel);
    }

    /// <summary>The row keeps the number that the caller used, also when the Registry answers another one after a merge: it is found under either.</summary>
    async Task MustBeEnrolled(string number, CancellationToken cancel)
    {
        var registry = new RegistryProto.Workers.WorkersClient(peers.To("Registry", Purpose.Orientation));
        var answer = await registry.ConfirmWorkerAsync(new() { WorkerNumber = number }, cancellationToken: cancel);
        if (!answer.Exists)
            throw Refuse.NotNow(Problems.SessionWorkerUnknown());
    }
}
