using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Institutions;

partial class InstitutionsService
{
    public override async Task<Proto.AccreditInstitutionResponse> AccreditInstitution(Proto.AccreditInstitutionRequest request, ServerCallContext context)
    {
        var id = Read.Id(request.InstitutionId, "institution_id");
        var startsOn = Read.Day(request.StartsOn, "starts_on");
        var endsOn = Read.Day(request.EndsOn, "ends_on");
        var reference = Read.Text(request.Reference, "reference");
        var institution = await db.Institutions.Include(i => i.Accreditations).SingleOrDefaultAsync(i => i.Id == id, context.CancellationToken)
            ?? throw Refuse.NotFound(Problems.InstitutionNotFound());
        // The institution's own organisation does not accredit it: only its country does.
        call.MustReach(Reach.Country(institution.Country), Problems.InstitutionNotFound());

        Refuse.IfAny(InstitutionRules.ToAccredit(institution, startsOn, endsOn));

        var accreditation = institution.Accredit(startsOn, endsOn, reference);
        return await db.Commit(new Proto.AccreditInstitutionResponse { AccreditationId = accreditation.Id.ToString() }, context.CancellationToken);
    }
}
