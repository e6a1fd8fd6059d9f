using System.Net;
using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Xunit;
using Proto = Gms.Access.V1;

namespace Gms.Access.Tests.Clients;

public sealed class RegisterClientTests(OpenIdHost host) : IClassFixture<OpenIdHost>
{
    readonly Proto.Clients.ClientsClient _clients = new(host.Administrator);

    [Fact]
    public async Task A_program_gets_tokens_that_reach_what_its_organisation_reaches()
    {
        var agency = host.SignIn("agency-officer.la");
        var made = await _clients.RegisterClientAsync(Request(agency.OrganisationId, Role.AgencyOfficer));

        var token = (await host.Token(made.ClientId, made.Secret, ("grant_type", "client_credentials"))).Read;

        Assert.Equal("client:" + made.ClientId, token.Subject);
        Assert.Equal(["gms"], token.Audiences);
        Assert.Equal((agency.OrganisationId.ToString(), "LA", agency.AgencyId.ToString()), (token.GetClaim("org").Value, token.GetClaim("country").Value, token.GetClaim("agency").Value));
        Assert.Equal([Role.AgencyOfficer], token.GetPayloadValue<string[]>("roles"));
        Assert.False(token.TryGetPayloadValue<object>("act", out _));
        Assert.Single(await host.Audit("client-signed-in"), a => a.Account == token.Subject && a.Organisation == agency.OrganisationId.ToString());
    }

    [Fact]
    public async Task A_programs_token_is_exchanged_until_the_program_is_withdrawn()
    {
        var made = await _clients.RegisterClientAsync(Request(host.SignIn("agency-officer.la").OrganisationId, Role.AgencyOfficer));
        var token = (await host.Token(made.ClientId, made.Secret, ("grant_type", "client_credentials"))).AccessToken;
        Assert.Equal("client:" + made.ClientId, (await host.Exchange("registry", token, "recruitment")).Read.Subject);

        await _clients.WithdrawClientAsync(new() { RequestId = Guid.NewGuid().ToString(), ClientId = made.ClientId });

        Assert.Equal("invalid_grant", (await host.Exchange("registry", token, "recruitment")).Error);
        Assert.Equal("invalid_client", (await host.Token(made.ClientId, made.Secret, ("grant_type", "client_credentials"))).Error);
        Assert.Equal(["CLIENT_WITHDRAWN"], await Refused.Codes(StatusCode.FailedPrecondition, () => _clients.RenewClientSecretAsync(new() { RequestId = Guid.NewGuid().ToString(), ClientId = made.ClientId })));
        Assert.NotNull((await _clients.ListClientsAsync(new() { OrganisationId = host.SignIn("agency-officer.la").OrganisationId.ToString() })).Clients.Single(c => c.ClientId == made.ClientId).WithdrawnAt);
    }

    [Fact]
    public async Task A_secret_is_told_once_and_a_renewed_one_ends_the_former()
    {
        var request = Request(host.SignIn("agency-officer.la").OrganisationId, Role.AgencyOfficer);
        var made = await _clients.RegisterClientAsync(request);
        Assert.Equal((made.ClientId, ""), (await _clients.RegisterClientAsync(request)) is var again ? (again.ClientId, again.Secret) : default);

        var renewed = await _clients.RenewClientSecretAsync(new() { RequestId = Guid.NewGuid().ToString(), ClientId = made.ClientId });

        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Token(made.ClientId, made.Secret, ("grant_type", "client_credentials"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await host.Token(made.ClientId, renewed.Secret, ("grant_type", "client_credentials"))).Status);
    }

    [Fact]
    public async Task A_program_gets_no_role_that_does_not_fit_its_organisation()
    {

        Assert.Equal(["ACCOUNT_ROLE_NOT_ALLOWED"], await Refused.Codes(StatusCode.FailedPrecondition, () => _clients.RegisterClientAsync(Request(host.SignIn("agency-officer.la").OrganisationId, Role.MinistryOfficer))));
    }

    [Fact]
    public async Task A_program_uses_no_grant_but_its_own()
    {
        var made = await _clients.RegisterClientAsync(Request(host.SignIn("agency-officer.la").OrganisationId, Role.AgencyOfficer));

        Assert.Equal("unauthorized_client", (await host.Token(made.ClientId, made.Secret, ("grant_type", "refresh_token"), ("refresh_token", "x"))).Error);
        Assert.Equal("invalid_target", (await host.Token(made.ClientId, made.Secret, ("grant_type", "client_credentials"), ("audience", "registry"))).Error);
    }

    static Proto.RegisterClientRequest Request(Guid organisation, string role) =>
        new() { RequestId = Guid.NewGuid().ToString(), OrganisationId = organisation.ToString(), Name = "Personnel software", Roles = { role } };
}
