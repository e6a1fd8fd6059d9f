using Gms.Testing;
using Gms.Type.V1;
using Grpc.Core;
using Xunit;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Tests.Coverage;

/// <summary>Before anybody leaves, and with no sign-in: where must such work be enrolled?</summary>
public sealed class ListObligationsTests(SocialSecurityHost host) : IClassFixture<SocialSecurityHost>
{
    readonly Proto.Coverage.CoverageClient _anybody = new(host.WithToken(null));

    static Proto.ListObligationsRequest Job(string country = "TH", string employment = "FORMAL", string channel = "MOU_S59", string nationality = "LA") =>
        new() { Country = country, Day = Given.Date("2026-07-20"), EmploymentType = employment, Channel = channel, Nationality = nationality };

    // Thailand: section 33 and the work-injury fund; the employer registers within 30 days, so by 19 August.
    [Fact]
    public async Task A_Lao_factory_worker_in_Thailand_must_be_in_section_33_by_19_August_and_in_the_work_injury_fund()
    {
        var answer = await _anybody.ListObligationsAsync(Job());

        Assert.Equal(["TH-SSF-33", "TH-WCF"], answer.Obligations.Where(o => o.Standing == Proto.Standing.Compulsory).Select(o => o.SchemeId));
        Assert.Equal(Given.Date("2026-08-19"), answer.Obligations.Single(o => o.SchemeId == "TH-SSF-33").DueBy);
        Assert.Equal(Outcome.Pass, answer.Checks.Single().Outcome);
        Assert.All(answer.Obligations, o => Assert.False(o.Member));
    }

    // Thailand: seasonal farm work is outside section 33; the card is compulsory and bought on arrival.
    [Fact]
    public async Task A_Cambodian_harvest_worker_in_Thailand_must_hold_the_health_card() =>
        Assert.Equal(["TH-CMHI"], (await _anybody.ListObligationsAsync(Job(employment: "AGRICULTURAL_SEASONAL", channel: "BORDER_S64", nationality: "KH"))).Obligations
            .Where(o => o.Standing == Proto.Standing.Compulsory).Select(o => o.SchemeId));

    // Viet Nam, Law 41/2024/QH15: contract workers abroad pay on at home; the day by which is not in the data.
    [Fact]
    public async Task A_Vietnamese_contract_worker_has_an_obligation_at_home_too()
    {
        var answer = await _anybody.ListObligationsAsync(Job(nationality: "VN"));

        Assert.Contains("VN-SI-OWC", answer.Obligations.Where(o => o.Standing == Proto.Standing.Compulsory).Select(o => o.SchemeId));
        Assert.Equal(Outcome.Unknown, answer.Checks.Single().Outcome);
    }

    [Theory]
    [InlineData("country")]
    [InlineData("day")]
    [InlineData("employment_type")]
    [InlineData("channel")]
    [InlineData("nationality")]
    public async Task A_wrong_field_is_named(string field)
    {
        var job = Job();
        switch (field)
        {
            case "country": job.Country = "XX"; break;
            case "day": job.Day = new() { Year = 2026, Month = 13, Day = 1 }; break;
            case "employment_type": job.EmploymentType = ""; break;
            case "channel": job.Channel = "?"; break;
            case "nationality": job.Nationality = ""; break;
        }

        Assert.Equal([field], await Refused.Fields(StatusCode.InvalidArgument, () => _anybody.ListObligationsAsync(job)));
    }
}
