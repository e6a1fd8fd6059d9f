using Gms.Platform;
using Gms.Type.V1;
using Grpc.Core;
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

        Refuse.IfAny(SessionRules.ToEnrol(session));
        var worker = await Confirmed(number, cancel);

        var enrolment = new Enrolment
        {
            SessionId = session.Id,
            WorkerNumber = worker,
            Country = session.Country,
            StartsAt = session.StartsAt,
            EndsAt = session.EndsAt,
        };
        db.Add(enrolment);
        call.Disclose(worker, "session_enrolment");
        return await db.Commit(new Proto.EnrolWorkerResponse { EnrolmentId = enrolment.Id.ToString() }, cancel);
    }

    /// <summary>The number to use, as the Registry confirms it: the current one after a merge.</summary>
    async Task<string> Confirmed(string number, CancellationToken cancel)
    {
        var registry = new RegistryProto.Workers.WorkersClient(peers.To("Registry", Purpose.Orientation));
        var answer = await registry.ConfirmWorkerAsync(new() { WorkerNumber = number }, cancellationToken: cancel);
        return answer.Exists ? answer.WorkerNumber : throw Refuse.NotNow(Problems.SessionWorkerUnknown());
    }
}
