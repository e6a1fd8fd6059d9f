using Gms.Platform;
using Gms.Testing;
using Gms.Type.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Tests.Agencies;

public sealed class AgenciesTests(RecruitmentHost host) : IClassFixture<RecruitmentHost>
{
    readonly Proto.Agencies.AgenciesClient _office = host.Agencies();
    readonly Proto.Agencies.AgenciesClient _anybody = new(host.WithToken(null, clock: RecruitmentHost.Now));

    [Fact]
    public async Task An_agency_takes_the_id_that_was_chosen_for_it()
    {
        var request = Ask.Agency();
        request.AgencyId = "0195f3a0-aaaa-7000-8000-000000000001";

        Assert.Equal(request.AgencyId, (await _office.RegisterAgencyAsync(request)).AgencyId);
        Assert.Equal(request.AgencyId, (await _office.RegisterAgencyAsync(request)).AgencyId);
        Assert.Equal(["gms.recruitment.agency-registered:1"], await Events(request.AgencyId));
    }

    [Fact]
    public async Task The_same_registration_number_makes_no_second_agency()
    {
        var request = Ask.Agency();
        await _office.RegisterAgencyAsync(request);
        var again = request.Clone();
        again.RequestId = Ask.NewId();

        Assert.Equal(["AGENCY_ALREADY_REGISTERED"], await Refused.Codes(StatusCode.FailedPrecondition, () => _office.RegisterAgencyAsync(again)));
    }

