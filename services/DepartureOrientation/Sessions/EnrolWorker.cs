using Gms.Platform;
using Gms.Type.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;
using RecruitmentProto = Gms.Recruitment.V1;
using RegistryProto = Gms.Registry.V1;

namespace Gms.DepartureOrientation.Sessions;

partial class SessionsService
{
    public override async Task<Proto.EnrolWorkerResponse> EnrolWorker(Proto.EnrolWorkerRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var session = await FindFor(number, Read.Id(request.SessionId, "session_id"), cancel);

        Refuse.IfAny(PlaceRules.ToEnrol(session, await Held(session.Id, number, cancel), await Elsewhere(session.Id, number, cancel), request.WaitWhenFull));
        await MustBeEnrolled(number, cancel);
        await MustBeOwn(number, cancel);

        await db.LockSession(session.Id, cancel);    // from here on nobody else takes the place that is seen
        session = await db.Sessions.AsNoTracking().Include(s => s.Institution).SingleAsync(s => s.Id == session.Id, cancel);
        Refuse.IfAny(PlaceRules.ToEnrol(session, await Held(session.Id, number, cancel), await Elsewhere(session.Id, number, cancel), request.WaitWhenFull));

        var enrolment = new Enrolment
        {
            SessionId = session.Id,
            WorkerNumber = number,
            Country = session.Country,
            StartsAt = session.StartsAt,
            EndsAt = session.EndsAt,
            AtSetTimes = session.Mode != SessionMode.Online,
            EnrolledBy = By(call.Caller),
            AgencyId = call.Caller.Agency,
        };
        if (session.Enrolled >= session.Places)
            enrolment.Wait(await db.NextNumber(session.Id, cancel));
        db.Add(enrolment);
        call.Disclose(number, "session_enrolment");
        return await db.Commit(new Proto.EnrolWorkerResponse
        {
            EnrolmentId = enrolment.Id.ToString(),
            State = enrolment.State.ToProto(),
            WaitingNumber = enrolment.WaitingNumber ?? 0,
            SessionOver = session.EndsAt < clock.GetUtcNow(),
        }, cancel);
    }

    static EnrolledBy By(Caller caller) => caller switch
    {
        { Worker: not null } => EnrolledBy.Worker,
        { Agency: not null } => EnrolledBy.Agency,
        _ => caller.Roles.Contains(Role.MinistryOfficer) ? EnrolledBy.Ministry : EnrolledBy.Institution,
    };

    /// <summary>The place that the worker has or waits for in this session, under whichever number: the database refuses a second one under one number only.</summary>
    async Task<Enrolment?> Held(Guid session, string number, CancellationToken cancel)
    {
        var numbers = await db.NumbersOf(number, cancel);
        return await db.Enrolments.AsNoTracking().Where(e => e.SessionId == session && numbers.Contains(e.WorkerNumber) && (e.State == EnrolmentState.Placed || e.State == EnrolmentState.Waiting))
            .OrderBy(e => e.Id).FirstOrDefaultAsync(cancel);
    }

    async Task<IReadOnlyList<Enrolment>> Elsewhere(Guid session, string number, CancellationToken cancel)
    {
        var numbers = await db.NumbersOf(number, cancel);
        return await db.Enrolments.AsNoTracking().Where(e => e.SessionId != session && numbers.Contains(e.WorkerNumber) && e.State == EnrolmentState.Placed && e.AtSetTimes).ToListAsync(cancel);
    }

    /// <summary>The row keeps the number that the caller used, also when the Registry answers another one after a merge: it is found under either.</summary>
    async Task MustBeEnrolled(string number, CancellationToken cancel)
    {
        var registry = new RegistryProto.Workers.WorkersClient(peers.To("Registry", Purpose.Orientation));
        var answer = await registry.ConfirmWorkerAsync(new() { WorkerNumber = number }, cancellationToken: cancel);
        if (!answer.Exists)
            throw Refuse.NotNow(Problems.SessionWorkerUnknown());
    }

    /// <summary>An agency asks for places for workers of whom it has a contract that goes on.</summary>
    async Task MustBeOwn(string number, CancellationToken cancel)
    {
        if (call.Caller.Agency is not { } agency)
            return;
        var recruitment = new RecruitmentProto.Contracts.ContractsClient(peers.To("Recruitment", Purpose.Orientation));
        var contracts = await recruitment.ListContractsAsync(new() { WorkerNumber = number, PageSize = 200 }, cancellationToken: cancel);
        if (!contracts.Contracts.Any(c => c.AgencyId == agency.ToString() && c.Status != RecruitmentProto.ContractStatus.Ended))
            throw Refuse.NotNow(PlaceProblems.SessionAgencyNotOwnWorker());
    }
}
