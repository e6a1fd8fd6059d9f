using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Access.V1;

namespace Gms.Access.Organisations;

partial class OrganisationsService
{
    public override async Task<Proto.ListOrganisationsResponse> ListOrganisations(Proto.ListOrganisationsRequest request, ServerCallContext context)
    {
        var size = Read.PageSize(request.PageSize);
        var after = Read.PageToken(request.PageToken);
        OrganisationKind? kind = request.Kind == Proto.OrganisationKind.Unspecified ? null : Read.Value<Proto.OrganisationKind, OrganisationKind>(request.Kind, "kind");

        var page = await db.OrganisationsFor(call.Caller).AsNoTracking()
            .Where(o => (after == null || o.Id > after) && (kind == null || o.Kind == kind))
            .OrderBy(o => o.Id).Take(size + 1).ToListAsync(context.CancellationToken);
        call.Reaches(new());    // the query above asks for no more than the caller reaches

        var answer = new Proto.ListOrganisationsResponse { NextPageToken = page.Count > size ? page[size - 1].Id.NextPageToken() : "" };
        answer.Organisations.AddRange(page.Take(size).Select(o => o.ToProto()));
        return answer;
    }
}