    [Fact]
    public async Task An_office_registers_and_licenses_only_in_its_own_country()
    {
        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.Codes(StatusCode.PermissionDenied, () => _office.RegisterAgencyAsync(Ask.Agency("TH"))));
        var agency = (await _office.RegisterAgencyAsync(Ask.Agency())).AgencyId;
        Assert.Equal(["AGENCY_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => host.Agencies("KH").LicenseAgencyAsync(Ask.Licence(agency))));
    }

    [Fact]
    public async Task An_agency_cannot_license_itself()
    {
        var agency = (await _office.RegisterAgencyAsync(Ask.Agency())).AgencyId;
        var itself = new Proto.Agencies.AgenciesClient(host.As(Who.AgencyOfficer(Guid.Parse(agency), "LA"), clock: RecruitmentHost.Now));

        Assert.Equal(["PERMISSION_MISSING"], await Refused.Codes(StatusCode.PermissionDenied, () => itself.LicenseAgencyAsync(Ask.Licence(agency))));
    }

    [Fact]
    public async Task Licensing_tells_what_the_law_asks_for_and_is_not_known()
    {
        var agency = (await _office.RegisterAgencyAsync(Ask.Agency())).AgencyId;

        var licensed = await _office.LicenseAgencyAsync(Ask.Licence(agency));

        Assert.Equal([Confidence.Low, Confidence.Low], licensed.Checks.Select(c => c.Source.Confidence));
        Assert.Equal(["gms.recruitment.agency-registered:1", "gms.recruitment.agency-licensed:1"], await Events(agency));
    }

    [Fact]
    public async Task Two_licences_of_one_direction_share_no_day()
    {
        var (agency, _) = await host.LicensedAgency();
        var second = Ask.Licence(agency.ToString());
        second.ValidFrom = Ask.Day(2027, 12, 31);
        second.ValidTo = Ask.Day(2028, 6, 30);
        Assert.Equal(["AGENCY_LICENCE_OVERLAPS"], await Refused.Codes(StatusCode.FailedPrecondition, () => _office.LicenseAgencyAsync(second)));

        second.RequestId = Ask.NewId();
        second.ValidFrom = Ask.Day(2028, 1, 1);
        Assert.NotEmpty((await _office.LicenseAgencyAsync(second)).LicenceId);
    }

    [Fact]
    public async Task Anybody_sees_a_licence_valid_then_suspended_then_valid_again()
    {
        var (agency, licence) = await host.LicensedAgency();
        Assert.Equal(Outcome.Pass, (await Check(agency)).Check.Outcome);

        await _office.SuspendLicenceAsync(new() { RequestId = Ask.NewId(), LicenceId = licence, Reason = "inspection of 20 November" });
        var suspended = await Check(agency);
        Assert.Equal((Outcome.Fail, Proto.LicenceState.Suspended), (suspended.Check.Outcome, suspended.Licence.State));
        Assert.Equal("", Assert.Single(suspended.Licence.Suspensions).Reason);

        var later = new Proto.Agencies.AgenciesClient(host.As(Who.Is(Role.LicensingOfficer, "LA"), clock: RecruitmentHost.Now.AddDays(10)));
        await later.ReinstateLicenceAsync(new() { RequestId = Ask.NewId(), LicenceId = licence });

        Assert.Equal(Outcome.Fail, (await Check(agency, Ask.Day(2026, 12, 1))).Check.Outcome);
        Assert.Equal(Outcome.Pass, (await Check(agency, Ask.Day(2026, 12, 2))).Check.Outcome);
        Assert.Equal(
            ["gms.recruitment.agency-registered:1", "gms.recruitment.agency-licensed:1", "gms.recruitment.agency-suspended:1", "gms.recruitment.agency-reinstated:1"],
            await Events(agency.ToString()));
    }

    [Fact]
    public async Task The_public_check_names_by_number_and_refuses_what_is_not_there()
    {
        var agency = (await _office.RegisterAgencyAsync(Ask.Agency())).AgencyId;
        var licence = Ask.Licence(agency);
        await _office.LicenseAgencyAsync(licence);

        Assert.Equal(agency, (await _anybody.CheckLicenceAsync(new() { Country = "LA", LicenceNumber = licence.LicenceNumber })).AgencyId);
        Assert.Equal(["LICENCE_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => _anybody.CheckLicenceAsync(new() { Country = "KH", LicenceNumber = licence.LicenceNumber })));
        Assert.Equal(["LICENCE_NOT_NAMED"], await Refused.Codes(StatusCode.InvalidArgument, () => _anybody.CheckLicenceAsync(new())));
    }

    [Fact]
    public async Task An_agency_officer_reads_the_own_agency_and_no_other()
    {
        var (own, _) = await host.LicensedAgency();
        var (other, _) = await host.LicensedAgency();
        var officer = new Proto.Agencies.AgenciesClient(host.As(Who.AgencyOfficer(own, "LA"), "recruitment", RecruitmentHost.Now));

        Assert.Equal(Proto.LicenceState.Valid, Assert.Single((await officer.GetAgencyAsync(new() { AgencyId = own.ToString() })).Licences).State);
        Assert.Equal(["AGENCY_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => officer.GetAgencyAsync(new() { AgencyId = other.ToString() })));
    }

    [Fact]
    public async Task A_list_goes_on_where_its_page_ended()
    {
        var registered = new List<string>();
        for (var i = 0; i < 3; i++)
            registered.Add((await host.Agencies("KH").RegisterAgencyAsync(Ask.Agency("KH"))).AgencyId);
        var reader = new Proto.Agencies.AgenciesClient(host.As(Who.Is(Role.Inspector, "KH"), "recruitment-verification", RecruitmentHost.Now));

        var first = await reader.ListAgenciesAsync(new() { Country = "KH", PageSize = 2 });
        var second = await reader.ListAgenciesAsync(new() { Country = "KH", PageSize = 2, PageToken = first.NextPageToken });

        Assert.Equal(registered, first.Agencies.Concat(second.Agencies).Select(a => a.AgencyId));
        Assert.Equal("", second.NextPageToken);
        Assert.All(first.Agencies, a => Assert.False(a.LicensedToday));
    }

    async Task<Proto.CheckLicenceResponse> Check(Guid agency, Date? day = null) =>
        await _anybody.CheckLicenceAsync(new() { AgencyId = agency.ToString(), PartnerCountry = "TH", Day = day });

    Task<List<string>> Events(string agency) => host.Db(db => db.Outbox.Where(e => e.SubjectId == agency).OrderBy(e => e.SubjectVersion).Select(e => e.Name).ToListAsync());
}
