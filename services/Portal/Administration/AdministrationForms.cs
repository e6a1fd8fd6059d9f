using Gms.Access.V1;
using Gms.Portal.Forms;
using Grpc.Core;

namespace Gms.Portal.Administration;

/// <summary>What an administrator sends. What answers with a secret is not here: its page shows it in the answer to the form, once.</summary>
static class AdministrationForms
{
    const string Confirmation = "CONFIRMATION_MISSING";

    public static void MapAdministration(this IEndpointRouteBuilder app)
    {
        app.MapForm("/organisations/new/register", "/organisations/new", async posted =>
        {
            var registered = await new Organisations.OrganisationsClient(To(posted)).RegisterOrganisationAsync(new()
            {
                RequestId = posted.RequestId,
                Kind = Enum.TryParse<OrganisationKind>(posted["Kind"], out var kind) ? kind : OrganisationKind.Unspecified,
                Name = posted["Name"],
                Country = posted["Country"],
                AgencyId = posted["Agency"],
            }, cancellationToken: posted.Cancel);
            return $"/organisations/{registered.OrganisationId}?done=organisation_registered";
        });
        app.MapForm("/organisations/{id}/withdraw", "/organisations", async posted =>
        {
            await new Clients.ClientsClient(To(posted)).WithdrawClientAsync(new() { RequestId = posted.RequestId, ClientId = posted["Client"] }, cancellationToken: posted.Cancel);
            return $"/organisations/{Uri.EscapeDataString(posted.Route("id"))}?done=program_withdrawn";
        });
        Change(app, "lock", "account_locked", posted => Calls(posted).LockAccountAsync(new() { RequestId = posted.RequestId, AccountId = posted.Route("id") }, cancellationToken: posted.Cancel).ResponseAsync);
        Change(app, "unlock", "account_unlocked", posted => Calls(posted).UnlockAccountAsync(new() { RequestId = posted.RequestId, AccountId = posted.Route("id") }, cancellationToken: posted.Cancel).ResponseAsync);
        Change(app, "second-factor", "second_factor_reset", posted => Calls(posted).ResetSecondFactorAsync(new() { RequestId = posted.RequestId, AccountId = posted.Route("id") }, cancellationToken: posted.Cancel).ResponseAsync);
        Change(app, "roles", "roles_set", posted => Calls(posted).SetRolesAsync(new() { RequestId = posted.RequestId, AccountId = posted.Route("id"), Roles = { posted.Form["Roles"].OfType<string>() } }, cancellationToken: posted.Cancel).ResponseAsync);
        app.MapForm("/keys/rotate", "/keys", async posted =>
        {
            if (posted["Confirmed"].Length == 0)
                throw new RefusedHereException(Confirmation);
            await new Tokens.TokensClient(To(posted)).RotateKeysAsync(new() { RequestId = posted.RequestId }, cancellationToken: posted.Cancel);
            return "/keys?done=keys_rotated";
        });
        app.MapForm("/audit/find", "/audit", posted => Task.FromResult($"/audit?of={posted.Seal(AuditAsked.Of(posted))}"));
    }

    static void Change(IEndpointRouteBuilder app, string what, string done, Func<Posted, Task> ask) => app.MapForm($"/accounts/{{id}}/{what}", "/accounts", async posted =>
    {
        await ask(posted);
        return $"/accounts/{Uri.EscapeDataString(posted.Route("id"))}?done={done}";
    });

    static Accounts.AccountsClient Calls(Posted posted) => new(To(posted));

    static CallInvoker To(Posted posted) => posted.To("Access", "administration");
}
