using Gms.Platform;
using Gms.Testing;
using Gms.Type.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Tests.Licences;

public sealed class LicencesTests(RecruitmentHost host) : IClassFixture<RecruitmentHost>
{
    readonly Proto.Licences.LicencesClient _office = host.Licences();

    Proto.Licences.LicencesClient Agency(Guid agency, DateTimeOffset? at = null) => host.Licences(Who.AgencyOfficer(agency, "LA"), at);

    static Proto.ApplyForLicenceRequest Application(Guid agency, string renews = "") => new()
    {
        RequestId = Ask.NewId(), AgencyId = agency.ToString(), Direction = Proto.LicenceDirection.Outbound, Countries = { "TH", "JP" }, RenewsLicenceId = renews,
    };

    static Proto.GrantLicenceRequest Grant(string application, int year = 2026) => new()
    {
        RequestId = Ask.NewId(), ApplicationId = application, LicenceNumber = Ask.NewId(), ValidFrom = Ask.Day(year, 1, 1), ValidTo = Ask.Day(year + 1, 12, 31),
    };

    async Task<Guid> Registered() => Guid.Parse((await host.Agencies().RegisterAgencyAsync(Ask.Agency())).AgencyId);

    [Fact]
    public async Task An_agency_applies_and_the_office_grants_what_was_applied_for()
    {
        var agency = await Registered();
        var application = (await Agency(agency).ApplyForLicenceAsync(Application(agency))).ApplicationId;

        var granted = await _office.GrantLicenceAsync(Grant(application));

        var shown = Assert.Single((await host.Agencies().GetAgencyAsync(new() { AgencyId = agency.ToString() }, new Metadata { { "gms-purpose", "recruitment" } })).Licences);
        Assert.Equal((granted.LicenceId, "JP TH", Proto.LicenceState.Valid), (shown.LicenceId, string.Join(' ', shown.Countries), shown.State));
        var listed = Assert.Single((await Agency(agency).ListApplicationsAsync(new() { AgencyId = agency.ToString() })).Applications);
        Assert.Equal((Proto.LicenceApplicationStatus.Granted, granted.LicenceId), (listed.Status, listed.LicenceId));
        Assert.Equal(
            ["gms.recruitment.licence-applied-for:1", "gms.recruitment.licence-application-decided:1"],
            await host.Db(db => db.Outbox.Where(e => e.SubjectId == application).OrderBy(e => e.SubjectVersion).Select(e => e.Name).ToListAsync()));
    }

    [Fact]
    public async Task A_refusal_keeps_its_reasons_and_the_agency_reads_them()
    {
        var agency = await Registered();
        var application = (await Agency(agency).ApplyForLicenceAsync(Application(agency))).ApplicationId;
        Assert.Equal(["FIELD_REQUIRED"], await Refused.Codes(StatusCode.InvalidArgument, () => _office.RefuseLicenceAsync(new() { RequestId = Ask.NewId(), ApplicationId = application })));

        await _office.RefuseLicenceAsync(new() { RequestId = Ask.NewId(), ApplicationId = application, Reasons = { "no premises", "no manager" } });

        var listed = Assert.Single((await Agency(agency).ListApplicationsAsync(new() { AgencyId = agency.ToString(), Status = Proto.LicenceApplicationStatus.Refused })).Applications);
        Assert.Equal(["no premises", "no manager"], listed.Reasons);
        Assert.Equal(["LICENCE_APPLICATION_DECIDED"], await Refused.Codes(StatusCode.FailedPrecondition, () => _office.GrantLicenceAsync(Grant(application))));
        Assert.NotEmpty((await Agency(agency).ApplyForLicenceAsync(Application(agency))).ApplicationId);
    }

    [Fact]
    public async Task One_application_of_a_direction_is_open_at_a_time()
    {
        var agency = await Registered();
        var first = (await Agency(agency).ApplyForLicenceAsync(Application(agency))).ApplicationId;
        Assert.Equal(["LICENCE_APPLICATION_OPEN"], await Refused.Codes(StatusCode.FailedPrecondition, () => Agency(agency).ApplyForLicenceAsync(Application(agency))));

        Assert.Equal(Proto.LicenceApplicationStatus.Withdrawn, (await Agency(agency).WithdrawApplicationAsync(new() { RequestId = Ask.NewId(), ApplicationId = first })).Status);
        Assert.NotEmpty((await Agency(agency).ApplyForLicenceAsync(Application(agency))).ApplicationId);
    }

