using Gms.Access.Organisations;
using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Access.V1;

namespace Gms.Access.Clients;

partial class ClientsService
{
    public override async Task<Proto.ListClientsResponse> ListClients(Proto.ListClientsRequest request, ServerCallContext context)
    {
        var size = Read.PageSize(request.PageSize);
        var after = Read.PageToken(request.PageToken);
        var organisation = await db.Organisation(call, Read.Id(request.OrganisationId, "organisation_id"), context.CancellationToken);

        var page = await db.Clients.AsNoTracking()
            .Where(c => c.OrganisationId == organisation.Id && (after == null || c.Id > after))
            .OrderBy(c => c.Id).Take(size + 1).ToListAsync(context.CancellationToken);

        var answer = new Proto.ListClientsResponse { NextPageToken = page.Count > size ? page[size - 1].Id.NextPageToken() : "" };
        answer.Clients.AddRange(page.Take(size).Select(ToProto));
        return answer;
    }
}
