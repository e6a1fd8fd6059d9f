using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Xunit;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Tests.Employers;

public sealed class RegisterEmployerTests(RecruitmentHost host) : IClassFixture<RecruitmentHost>
{
    [Fact]
    public async Task A_labour_office_registers_and_reads_an_employer_of_its_country()
    {
        var id = await host.Employer();

        var reader = new Proto.Employers.EmployersClient(host.As(Who.Is(Role.Inspector, "TH"), "recruitment-verification"));
        Assert.Equal("Example Garments", (await reader.GetEmployerAsync(new() { EmployerId = id })).NameLatin);
    }

    [Fact]
    public async Task An_office_of_another_country_neither_registers_nor_sees_it()
    {
        var id = await host.Employer();

        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.Codes(StatusCode.PermissionDenied, () => host.Employers("LA").RegisterEmployerAsync(Ask.Employer("TH"))));
        var lao = new Proto.Employers.EmployersClient(host.As(Who.Is(Role.Inspector, "LA"), "recruitment-verification"));
        Assert.Equal(["EMPLOYER_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => lao.GetEmployerAsync(new() { EmployerId = id })));
    }

    [Fact]
    public async Task Agency_and_country_with_a_job_order_see_the_employer()
    {
        var (agency, _, employer, _) = await host.AttestedOrder();

        foreach (var who in new[] { Who.AgencyOfficer(agency, "LA"), Who.Is(Role.Inspector, "LA") })
            Assert.Equal(employer, (await new Proto.Employers.EmployersClient(host.As(who, "recruitment")).GetEmployerAsync(new() { EmployerId = employer })).EmployerId);
    }

    [Fact]
    public async Task A_visit_tomorrow_has_not_taken_place_and_an_unknown_sector_is_named()
    {
        var request = Ask.Employer();
        request.SiteVisitedOn = Ask.Day(2026, 11, 23);
        Assert.Equal(["EMPLOYER_VISIT_IN_FUTURE"], await Refused.Codes(StatusCode.FailedPrecondition, () => host.Employers().RegisterEmployerAsync(request)));

        request.Sector = "CASINO";
        Assert.Equal(["sector"], await Refused.Fields(StatusCode.InvalidArgument, () => host.Employers().RegisterEmployerAsync(request)));
    }
}
