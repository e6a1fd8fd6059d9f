using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Cascade;

partial class CascadeService
{
    public override async Task<Proto.TraceCertificateResponse> TraceCertificate(Proto.TraceCertificateRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var id = Read.Id(request.CertificateId, "certificate_id");
        var most = Generations(request.MostGenerations);
        var certificate = await db.Certificates.AsNoTracking().Include(c => c.Institution).SingleOrDefaultAsync(c => c.Id == id, cancel) ?? throw Refuse.NotFound(Problems.CertificateNotFound());
        call.MustReach(certificate.Institution!.Reach, Problems.CertificateNotFound());

        var above = await Above(certificate.SessionId, most, cancel);
        var nodes = await Nodes([.. above.Select(a => (a.CertificationId, a.Generation))], cancel);
        Guid[] trainings = [certificate.SessionId, .. nodes.Where(n => n.TrainingSessionId.Length > 0).Select(n => Guid.Parse(n.TrainingSessionId)).Distinct()];
        var ledBy = (await db.SessionCertifications.AsNoTracking().Where(l => trainings.Contains(l.SessionId)).ToListAsync(cancel)).ToLookup(l => l.SessionId, l => l.CertificationId);
        var shown = above.Select(a => a.CertificationId).ToHashSet();
        List<Joint> joints = [.. ledBy[certificate.SessionId].Select(from => new Joint(from, certificate.SessionId, null))];
        foreach (var node in nodes.Where(n => n.TrainingSessionId.Length > 0))
            joints.AddRange(ledBy[Guid.Parse(node.TrainingSessionId)].Where(shown.Contains).Select(from => new Joint(from, Guid.Parse(node.TrainingSessionId), Guid.Parse(node.CertificationId))));

        call.Disclose(certificate.WorkerNumber, "certificate");
        return new()
        {
            SessionId = certificate.SessionId.ToString(),
            Nodes = { nodes },
            Edges = { await Edges(joints, cancel) },
            // Every training is led by something that is shown: no line was cut, none hangs in the air.
            ReachesRoots = Array.TrueForAll(trainings, t => ledBy[t].Any() && ledBy[t].All(shown.Contains)),
        };
    }

    Task<List<Step>> Above(Guid session, int most, CancellationToken cancel) => db.Database.SqlQuery<Step>(
        $"""
        WITH RECURSIVE up(certification_id, generation) AS (
            SELECT l.certification_id, 1 FROM session_certifications l WHERE l.session_id = {session}
            UNION
            SELECT l.certification_id, up.generation + 1
            FROM up JOIN certifications c ON c.id = up.certification_id JOIN session_certifications l ON l.session_id = c.training_session_id
            WHERE up.generation < {most}
        )
        SELECT certification_id AS "CertificationId", min(generation) AS "Generation" FROM up GROUP BY certification_id ORDER BY min(generation), certification_id
        """).ToListAsync(cancel);
}
