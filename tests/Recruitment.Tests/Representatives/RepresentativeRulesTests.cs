using System.Text.Json;
using Gms.Recruitment.Reference;
using Gms.Recruitment.Representatives;
using Gms.Type.V1;
using Xunit;

namespace Gms.Recruitment.Tests.Representatives;

public sealed class RepresentativeRulesTests
{
    static Representative One(RepresentativeKind kind = RepresentativeKind.SubAgent, string? number = "SA-1", DateOnly? last = null) => new()
    {
        Id = Guid.Empty, AgencyId = A.AgencyId, Country = "LA", Kind = kind, Name = "x", RegistrationNumber = number, From = A.Today, LastDay = last, OneAgency = false, RegisteredAt = DateTimeOffset.UnixEpoch,
    };

    static readonly SubAgentRule Sure = new("LA", true, true, new("r", "law", Gms.Recruitment.Reference.Confidence.High, false, null));
    static readonly SubAgentRule Unsure = new("LA", null, true, new("r", "own", Gms.Recruitment.Reference.Confidence.Low, false, null));
    static readonly SubAgentRule Forbidden = new("LA", false, null, new("r", "law", Gms.Recruitment.Reference.Confidence.Medium, false, null));

    static IEnumerable<string> Refused(Representative one, SubAgentRule rule, int others = 0) => RepresentativeRules.ToRegister(one, rule, others).Select(p => p.Code);

    static IEnumerable<(string, Outcome)> Told(Representative one, SubAgentRule rule, int others = 0) => RepresentativeRules.Warnings(one, rule, others).Select(c => (c.Code, c.Outcome));

    [Fact]
    public void A_sub_agent_of_two_agencies_is_refused_by_a_sure_rule_and_flagged_by_an_unsure_one()
    {
        Assert.Equal(["SUB_AGENT_OF_OTHER_AGENCY"], Refused(One(), Sure, others: 1));
        Assert.Empty(Refused(One(), Sure));
        Assert.Empty(Refused(One(), Unsure, others: 1));
        Assert.Equal([("SUB_AGENTS_ALLOWED", Outcome.Unknown), ("SUB_AGENT_OF_OTHER_AGENCY", Outcome.Fail)], Told(One(), Unsure, others: 1));
        Assert.Empty(Told(One(), Sure));
    }

    [Fact]
    public void Where_the_law_forbids_sub_agents_none_is_registered_and_branches_are() =>
        Assert.Equal(["SUB_AGENTS_NOT_ALLOWED", ""], [string.Join(' ', Refused(One(), Forbidden)), string.Join(' ', Refused(One(RepresentativeKind.Branch), Forbidden))]);

    [Fact]
    public void Days_are_in_order_and_a_sub_agent_has_a_number()
    {
        Assert.Equal(["REPRESENTATIVE_ENDS_BEFORE_START"], Refused(One(RepresentativeKind.Officer, last: A.Today.AddDays(-1)), Sure));
        Assert.Empty(Refused(One(RepresentativeKind.Officer, null, A.Today), Sure));
        Assert.Equal(["REPRESENTATIVE_NUMBER_MISSING"], Refused(One(number: null), Sure));
    }

    [Fact]
    public void One_ends_once_and_earlier_only()
    {
        Assert.Empty(RepresentativeRules.ToEnd(One(), A.Today));
        Assert.Equal(["REPRESENTATIVE_ENDS_BEFORE_START"], RepresentativeRules.ToEnd(One(), A.Today.AddDays(-1)).Select(p => p.Code));
        Assert.Equal(["REPRESENTATIVE_ENDED_ALREADY"], RepresentativeRules.ToEnd(One(last: A.Today.AddDays(5)), A.Today.AddDays(5)).Select(p => p.Code));
        Assert.Empty(RepresentativeRules.ToEnd(One(last: A.Today.AddDays(5)), A.Today.AddDays(4)));
    }

    [Fact]
    public void The_country_s_own_rule_counts_before_that_of_every_country_from_its_day_on()
    {
        var duties = LicenceDuties.Of(JsonDocument.Parse("""
            {"renewal_notice":[],"sub_agents":[
              {"id":"all","country":"*","allowed":null,"one_agency":true,"confidence":"low"},
              {"id":"LA","country":"LA","allowed":false,"one_agency":null,"confidence":"high","effective_from":"2027-01-01"}]}
            """).RootElement);

        Assert.Equal("all", duties.SubAgents("LA", new(2026, 12, 31)).Source.Rule);
        Assert.Equal("LA", duties.SubAgents("LA", new(2027, 1, 1)).Source.Rule);
        Assert.Equal("all", duties.SubAgents("TH", new(2027, 1, 1)).Source.Rule);
    }
}
