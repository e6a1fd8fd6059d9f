using Gms.Platform;
using Gms.Recruitment.Agencies;
using Gms.Recruitment.JobOrders;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Tests.JobOrders;

public sealed class JobOrderRulesTests
{
    [Fact]
    public void An_order_for_a_licensed_agency_is_registered() => Assert.Empty(Broken(A.JobOrder(attested: false), A.Agency()));

    [Fact]
    public void The_MoU_channel_needs_an_agency() => Assert.Equal(["JOB_ORDER_AGENCY_REQUIRED"], Broken(A.JobOrder(), null));

    [Fact]
    public void The_agency_is_one_of_the_country_of_origin() =>
        Assert.Equal(["JOB_ORDER_AGENCY_OF_OTHER_COUNTRY"], Broken(A.JobOrder(), A.Agency("KH")));

    [Fact]
    public void A_licence_for_another_country_does_not_do() =>
        Assert.Equal(["JOB_ORDER_AGENCY_NOT_LICENSED"], Broken(A.JobOrder(), A.Agency("LA", A.Licence(partner: "JP"))));

    [Fact]
    public void Every_broken_rule_is_told_at_once() => Assert.Equal(
        ["JOB_ORDER_CORRIDOR_UNKNOWN", "JOB_ORDER_AGENCY_NOT_LICENSED", "JOB_ORDER_PERIOD_PAST"],
        Broken(A.JobOrder(channel: "G2G", openUntil: A.Today.AddDays(-1)), A.Agency("LA", A.Licence(suspended: A.Suspension(A.Today)))));

    [Fact]
    public void An_order_is_attested_once_and_while_it_is_open()
    {
        Assert.Empty(JobOrderRules.ToAttest(A.JobOrder(attested: false, openUntil: A.Today), null, A.Today));
        Assert.Equal(["JOB_ORDER_ALREADY_ATTESTED", "JOB_ORDER_PERIOD_PAST"], JobOrderRules.ToAttest(A.JobOrder(openUntil: A.Today.AddDays(-1)), null, A.Today).Select(p => p.Code));
    }

    static IEnumerable<string> Broken(JobOrder order, Agency? agency) =>
        JobOrderRules.ToRegister(order, A.Reference.Corridors.Find(order.Origin, order.Country, order.Channel), agency, [], null, A.Today).Select(p => p.Code);
}

public sealed class JobOrdersTests(RecruitmentHost host) : IClassFixture<RecruitmentHost>
{
    [Fact]
    public async Task An_order_goes_from_the_agency_to_the_labour_office_that_attests_it()
    {
        var (agency, _, _, order) = await host.AttestedOrder(places: 3);

        var shown = await new Proto.JobOrders.JobOrdersClient(host.As(Who.AgencyOfficer(agency, "LA"), "recruitment")).GetJobOrderAsync(new() { JobOrderId = order });

        Assert.Equal((Proto.JobOrderStatus.Attested, 3, "DOE-2569-1", "TH"), (shown.Status, shown.PlacesLeft, shown.AttestationNumber, shown.Destination));
        Assert.Equal(
            [("gms.recruitment.job-order-registered:1", 1L), ("gms.recruitment.job-order-attested:1", 2L)],
            (await host.Db(db => db.Outbox.Where(e => e.SubjectId == order).OrderBy(e => e.SubjectVersion).ToListAsync())).Select(e => (e.Name, e.SubjectVersion)));
    }

    [Fact]
    public async Task The_country_of_origin_sees_an_order_and_does_not_attest_it()
    {
        var (agency, _) = await host.LicensedAgency();
        var order = (await host.JobOrders(Who.AgencyOfficer(agency, "LA")).RegisterJobOrderAsync(Ask.JobOrder(await host.Employer(), agency))).JobOrderId;
        var request = new Proto.AttestJobOrderRequest { RequestId = Ask.NewId(), JobOrderId = order, AttestationNumber = "X" };

        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.Codes(StatusCode.PermissionDenied, () => host.JobOrders(Who.Is(Role.MinistryOfficer, "LA")).AttestJobOrderAsync(request)));
        Assert.Equal(["JOB_ORDER_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => host.JobOrders(Who.Is(Role.MinistryOfficer, "VN")).AttestJobOrderAsync(request)));
    }

    [Fact]
    public async Task An_agency_cannot_register_an_order_in_another_s_name()
    {
        var (agency, _) = await host.LicensedAgency();
        var (other, _) = await host.LicensedAgency();
        var request = Ask.JobOrder(await host.Employer(), other);

        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.Codes(StatusCode.PermissionDenied, () => host.JobOrders(Who.AgencyOfficer(agency, "LA")).RegisterJobOrderAsync(request)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(100_001)]
    public async Task Places_out_of_range_are_named(int places)
    {
        var (agency, _) = await host.LicensedAgency();
        var request = Ask.JobOrder(await host.Employer(), agency, places);

        Assert.Equal(["places"], await Refused.Fields(StatusCode.InvalidArgument, () => host.JobOrders(Who.AgencyOfficer(agency, "LA")).RegisterJobOrderAsync(request)));
    }
}
