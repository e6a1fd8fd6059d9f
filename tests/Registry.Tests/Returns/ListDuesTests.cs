using Gms.Platform;
using Gms.Recruitment.V1;
using Gms.Registry.Tests.Departures;
using Gms.SocialSecurity.V1;
using Gms.Testing;
using Gms.Type.V1;
using Grpc.Core;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Returns;

public sealed class ListDuesTests(DeparturesHost host) : IClassFixture<DeparturesHost>
{
    const string ListContracts = "/gms.recruitment.v1.Contracts/ListContracts";
    const string GetContract = "/gms.recruitment.v1.Contracts/GetContract";
    const string ListMemberships = "/gms.social_security.v1.Memberships/ListMemberships";
    const string GetScheme = "/gms.social_security.v1.Schemes/GetScheme";

    readonly Proto.Returns.ReturnsClient _officer = new(host.Host.As(Who.Is(Role.ReintegrationCounsellor, "LA"), "reintegration"));

    async Task<string> Returned(string reason = "END_SEASON") => (await _officer.RecordReturnAsync(new()
    {
        RequestId = Guid.NewGuid().ToString(), WorkerNumber = await host.Enrolled(), Reason = reason, From = "TH", To = "LA", ReturnedOn = TimeProvider.System.TodayIn("LA").ToProto(),
    })).ReturnId;

    static Contract Held() => new() { ContractId = Given.Contract.ToString(), Destination = "TH", StartsOn = new() { Year = 2026, Month = 1, Day = 1 }, EndsOn = new() { Year = 2026, Month = 6, Day = 30 } };

    void Everything(ContractTerms terms, params string[] onExit)
    {
        host.Host.Peers.Answer(ListContracts, (ListContractsRequest _) => new ListContractsResponse { Contracts = { Held() } });
        host.Host.Peers.Answer(GetContract, (GetContractRequest _) => new GetContractResponse { Contract = Held(), Versions = { new ContractVersion { Version = 1, Terms = terms } } });
        host.Host.Peers.Answer(ListMemberships, (ListMembershipsRequest _) => new ListMembershipsResponse { Memberships = { new Membership { MembershipId = Given.Agency.ToString(), SchemeId = "TH-SSF-33", MonthsCounted = 5 } } });
        host.Host.Peers.Answer(GetScheme, (GetSchemeRequest _) => new GetSchemeResponse { Scheme = new() { SchemeId = "TH-SSF-33", OnExit = { onExit }, Source = new() { Text = "a source" } } });
    }

    static ContractTerms Terms(Payer wayHome) => new() { Wage = new() { Minor = 1_000_000, Currency = "THB" }, WagePeriod = WagePeriod.Month, ReturnTravelPaidBy = wayHome };

    static IEnumerable<string> Lines(Proto.ListDuesResponse dues) => dues.Dues.Select(d => $"{d.Topic} {d.State}");

    [Fact]
    public async Task What_contract_and_scheme_say_is_told_and_what_nobody_knows_is_unknown()
    {
        Everything(Terms(Payer.Employer), "Old age is paid out at 55.");

        var dues = await _officer.ListDuesAsync(new() { ReturnId = await Returned() });

        Assert.Equal("END_OF_SEASON", dues.Kind);
        Assert.Equal(["LAST_WAGES Unknown", "WAY_HOME Known", "INSURANCE Known", "PAPERS Known"], Lines(dues));
        Assert.Contains("2026-06-30", dues.Dues[0].Text, StringComparison.Ordinal);
        Assert.Contains("5 months", dues.Dues[2].Text, StringComparison.Ordinal);
        Assert.Equal("a source", dues.Dues[2].Source);
        Assert.All(host.Host.Peers.Asked.Where(a => a.Method is ListContracts or GetContract or ListMemberships), a => Assert.Equal(Purpose.Reintegration, a.Purpose));
    }

    [Fact]
    public async Task A_contract_or_scheme_that_does_not_say_is_unknown()
    {
        Everything(Terms(Payer.Unspecified));

        Assert.Equal(["LAST_WAGES Unknown", "WAY_HOME Unknown", "INSURANCE Unknown", "PAPERS Known"], Lines(await _officer.ListDuesAsync(new() { ReturnId = await Returned("DEPORTED") })));
    }

    [Fact]
    public async Task A_part_that_is_down_leaves_its_lines_unanswered_and_the_others_stand()
    {
        Everything(Terms(Payer.Employer), "Old age is paid out at 55.");
        host.Host.Peers.TakeDown(ListContracts);
        Assert.Equal(["LAST_WAGES PartDidNotAnswer", "WAY_HOME PartDidNotAnswer", "INSURANCE Known", "PAPERS Known"], Lines(await _officer.ListDuesAsync(new() { ReturnId = await Returned() })));

        Everything(Terms(Payer.Employer), "Old age is paid out at 55.");
        host.Host.Peers.TakeDown(GetContract);
        host.Host.Peers.TakeDown(GetScheme);
        Assert.Equal(["LAST_WAGES Unknown", "WAY_HOME PartDidNotAnswer", "INSURANCE PartDidNotAnswer", "PAPERS Known"], Lines(await _officer.ListDuesAsync(new() { ReturnId = await Returned() })));
    }

    [Fact]
    public async Task A_return_to_another_country_is_not_found()
    {
        var id = await Returned();
        var khmer = new Proto.Returns.ReturnsClient(host.Host.As(Who.Is(Role.ReintegrationCounsellor, "KH"), "reintegration"));

        Assert.Equal(["RETURN_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => khmer.ListDuesAsync(new() { ReturnId = id })));
    }
}
