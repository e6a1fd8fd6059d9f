using Gms.Events.Registry;
using Gms.SocialSecurity.Memberships;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Tests.Portability;

/// <summary>A worker who was enrolled twice: months, claims and filings stay with the person, and the claim made twice goes to an officer.</summary>
public sealed class MergedPaymentsTests(SocialSecurityHost host) : IClassFixture<SocialSecurityHost>
{
    [Fact]
    public async Task The_same_claim_under_both_numbers_becomes_a_work_item_and_is_not_asked_a_third_time()
    {
        var (one, other) = (await Insured("1000000001"), await Insured("1000000002"));
        await Own(one).RequestPaymentAsync(Asked(one));
        await Own(other).RequestPaymentAsync(Asked(other));
        var merging = new Merging(one, other);

        await host.Deliver<WorkersMerged, OnWorkersMerged>(merging.Merged);

        var item = await host.Db(db => db.WorkItems.SingleAsync(i => i.Kind == "PAYMENT_ASKED_TWICE" && i.Subjects.Contains(other)));
        Assert.Equal([one, other], item.Subjects.Order(StringComparer.Ordinal).Intersect([one, other]).OrderBy(n => n == one ? 0 : 1));
        Assert.Equal(2, (await Own(one).ListPaymentsAsync(new() { WorkerNumber = one })).Payments.Count);
        Assert.Equal(["PAYMENT_ASKED_ALREADY"], await Refused.Codes(StatusCode.FailedPrecondition, () => Own(one).RequestPaymentAsync(Asked(one))));

        await host.Deliver<WorkersUnmerged, OnWorkersUnmerged>(merging.Unmerged);

        Assert.Single((await Own(one).ListPaymentsAsync(new() { WorkerNumber = one })).Payments);
        Assert.Equal(Gms.Platform.WorkItemState.Closed, await host.Db(db => db.WorkItems.Where(i => i.Id == item.Id).Select(i => i.State).SingleAsync()));
    }

    [Fact]
    public async Task Months_and_amounts_of_both_numbers_add_up_on_leaving()
    {
        var (one, other) = (await Insured("1000000001", 1, 2), await Insured("1000000002", 2, 3));
        await host.Deliver<WorkersMerged, OnWorkersMerged>(new Merging(one, other).Merged);

        var line = (await Own(one).CalculateExitAsync(new() { WorkerNumber = one, Country = "TH" })).Lines[0];

        // Three months, February once; four payments of 600 baht.
        Assert.Equal((3, 2_400_00L, 2), (line.MonthsCounted, line.EmployeePaid.Minor, line.MembershipIds.Count));
    }

    Proto.Portability.PortabilityClient Own(string worker) => new(host.As(Who.TheWorker(worker), "own-record", Given.Now));

    static Proto.RequestPaymentRequest Asked(string worker) => new() { RequestId = Guid.NewGuid().ToString(), WorkerNumber = worker, SchemeId = "TH-SSF-33", Benefit = Proto.ExitBenefit.Refund, PayIn = "LA" };

    async Task<string> Insured(string employer, params int[] months)
    {
        var worker = host.Worker();
        var membership = (await new Proto.Memberships.MembershipsClient(host.Officer()).StartMembershipAsync(Given.Start(worker, employer: employer))).MembershipId;
        foreach (var month in months)
            await new Proto.Contributions.ContributionsClient(host.Officer()).PostContributionAsync(Given.Month(membership, month));
        return worker;
    }
}
