using Gms.Access.Accounts;
using Gms.Access.Organisations;
using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Access.V1;

namespace Gms.Access.Clients;

partial class ClientsService
{
    public override async Task<Proto.RegisterClientResponse> RegisterClient(Proto.RegisterClientRequest request, ServerCallContext context)
    {
        var name = Read.Text(request.Name, "name", 100);
        string[] roles = [.. request.Roles.Select((role, i) => Read.Code(role, $"roles[{i}]", Role.All)).Distinct().Order(StringComparer.Ordinal)];
        var organisation = await db.Organisation(call, Read.Id(request.OrganisationId, "organisation_id"), context.CancellationToken);

        Refuse.IfAny(OrganisationRules.ToGive(roles, OrganisationRules.RolesOf(organisation.Kind)));

        var client = new MachineClient { Id = Guid.CreateVersion7(), OrganisationId = organisation.Id, Name = name, Roles = roles, RegisteredAt = clock.GetUtcNow() };
        var secret = Passwords.NewSecret();
        client.SetSecret(secret);
        db.Clients.Add(client);

        // The secret goes into the answer only now: what is kept for a repeat does not hold it.
        var answer = await db.Commit(new Proto.RegisterClientResponse { ClientId = client.Id.ToString() }, context.CancellationToken);
        if (answer.ClientId == client.Id.ToString())
            answer.Secret = secret;
        return answer;
    }
}
