using Gms.Platform;
using Gms.Recruitment.Reference;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Agencies;

/// <summary>The calls of protos/gms/recruitment/v1/agencies.proto, one file each in this folder.</summary>
public sealed partial class AgenciesService(RecruitmentDb db, Call call, RecruitmentReference reference, TimeProvider clock) : Proto.Agencies.AgenciesBase
{
    /// <summary>The agency that holds a licence, both within the caller's reach.</summary>
    async Task<(Agency Agency, Licence Licence)> FindLicence(Guid licenceId, CancellationToken cancel)
    {
        var agency = await db.Agencies.Include(a => a.Licences).ThenInclude(l => l.Suspensions).SingleOrDefaultAsync(a => a.Licences.Any(l => l.Id == licenceId), cancel)
            ?? throw Refuse.NotFound(Problems.LicenceNotFound());
        call.MustReach(Reach.Country(agency.Country), Problems.LicenceNotFound());
        return (agency, agency.Licences.Single(l => l.Id == licenceId));
    }
}
