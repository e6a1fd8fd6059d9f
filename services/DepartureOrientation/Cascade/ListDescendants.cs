using System.Globalization;
using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Cascade;

partial class CascadeService
{
    public override async Task<Proto.ListDescendantsResponse> ListDescendants(Proto.ListDescendantsRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var id = Read.Id(request.TrainerId, "trainer_id");
        var most = Generations(request.MostGenerations);
        var size = Read.PageSize(request.PageSize);
        var (afterGeneration, afterId) = ReadPosition(request.PageToken);
        var country = await db.Trainers.Where(t => t.Id == id).Select(t => t.Country).SingleOrDefaultAsync(cancel) ?? throw Refuse.NotFound(Problems.TrainerNotFound());
        call.MustReach(Reach.Country(country), Problems.TrainerNotFound());

        var page = await Below(id, most, afterGeneration, afterId, size, cancel);
        var nodes = await Nodes([.. page.Select(p => (p.CertificationId, p.Generation))], cancel);
        Guid[] trainings = [.. nodes.Where(n => n.TrainingSessionId.Length > 0).Select(n => Guid.Parse(n.TrainingSessionId)).Distinct()];
        var ledBy = (await db.SessionCertifications.AsNoTracking().Where(l => trainings.Contains(l.SessionId)).ToListAsync(cancel)).ToLookup(l => l.SessionId, l => l.CertificationId);

        return new()
        {
            Nodes = { nodes },
            Edges =
            {
                await Edges([.. nodes.Where(n => n.TrainingSessionId.Length > 0)
                    .SelectMany(n => ledBy[Guid.Parse(n.TrainingSessionId)].Select(from => new Joint(from, Guid.Parse(n.TrainingSessionId), Guid.Parse(n.CertificationId))))], cancel),
            },
            NextPageToken = page.Count == size ? $"{page[^1].Generation}-{page[^1].CertificationId:N}" : "",
        };
    }

    Task<List<Step>> Below(Guid trainer, int most, int afterGeneration, Guid afterId, int size, CancellationToken cancel) => db.Database.SqlQuery<Step>(
        $"""
        WITH RECURSIVE down(certification_id, generation) AS (
            SELECT c.id, 0 FROM certifications c WHERE c.trainer_id = {trainer}
            UNION
            SELECT c.id, down.generation + 1
            FROM down JOIN session_certifications l ON l.certification_id = down.certification_id JOIN certifications c ON c.training_session_id = l.session_id
            WHERE down.generation < {most}
        ), nearest AS (SELECT certification_id, min(generation) AS generation FROM down GROUP BY certification_id)
        SELECT certification_id AS "CertificationId", generation AS "Generation" FROM nearest WHERE (generation, certification_id) > ({afterGeneration}, {afterId})
        ORDER BY generation, certification_id LIMIT {size}
        """).ToListAsync(cancel);

    static (int Generation, Guid Id) ReadPosition(string token)
    {
        if (token.Length == 0)
            return (-1, Guid.Empty);
        var dash = token.IndexOf('-', StringComparison.Ordinal);
        return dash > 0 && int.TryParse(token.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var generation) && Guid.TryParseExact(token[(dash + 1)..], "N", out var id)
            ? (generation, id)
            : throw Refuse.Invalid(PlatformProblems.PageTokenMalformed());
    }
}
