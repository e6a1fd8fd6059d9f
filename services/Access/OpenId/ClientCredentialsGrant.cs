using Gms.Platform;

namespace Gms.Access.OpenId;

/// <summary>A token for a program itself: a service that goes on with earlier work, or an organisation's own system.</summary>
sealed class ClientCredentialsGrant(AccessDb db, TokenIssuer issuer, WebAudit audit)
{
    public async Task<TokenAnswer> Answer(OAuthClient client, Form form, CancellationToken cancel)
    {
        if (client.Machine is not { } machine)
        {
            var audience = form["audience"];
            if (audience is null || !RegistryClients.IsService(audience))
                throw OAuthException.InvalidTarget();
            return TokenAnswer.Of(issuer.AccessToken(Subject.OfService(client.Id), audience, client.Id, Actor.Of(client.Id)));
        }

        if (form["audience"] is { } other && other != AccessSettings.WholeRegistry)
            throw OAuthException.InvalidTarget();
        var subject = Subject.Of(machine);
        audit.Happened("client-signed-in", subject.Id, machine.OrganisationId.ToString());
        await db.SaveChangesAsync(cancel);
        return TokenAnswer.Of(issuer.AccessToken(subject, AccessSettings.WholeRegistry, client.Id));
    }
}
