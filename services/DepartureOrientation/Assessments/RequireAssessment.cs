using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Assessments;

partial class AssessmentsService
{
    public override async Task<Proto.RequireAssessmentResponse> RequireAssessment(Proto.RequireAssessmentRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var id = Read.Id(request.CurriculumId, "curriculum_id");
        var paper = book.Find(Read.Text(request.Assessment, "assessment", 40), Read.Number(request.Version, "version", 1, 1000));
        var curriculum = await db.Curricula.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancel) ?? throw Refuse.NotFound(Problems.CurriculumNotFound());
        call.MustReach(Reach.Country(curriculum.Country), Problems.CurriculumNotFound());
        if (await db.AssessmentRequirements.AnyAsync(r => r.CurriculumId == id, cancel))
            throw Refuse.NotNow(AssessmentProblems.AssessmentRequiredAlready());

        Refuse.IfAny(AssessmentRules.ToRequire(curriculum, paper, await db.Sessions.AnyAsync(s => s.CurriculumId == id, cancel)));

        db.Add(new AssessmentRequirement { CurriculumId = id, Assessment = paper!.Code, Version = paper.Version, RequiredBy = call.Caller.Account, RequiredAt = clock.GetUtcNow() });
        return await db.Commit(new Proto.RequireAssessmentResponse { PassPercent = paper.PassPercent }, cancel);
    }
}
