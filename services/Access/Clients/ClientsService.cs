using Gms.Platform;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Access.V1;

namespace Gms.Access.Clients;

/// <summary>The calls of protos/gms/access/v1/clients.proto, one file each in this folder.</summary>
sealed partial class ClientsService(AccessDb db, Call call, TimeProvider clock) : Proto.Clients.ClientsBase
{
    async Task<MachineClient> Find(Guid id, CancellationToken cancel)
    {
        var client = await db.Clients.Include(c => c.Organisation).SingleOrDefaultAsync(c => c.Id == id, cancel) ?? throw Refuse.NotFound(Problems.ClientNotFound());
        call.MustReach(client.Organisation!.Reach(), Problems.ClientNotFound());
        return client;
    }

    static Proto.Client ToProto(MachineClient client)
    {
        var shown = new Proto.Client
        {
            ClientId = client.Id.ToString(),
            OrganisationId = client.OrganisationId.ToString(),
            Name = client.Name,
            RegisteredAt = client.RegisteredAt.ToTimestamp(),
            WithdrawnAt = client.WithdrawnAt?.ToTimestamp(),
        };
        shown.Roles.AddRange(client.Roles);
        return shown;
    }
}
