using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Curricula;

partial class CurriculaService
{
    public override async Task<Proto.GetCurriculumResponse> GetCurriculum(Proto.GetCurriculumRequest request, ServerCallContext context)
    {
        var id = Read.Id(request.CurriculumId, "curriculum_id");
        var curriculum = await db.Curricula.AsNoTracking().Include(c => c.Modules).ThenInclude(m => m.Module).SingleOrDefaultAsync(c => c.Id == id, context.CancellationToken)
            ?? throw Refuse.NotFound(Problems.CurriculumNotFound());
        return new() { Curriculum = curriculum.ToProto() };
    }
}
