using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Access.V1;

namespace Gms.Access.Organisations;

/// <summary>The calls of protos/gms/access/v1/organisations.proto, one file each in this folder.</summary>
sealed partial class OrganisationsService(AccessDb db, Call call, TimeProvider clock) : Proto.Organisations.OrganisationsBase;

/// <summary>Organisations as callers see them: what is outside the caller's reach is not there.</summary>
static class OrganisationsWithinReach
{
    public static async Task<Organisation> Organisation(this AccessDb db, Call call, Guid id, CancellationToken cancel)
    {
        var organisation = await db.Organisations.SingleOrDefaultAsync(o => o.Id == id, cancel) ?? throw Refuse.NotFound(Problems.OrganisationNotFound());
        call.MustReach(organisation.Reach(), Problems.OrganisationNotFound());
        return organisation;
    }

    public static IQueryable<Organisation> OrganisationsFor(this AccessDb db, Caller caller) => caller switch
    {
        { Agency: { } agency } => db.Organisations.Where(o => o.AgencyId == agency),
        { Country: { } country } => db.Organisations.Where(o => o.Country == country),
        _ => db.Organisations,
    };
}
