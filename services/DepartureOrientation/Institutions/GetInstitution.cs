using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Institutions;

partial class InstitutionsService
{
    public override async Task<Proto.GetInstitutionResponse> GetInstitution(Proto.GetInstitutionRequest request, ServerCallContext context)
    {
        var id = Read.Id(request.InstitutionId, "institution_id");
        var institution = await db.Institutions.AsNoTracking().Include(i => i.Accreditations).ThenInclude(a => a.Extensions).SingleOrDefaultAsync(i => i.Id == id, context.CancellationToken)
            ?? throw Refuse.NotFound(Problems.InstitutionNotFound());
        return new() { Institution = institution.ToProto() };
    }
}
