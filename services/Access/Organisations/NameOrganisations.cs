using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Access.V1;

namespace Gms.Access.Organisations;

partial class OrganisationsService
{
    const int MostNames = 200;

    public override async Task<Proto.NameOrganisationsResponse> NameOrganisations(Proto.NameOrganisationsRequest request, ServerCallContext context)
    {
        if (request.OrganisationIds.Count > MostNames)
            throw Refuse.Invalid(Problems.OrganisationIdsTooMany(MostNames));
        var ids = request.OrganisationIds.Select((id, i) => Read.Id(id, $"organisation_ids[{i}]")).ToList();

        var named = await db.Organisations.AsNoTracking().Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.Name }).ToListAsync(context.CancellationToken);
        return new() { Organisations = { named.Select(o => new Proto.OrganisationName { OrganisationId = o.Id.ToString(), Name = o.Name }) } };
    }
}
