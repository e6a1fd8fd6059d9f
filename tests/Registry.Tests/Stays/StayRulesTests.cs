using Gms.Recruitment.V1;
using Gms.Registry.Corridors;
using Gms.Registry.Departures;
using Gms.Registry.Stays;
using Gms.Registry.Tests.Departures;
using Gms.Type.V1;
using Xunit;

namespace Gms.Registry.Tests.Stays;

public sealed class StayRulesTests
{
    static readonly DateOnly Arrived = new(2026, 12, 1);
    static readonly Corridor Mou = CorridorTable.Load().Find("LA", "TH", "MOU_S59")!;
    static readonly Corridor Fishery = CorridorTable.Load().Find("LA", "TH", "FISHERY_S83")!;

    static string Told(IEnumerable<Finding> findings) => string.Join(" ", findings.Select(f => $"{f.Code}:{f.Outcome}"));

    [Fact]
    public void Two_years_and_two_more_are_what_the_corridor_says() =>
        Assert.Equal("EXTENSION_LENGTH:Pass STAY_IN_ALL:Pass", Told(StayRules.OfExtension(Mou, Arrived, Arrived.AddMonths(24), Arrived.AddMonths(48))));

    [Fact]
    public void A_day_more_is_told_with_its_source_and_recorded_all_the_same()
    {
        var findings = StayRules.OfExtension(Mou, Arrived, Arrived.AddMonths(24), Arrived.AddMonths(48).AddDays(1)).ToList();

        Assert.Equal("EXTENSION_LENGTH:Fail STAY_IN_ALL:Fail", Told(findings));
        Assert.All(findings, f => Assert.Equal((Mou.Id, Mou.Source), (f.Source!.Rule, f.Source.Text)));
        Assert.All(findings, f => Assert.False(f.Refuses));
    }

    [Fact]
    public void A_corridor_that_states_no_length_an_arrival_or_end_not_on_record_and_no_corridor_are_unknown()
    {
        Assert.Equal("EXTENSION_LENGTH:Unknown STAY_IN_ALL:Unknown", Told(StayRules.OfExtension(Fishery, Arrived, Arrived, Arrived.AddDays(1))));
        Assert.Equal("EXTENSION_LENGTH:Unknown STAY_IN_ALL:Unknown", Told(StayRules.OfExtension(Mou, null, null, Arrived)));
        Assert.Equal("EXTENSION_LENGTH:Unknown STAY_IN_ALL:Unknown", Told(StayRules.OfExtension(null, Arrived, Arrived, Arrived.AddDays(1))));
    }

    [Fact]
    public void A_change_of_employer_rests_on_a_contract_that_recruitment_knows()
    {
        Assert.Equal("MAY_CHANGE_EMPLOYER:Unknown NEW_CONTRACT:Pass", Told(StayRules.OfEmployerChange(Given.Departure(), Given.ContractOf(), answered: true)));
        Assert.Equal("MAY_CHANGE_EMPLOYER:Unknown NEW_CONTRACT:Fail", Told(StayRules.OfEmployerChange(Given.Departure(), null, answered: true)));
        Assert.Equal("MAY_CHANGE_EMPLOYER:Unknown NEW_CONTRACT:Unknown", Told(StayRules.OfEmployerChange(Given.Departure(), null, answered: false)));
        Assert.Equal("MAY_CHANGE_EMPLOYER:Unknown NEW_CONTRACT:Fail", Told(StayRules.OfEmployerChange(Given.Departure(destination: "MM"), Given.ContractOf(), answered: true)));
    }
}
