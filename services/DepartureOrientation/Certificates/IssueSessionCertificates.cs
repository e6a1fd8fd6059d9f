using Gms.DepartureOrientation.Sessions;
using Gms.Platform;
using Gms.Type.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Problem = Gms.Platform.Problem;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Certificates;

partial class CertificatesService
{
    public override async Task<Proto.IssueSessionCertificatesResponse> IssueSessionCertificates(Proto.IssueSessionCertificatesRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var session = await Session(Read.Id(request.SessionId, "session_id"), cancel);
        Refuse.IfAny(CertificateRules.OfSession(session));

        var places = await db.Enrolments.AsNoTracking().Where(e => e.SessionId == session.Id && e.State == EnrolmentState.Placed).OrderBy(e => e.Id).ToListAsync(cancel);
        var held = await db.Certificates.AsNoTracking().Where(c => c.SessionId == session.Id).Select(c => c.EnrolmentId).ToHashSetAsync(cancel);
        var passed = await Passed(session, cancel);
        var response = new Proto.IssueSessionCertificatesResponse { IssuedBefore = places.Count(e => held.Contains(e.Id)) };
        foreach (var place in places.Where(e => !held.Contains(e.Id)))
        {
            var problems = CertificateRules.ToIssue(session, place, passed?.Contains(place.Id)).ToList();
            if (problems.Count > 0)
            {
                response.NotIssued.Add(new Proto.NotIssued { EnrolmentId = place.Id.ToString(), Reasons = new() { Problems_ = { problems.Select(Told) } } });
                continue;
            }
            Issue(session, place);
            response.Issued++;
        }
        return await db.Commit(response, cancel);
    }

    /// <returns>The places whose assessment was passed; null when the edition asks for none.</returns>
    async Task<HashSet<Guid>?> Passed(Session session, CancellationToken cancel) =>
        await db.AssessmentRequirements.AnyAsync(r => r.CurriculumId == session.CurriculumId, cancel)
            ? await db.AssessmentResults.Where(r => r.SessionId == session.Id && r.Passed).Select(r => r.EnrolmentId).ToHashSetAsync(cancel)
            : null;

    static Gms.Type.V1.Problem Told(Problem problem) => new() { Code = problem.Code, Message = problem.Message, Remedy = problem.Remedy };
}
