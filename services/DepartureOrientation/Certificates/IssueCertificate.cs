using Gms.DepartureOrientation.Sessions;
using Gms.Events.DepartureOrientation;
using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Certificates;

partial class CertificatesService
{
    public override async Task<Proto.IssueCertificateResponse> IssueCertificate(Proto.IssueCertificateRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var session = await Session(Read.Id(request.SessionId, "session_id"), cancel);
        var enrolment = await db.Enrolments.AsNoTracking().InSession(session.Id, number, await db.NumbersOf(number, cancel)).FirstOrDefaultAsync(cancel);

        Refuse.IfAny(CertificateRules.ToIssue(session, enrolment, await Assessed(session, enrolment, cancel)));

        var certificate = Issue(session, enrolment!);
        return await db.Commit(new Proto.IssueCertificateResponse
        {
            CertificateId = certificate.Id.ToString(),
            IssuedOn = certificate.IssuedOn.ToProto(),
            ExpiresOn = certificate.ExpiresOn?.ToProto(),
        }, cancel);
    }

    Certificate Issue(Session session, Enrolment enrolment)
    {
        var certificate = Certificate(session, enrolment, clock.TodayIn(session.Country));
        certificate.Sign(signer.Sign(certificate));
        db.Add(certificate);
        db.Publish(Issued(certificate));
        call.Disclose(certificate.WorkerNumber, "certificate");
        return certificate;
    }

    /// <returns>Whether the assessment that the edition asks for was passed; null when it asks for none.</returns>
    async Task<bool?> Assessed(Session session, Enrolment? enrolment, CancellationToken cancel) =>
        await db.AssessmentRequirements.AnyAsync(r => r.CurriculumId == session.CurriculumId, cancel)
            ? enrolment is not null && await db.AssessmentResults.AnyAsync(r => r.EnrolmentId == enrolment.Id && r.Passed, cancel)
            : null;

    async Task<Session> Session(Guid id, CancellationToken cancel)
    {
        var session = await db.Sessions.AsNoTracking().Include(s => s.Institution.Accreditations)
            .Include(s => s.Curriculum.Modules).ThenInclude(m => m.Module)
            .Include(s => s.Trainer.Certifications).ThenInclude(c => c.Modules).ThenInclude(m => m.Module)
            .AsSplitQuery().SingleOrDefaultAsync(s => s.Id == id, cancel)
            ?? throw Refuse.NotFound(Problems.SessionNotFound());
        call.MustReach(session.Institution.Reach, Problems.SessionNotFound());
        return session;
    }

    static Certificate Certificate(Session session, Enrolment enrolment, DateOnly today) => new()
    {
        Country = session.Country,
        WorkerNumber = enrolment.WorkerNumber,
        EnrolmentId = enrolment.Id,
        SessionId = session.Id,
        InstitutionId = session.InstitutionId,
        CurriculumId = session.CurriculumId,
        CurriculumCode = session.Curriculum.Code,
        Edition = session.Curriculum.Edition,
        Stage = session.Curriculum.Stage,
        Programme = session.Curriculum.Programme,
        Origin = session.Curriculum.Origin,
        Destination = session.Curriculum.Destination,
        Language = session.Language,
        Minutes = enrolment.Minutes,
        IssuedOn = today,
        ExpiresOn = session.Curriculum.CertificateDays == 0 ? null : today.AddDays(session.Curriculum.CertificateDays),
    };

    CertificateIssued Issued(Certificate certificate) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = clock.GetUtcNow(),
        SubjectId = certificate.Id.ToString(),
        SubjectVersion = certificate.Version,
        WorkerNumber = certificate.WorkerNumber,
        Country = certificate.Country,
        CertificateId = certificate.Id,
        CurriculumId = certificate.CurriculumId,
        Stage = certificate.Stage.ToString(),
        IssuedOn = certificate.IssuedOn,
        ExpiresOn = certificate.ExpiresOn,
    };
}