    [Fact]
    public async Task Nobody_signs_the_own_licence()
    {
        var agency = await Registered();
        var application = (await Agency(agency).ApplyForLicenceAsync(Application(agency))).ApplicationId;
        Assert.Equal(["PERMISSION_MISSING"], await Refused.Codes(StatusCode.PermissionDenied, () => Agency(agency).GrantLicenceAsync(Grant(application))));

        // An account that acts for the agency and holds the office's role beside: still not its own licence.
        var both = host.Licences(Who.AgencyOfficer(agency, "LA") with { Account = "somebody else", Roles = [Role.AgencyOfficer, Role.LicensingOfficer] });
        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.Codes(StatusCode.PermissionDenied, () => both.GrantLicenceAsync(Grant(application))));
        Assert.Equal(["AGENCY_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => new Proto.Agencies.AgenciesClient(host.As(Who.AgencyOfficer(agency, "LA") with { Roles = [Role.LicensingOfficer] }, clock: RecruitmentHost.Now)).LicenseAgencyAsync(Ask.Licence(agency.ToString()))));

        // An officer who entered it from paper does not decide it.
        await Agency(agency).WithdrawApplicationAsync(new() { RequestId = Ask.NewId(), ApplicationId = application });
        var entered = (await _office.ApplyForLicenceAsync(Application(agency))).ApplicationId;
        Assert.Equal(["LICENCE_OWN_APPLICATION"], await Refused.Codes(StatusCode.FailedPrecondition, () => _office.GrantLicenceAsync(Grant(entered))));
        Assert.Equal(["LICENCE_APPLICATION_WAITS"], await Refused.Codes(StatusCode.FailedPrecondition, () => host.Agencies().LicenseAgencyAsync(Ask.Licence(agency.ToString()))));
        Assert.False(await host.Db(db => db.Agencies.Where(a => a.Id == agency).SelectMany(a => a.Licences).AnyAsync()));
        Assert.NotEmpty((await host.Licences(Who.Is(Role.LicensingOfficer, "LA") with { Account = "a colleague" }).GrantLicenceAsync(Grant(entered))).LicenceId);
    }

    [Fact]
    public async Task Another_agency_and_another_country_see_nothing_of_an_application()
    {
        var (agency, other) = (await Registered(), await Registered());
        var application = (await Agency(agency).ApplyForLicenceAsync(Application(agency))).ApplicationId;

        Assert.Equal(["AGENCY_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => Agency(other).ListApplicationsAsync(new() { AgencyId = agency.ToString() })));
        Assert.Equal(["AGENCY_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => Agency(other).ApplyForLicenceAsync(Application(agency))));
        Assert.Equal(["LICENCE_APPLICATION_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => host.Licences(Who.Is(Role.LicensingOfficer, "TH")).GrantLicenceAsync(Grant(application))));
        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.Codes(StatusCode.PermissionDenied, () => Agency(agency).ListApplicationsAsync(new() { Country = "LA" })));
    }

    [Fact]
    public async Task A_renewal_is_another_licence_after_the_first_and_there_is_one()
    {
        var (agency, licence) = await host.LicensedAgency();
        var application = (await Agency(agency).ApplyForLicenceAsync(Application(agency, licence))).ApplicationId;
        Assert.Equal(["LICENCE_RENEWAL_NOT_NEXT"], await Refused.Codes(StatusCode.FailedPrecondition, () => _office.GrantLicenceAsync(Grant(application, 2027))));

        var renewal = (await _office.GrantLicenceAsync(Grant(application, 2028))).LicenceId;

        var shown = (await host.Agencies().GetAgencyAsync(new() { AgencyId = agency.ToString(), AsOf = Ask.Day(2028, 6, 1) }, new Metadata { { "gms-purpose", "recruitment" } })).Licences;
        Assert.Equal([(licence, Proto.LicenceState.Expired, ""), (renewal, Proto.LicenceState.Valid, licence)], shown.Select(l => (l.LicenceId, l.State, l.RenewsLicenceId)));
        var second = (await Agency(agency).ApplyForLicenceAsync(Application(agency, licence))).ApplicationId;
        Assert.Equal(["LICENCE_RENEWED_ALREADY"], await Refused.Codes(StatusCode.FailedPrecondition, () => _office.GrantLicenceAsync(Grant(second, 2030))));
    }

    async Task<(Guid Agency, string Licence, string Renewal)> Renewed()
    {
        var (agency, licence) = await host.LicensedAgency();
        var application = (await Agency(agency).ApplyForLicenceAsync(Application(agency, licence))).ApplicationId;
        return (agency, licence, (await _office.GrantLicenceAsync(Grant(application, 2028))).LicenceId);
    }

    async Task<Proto.LicenceState> InRenewal(Guid agency, string renewal) =>
        (await host.Agencies().GetAgencyAsync(new() { AgencyId = agency.ToString(), AsOf = Ask.Day(2028, 1, 1) }, new Metadata { { "gms-purpose", "recruitment" } })).Licences.Single(l => l.LicenceId == renewal).State;

    Task<int> Told(Guid agency, string name, string licence) => host.Db(db => db.Outbox.CountAsync(e => e.SubjectId == agency.ToString() && e.Name == name && e.Body.Contains(licence)));

    [Fact]
    public async Task Revoking_a_licence_revokes_the_renewal_that_has_not_begun()
    {
        var (agency, licence, renewal) = await Renewed();

        await _office.RevokeLicenceAsync(new() { RequestId = Ask.NewId(), LicenceId = licence, Reason = "fraud" });

        Assert.Equal(Proto.LicenceState.Revoked, await InRenewal(agency, renewal));
        Assert.Equal((1, 1), (await Told(agency, "gms.recruitment.licence-revoked:1", licence), await Told(agency, "gms.recruitment.licence-revoked:1", renewal)));
    }

    [Fact]
    public async Task Suspending_a_licence_suspends_its_renewal_until_it_is_reinstated()
    {
        var (agency, licence, renewal) = await Renewed();

        await host.Agencies().SuspendLicenceAsync(new() { RequestId = Ask.NewId(), LicenceId = licence, Reason = "inspection" });
        Assert.Equal(Proto.LicenceState.Suspended, await InRenewal(agency, renewal));
        Assert.Equal((1, 1), (await Told(agency, "gms.recruitment.agency-suspended:1", licence), await Told(agency, "gms.recruitment.agency-suspended:1", renewal)));

        await host.Agencies().ReinstateLicenceAsync(new() { RequestId = Ask.NewId(), LicenceId = licence, From = Ask.Day(2026, 12, 1) });
        Assert.Equal(Proto.LicenceState.Valid, await InRenewal(agency, renewal));
        Assert.Equal((1, 1), (await Told(agency, "gms.recruitment.agency-reinstated:1", licence), await Told(agency, "gms.recruitment.agency-reinstated:1", renewal)));
    }

    [Fact]
    public async Task A_renewal_s_own_suspension_outlives_that_of_the_licence_before_it()
    {
        var (agency, licence, renewal) = await Renewed();
        await host.Agencies().SuspendLicenceAsync(new() { RequestId = Ask.NewId(), LicenceId = renewal, Reason = "deposit not paid", From = Ask.Day(2028, 1, 1) });

        await host.Agencies().SuspendLicenceAsync(new() { RequestId = Ask.NewId(), LicenceId = licence, Reason = "inspection" });
        await host.Agencies().ReinstateLicenceAsync(new() { RequestId = Ask.NewId(), LicenceId = licence });

        Assert.Equal(Proto.LicenceState.Suspended, await InRenewal(agency, renewal));
        Assert.Equal(0, await Told(agency, "gms.recruitment.agency-reinstated:1", renewal));
    }

    [Fact]
    public async Task A_licence_that_is_to_be_stopped_until_its_end_is_not_renewed()
    {
        var (agency, licence) = await host.LicensedAgency();
        var application = (await Agency(agency).ApplyForLicenceAsync(Application(agency, licence))).ApplicationId;
        await host.Agencies().SuspendLicenceAsync(new() { RequestId = Ask.NewId(), LicenceId = licence, Reason = "inspection", From = Ask.Day(2026, 12, 10) });

        Assert.Equal(["LICENCE_NOT_RENEWABLE"], await Refused.Codes(StatusCode.FailedPrecondition, () => _office.GrantLicenceAsync(Grant(application, 2028))));
    }

    [Fact]
    public async Task A_revoked_licence_stops_new_contracts_stays_as_it_was_in_the_past_and_leaves_its_days_to_another()
    {
        var (agency, licence, employer, order) = await host.AttestedOrder();
        await _office.RevokeLicenceAsync(new() { RequestId = Ask.NewId(), LicenceId = licence, Reason = "fraud" });

        Assert.Equal(["CONTRACT_AGENCY_NOT_LICENSED"], await Refused.Codes(StatusCode.FailedPrecondition, () =>
            host.Contracts(Who.AgencyOfficer(agency, "LA")).RegisterContractAsync(Ask.Contract(WorkerNumber.New("LA"), agency, employer, order))));
        var anybody = new Proto.Agencies.AgenciesClient(host.WithToken(null, clock: RecruitmentHost.Now));
        var check = await anybody.CheckLicenceAsync(new() { AgencyId = agency.ToString() });
        Assert.Equal((Outcome.Fail, Proto.LicenceState.Revoked, ""), (check.Check.Outcome, check.Licence.State, check.Licence.RevocationReason));
        Assert.Equal(Outcome.Pass, (await anybody.CheckLicenceAsync(new() { AgencyId = agency.ToString(), Day = Ask.Day(2026, 11, 21) })).Check.Outcome);
        Assert.Equal(["LICENCE_ALREADY_REVOKED"], await Refused.Codes(StatusCode.FailedPrecondition, () => _office.RevokeLicenceAsync(new() { RequestId = Ask.NewId(), LicenceId = licence, Reason = "again" })));
        Assert.Equal(["LICENCE_ALREADY_REVOKED"], await Refused.Codes(StatusCode.FailedPrecondition, () => host.Agencies().SuspendLicenceAsync(new() { RequestId = Ask.NewId(), LicenceId = licence, Reason = "late" })));
        Assert.True(await host.Db(db => db.Outbox.AnyAsync(e => e.SubjectId == agency.ToString() && e.Name == "gms.recruitment.licence-revoked:1")));

        var another = Ask.Licence(agency.ToString());
        another.ValidFrom = Ask.Day(2026, 11, 22);
        Assert.NotEmpty((await host.Agencies().LicenseAgencyAsync(another)).LicenceId);
    }
}
