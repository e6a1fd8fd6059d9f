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
    const string ReviewCosts = "/gms.recruitment.v1.Costs/ReviewCosts";
    const string CalculateExit = "/gms.social_security.v1.Portability/CalculateExit";

    readonly Proto.Returns.ReturnsClient _officer = new(host.Host.As(Who.Is(Role.ReintegrationCounsellor, "LA"), "reintegration"));

    async Task<string> Returned(string reason = "END_SEASON") => (await _officer.RecordReturnAsync(new()
    {
        RequestId = Guid.NewGuid().ToString(), WorkerNumber = await host.Enrolled(), Reason = reason, From = "TH", To = "LA", ReturnedOn = TimeProvider.System.TodayIn("LA").ToProto(),
    })).ReturnId;

    static Contract Held() => new() { ContractId = Given.Contract.ToString(), Destination = "TH", StartsOn = new() { Year = 2026, Month = 1, Day = 1 }, EndsOn = new() { Year = 2026, Month = 6, Day = 30 } };

    void Everything(ContractTerms terms, ExitState exit = ExitState.Later)
    {
        host.Host.Peers.Answer(ListContracts, (ListContractsRequest _) => new ListContractsResponse { Contracts = { Held() } });
        host.Host.Peers.Answer(GetContract, (GetContractRequest _) => new GetContractResponse { Contract = Held(), Versions = { new ContractVersion { Version = 1, Terms = terms } } });
        host.Host.Peers.Answer(ReviewCosts, (ReviewCostsRequest _) => new ReviewCostsResponse
        {
            Limits = { new CostLimit { Payee = Payee.OriginAgency, StatedBy = StatedBy.Worker, Limit = new() { Minor = 100, Currency = "LAK" }, Paid = new() { Minor = 250, Currency = "LAK" }, Outcome = Outcome.Fail, Source = new() { Text = "the decree" } } },
        });
        host.Host.Peers.Answer(CalculateExit, (CalculateExitRequest r) => new CalculateExitResponse
        {
            Lines =
            {
                new ExitLine
                {
                    SchemeId = "TH-SSF-33", MonthsCounted = 5, MembershipIds = { Given.Agency.ToString() }, State = exit, Text = "Old age is paid out at 55.", Office = "SSO", Source = new() { Text = "a source" },
                    PayableFrom = exit == ExitState.Later ? new() { Year = 2054, Month = 5, Day = 20 } : null, Amount = new() { Minor = 195_000, Currency = "THB" }, AmountIs = ExitAmount.AtMost,
                },
            },
        });
    }

    static ContractTerms Terms(Payer wayHome) => new() { Wage = new() { Minor = 1_000_000, Currency = "THB" }, WagePeriod = WagePeriod.Month, ReturnTravelPaidBy = wayHome };

    static IEnumerable<string> Lines(Proto.ListDuesResponse dues) => dues.Dues.Select(d => $"{d.Topic} {d.State}");

    [Fact]
    public async Task What_contract_and_scheme_say_is_told_and_what_nobody_knows_is_unknown()
    {
        Everything(Terms(Payer.Employer));

        var dues = await _officer.ListDuesAsync(new() { ReturnId = await Returned() });

        Assert.Equal("END_OF_SEASON", dues.Kind);
        Assert.Equal(["LAST_WAGES Unknown", "WAY_HOME Known", "FEES Known", "INSURANCE Known", "PAPERS Known"], Lines(dues));
        Assert.Contains("2026-06-30", dues.Dues[0].Text, StringComparison.Ordinal);
        Assert.Equal("TH-SSF-33: 5 months count. Old age is paid out at 55. It can be claimed from 2054-05-20 on, at: SSO. It comes to at most 195000 minor units THB.", dues.Dues[3].Text);
        Assert.Equal("a source", dues.Dues[3].Source);
        Assert.Equal(("the decree", "OriginAgency", 150L, "LAK"), (dues.Dues[2].Source, dues.Dues[2].Part, dues.Dues[2].Amount.Minor, dues.Dues[2].Amount.Currency));
        Assert.All(host.Host.Peers.Asked.Where(a => a.Method is ListContracts or GetContract or ReviewCosts or CalculateExit), a => Assert.Equal(Purpose.Reintegration, a.Purpose));
    }

    [Fact]
    public async Task Two_things_that_one_scheme_gives_are_told_apart()
    {
        Everything(Terms(Payer.Employer));
        ExitLine Line(ExitBenefit benefit) => new() { SchemeId = "TH-SSF-33", MembershipIds = { Given.Agency.ToString() }, State = ExitState.Later, Benefit = benefit, Text = "Something." };
        host.Host.Peers.Answer(CalculateExit, (CalculateExitRequest _) => new CalculateExitResponse { Lines = { Line(ExitBenefit.LumpSum), Line(ExitBenefit.Savings) } });

        var dues = await _officer.ListDuesAsync(new() { ReturnId = await Returned() });

        Assert.Equal(["TH-SSF-33 LumpSum", "TH-SSF-33 Savings"], dues.Dues.Where(d => d.Topic == "INSURANCE").Select(d => d.Part));
    }

    [Fact]
    public async Task A_contract_or_scheme_that_does_not_say_is_unknown()
    {
        Everything(Terms(Payer.Unspecified), ExitState.Unknown);

        Assert.Equal(["LAST_WAGES Unknown", "WAY_HOME Unknown", "FEES Known", "INSURANCE Unknown", "PAPERS Known"], Lines(await _officer.ListDuesAsync(new() { ReturnId = await Returned("DEPORTED") })));
    }

    [Fact]
    public async Task Who_came_back_before_the_contract_began_is_told_so_and_has_back_what_was_paid_for_it()
    {
        Everything(Terms(Payer.Employer));
        var starts = TimeProvider.System.TodayIn("LA").AddDays(31);
        var later = Held();
        (later.StartsOn, later.EndsOn) = (starts.ToProto(), starts.AddYears(1).ToProto());
        host.Host.Peers.Answer(ListContracts, (ListContractsRequest _) => new ListContractsResponse { Contracts = { later } });

        var dues = await _officer.ListDuesAsync(new() { ReturnId = await Returned() });

        Assert.Equal(["LAST_WAGES Unknown", "WAY_HOME Unknown", "FEES Known", "INSURANCE Known", "PAPERS Known"], Lines(dues));
        Assert.StartsWith($"The contract of work there begins on {starts:yyyy-MM-dd}, after the return", dues.Dues[0].Text, StringComparison.Ordinal);
        Assert.Equal((later.ContractId, 150L), (dues.Dues[2].ContractId, dues.Dues[2].Amount.Minor));
    }

    [Fact]
    public async Task A_part_that_is_down_leaves_its_lines_unanswered_and_the_others_stand()
    {
        Everything(Terms(Payer.Employer));
        host.Host.Peers.TakeDown(ListContracts);
        Assert.Equal(["LAST_WAGES PartDidNotAnswer", "WAY_HOME PartDidNotAnswer", "FEES PartDidNotAnswer", "INSURANCE Known", "PAPERS Known"], Lines(await _officer.ListDuesAsync(new() { ReturnId = await Returned() })));

        Everything(Terms(Payer.Employer));
        host.Host.Peers.TakeDown(GetContract);
        host.Host.Peers.TakeDown(ReviewCosts);
        host.Host.Peers.TakeDown(CalculateExit);
        Assert.Equal(["LAST_WAGES Unknown", "WAY_HOME PartDidNotAnswer", "FEES PartDidNotAnswer", "INSURANCE PartDidNotAnswer", "PAPERS Known"], Lines(await _officer.ListDuesAsync(new() { ReturnId = await Returned() })));
    }

    [Fact]
    public async Task A_return_to_another_country_is_not_found()
    {
        var id = await Returned();
        var khmer = new Proto.Returns.ReturnsClient(host.Host.As(Who.Is(Role.ReintegrationCounsellor, "KH"), "reintegration"));

        Assert.Equal(["RETURN_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => khmer.ListDuesAsync(new() { ReturnId = id })));
    }
}
