using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Institutions;

/// <summary>The calls of protos/gms/departure_orientation/v1/institutions.proto, one file each in this folder.</summary>
public sealed partial class InstitutionsService(DepartureOrientationDb db, Call call) : Proto.Institutions.InstitutionsBase
{
    /// <summary>The institution of an accreditation, for its country's office only: the institution's own organisation does not accredit it.</summary>
    async Task<(Institution Institution, Accreditation Accreditation)> Accredited(Guid accreditation, CancellationToken cancel)
    {
        var institution = await db.Institutions.Include(i => i.Accreditations).ThenInclude(a => a.Extensions)
            .SingleOrDefaultAsync(i => i.Accreditations.Any(a => a.Id == accreditation), cancel) ?? throw Refuse.NotFound(Problems.AccreditationNotFound());
        call.MustReach(Reach.Country(institution.Country), Problems.AccreditationNotFound());
        return (institution, institution.Accreditations.Single(a => a.Id == accreditation));
    }
}
