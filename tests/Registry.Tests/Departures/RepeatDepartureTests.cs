using Gms.Recruitment.V1;
using Gms.Registry.Corridors;
using Gms.Registry.Departures;
using Gms.Type.V1;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Departures;

/// <summary>A repeat departure to the same employer is spared what its former one answers for, where the data is sure of it.</summary>
public sealed class RepeatDepartureTests(DeparturesHost host) : IClassFixture<DeparturesHost>
{
    static readonly PartAnswer WithoutCertificate = new(PartAnswer.DepartureOrientation, [Given.Check("ORIENTATION_CERTIFICATE", Outcome.Fail)]);

    static ClearanceRules Rules(Confidence confidence) => new(CorridorTable.Load(), CheckpointTable.Load(), new(
        [new DecisiveRow("*", [], ["Recruitment", "SocialSecurity", "DepartureOrientation"])],
        [new RepeatRow("MOU_S59", 730, ["ORIENTATION_CERTIFICATE"], "a source", confidence)]));

    static DepartureStatus Decided(ClearanceRules rules, DateOnly? former)
    {
        var (departure, facts) = (Given.Departure(), Given.Facts(orientation: WithoutCertificate) with { FormerDeparture = former });
        return rules.Decide(departure, rules.Weigh(departure, facts), facts).Status;
    }

    [Theory]
    [InlineData(Confidence.High, 729, DepartureStatus.Cleared)]
    [InlineData(Confidence.Medium, 730, DepartureStatus.Cleared)]
    [InlineData(Confidence.High, 731, DepartureStatus.Refused)]
    [InlineData(Confidence.Low, 10, DepartureStatus.Refused)]
    public void The_former_orientation_counts_for_as_long_as_a_sure_row_says(Confidence confidence, int daysAgo, DepartureStatus expected) =>
        Assert.Equal(expected, Decided(Rules(confidence), Given.Day.AddDays(-daysAgo)));

    [Fact]
    public void Without_a_former_departure_nothing_is_spared() => Assert.Equal(DepartureStatus.Refused, Decided(Rules(Confidence.High), null));

    [Fact]
    public void What_is_spared_is_told_as_it_came_out_beside_why()
    {
        var (departure, facts) = (Given.Departure(), Given.Facts(orientation: WithoutCertificate) with { FormerDeparture = Given.Day.AddDays(-30) });

        var findings = Rules(Confidence.High).Weigh(departure, facts);

        Assert.Equal((Outcome.Fail, false), findings.Where(f => f.Code == "ORIENTATION_CERTIFICATE").Select(f => (f.Outcome, f.Decisive)).Single());
        Assert.Equal((Outcome.Pass, "a source"), findings.Where(f => f.Code == "REPEAT_DEPARTURE").Select(f => (f.Outcome, f.Source!.Text)).Single());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_a_former_departure_may_answer_for_refuses_for_sure_once_recruitment_has_said_who_the_employer_is(bool answered)
    {
        var facts = Given.Facts(recruitment: answered ? null : PartAnswer.Missing(PartAnswer.Recruitment), orientation: WithoutCertificate, socialSecurity: PartAnswer.Missing(PartAnswer.SocialSecurity), withoutContract: !answered);
        var (departure, rules) = (Given.Departure(), Rules(Confidence.High));

        Assert.Equal(answered, rules.RefusesAnyway(departure, rules.Weigh(departure, facts), facts));
    }

    [Fact]
    public void No_row_of_the_data_is_sure_without_a_source() =>
        Assert.All(CorridorTable.Load().Channels.Select(c => DecisiveChecks.Load().Repeat(c)).OfType<RepeatRow>(), row => Assert.True(row.Confidence == Confidence.Low || row.Source.Length > 0));

    [Fact]
    public async Task A_second_departure_to_the_same_employer_is_known_by_the_employer_and_one_to_another_is_not()
    {
        host.Everything();
        var (employer, another) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        void ContractWith(string who) => host.Host.Peers.Answer(DeparturesHost.Recruitment, (VerifyRecruitmentRequest _) =>
        {
            var contract = Given.ContractOf();
            contract.EmployerId = who;
            return new VerifyRecruitmentResponse { Checks = { Given.Check("FR01", Outcome.Pass) }, Contract = contract };
        });
        var officer = host.Departures(DeparturesHost.Officer("LA"));
        var worker = await host.Enrolled();
        async Task<Proto.Departure> Registered(int inDays) => (await officer.RegisterDepartureAsync(Given.Application(worker, day: DateOnly.FromDateTime(DateTime.UtcNow).AddDays(inDays)))).Departure;

        ContractWith(employer);
        var first = await Registered(7);
        var second = await Registered(90);
        ContractWith(another);
        var elsewhere = await Registered(120);

        Assert.DoesNotContain(first.Checks, c => c.Code == "REPEAT_DEPARTURE");
        Assert.Contains(second.Checks, c => c is { Code: "REPEAT_DEPARTURE", Decisive: false });
        Assert.DoesNotContain(elsewhere.Checks, c => c.Code == "REPEAT_DEPARTURE");
    }
}
