using Gms.Platform;
using Gms.Recruitment.V1;
using Gms.Testing;
using Gms.Type.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Tests.Contributions;

public sealed class ComplainOfArrearsTests(SocialSecurityHost host) : IClassFixture<SocialSecurityHost>
{
    const string Open = "/gms.recruitment.v1.Complaints/OpenComplaint";

    [Fact]
    public async Task One_step_of_the_worker_opens_a_complaint_in_Recruitment_and_the_view_shows_it()
    {
        var (worker, membership) = await Insured();
        Answer();

        var opened = await Own(worker).ComplainOfArrearsAsync(Asked(membership));

        var sent = host.Peers.Asked.Where(a => a.Method == Open).Select(a => ((OpenComplaintRequest)a.Request, a.Purpose)).Single(a => a.Item1.WorkerNumber == worker);
        Assert.Equal((ComplaintTeller.Worker, "TH", Purpose.Complaint), (sent.Item1.ToldBy, sent.Item1.Country, sent.Purpose));
        Assert.Contains("TH-SSF-33, employer 1000000001, 5 months of 2026-01 to 2026-05", sent.Item1.Subject, StringComparison.Ordinal);
        Assert.Equal(5, opened.Months);
        Assert.Equal(opened.ComplaintId, Assert.Single((await Own(worker).ListArrearsAsync(new() { WorkerNumber = worker })).Complaints).ComplaintId);
    }

    [Fact]
    public async Task The_same_request_twice_opens_one_complaint_and_another_for_the_same_months_none()
    {
        var (worker, membership) = await Insured();
        Answer();
        var request = Asked(membership);
        await Own(worker).ComplainOfArrearsAsync(request);
        await Own(worker).ComplainOfArrearsAsync(request);

        Assert.Equal(["ARREARS_COMPLAINED"], await Refused.Codes(StatusCode.FailedPrecondition, () => Own(worker).ComplainOfArrearsAsync(Asked(membership))));
        Assert.Equal(1, host.Peers.Asked.Count(a => a.Request is OpenComplaintRequest sent && sent.WorkerNumber == worker));
    }

    [Fact]
    public async Task A_month_of_many_short_spells_is_complained_of_once_by_any_of_them()
    {
        var worker = host.Worker();
        var memberships = new Proto.Memberships.MembershipsClient(host.Officer());
        var spells = new List<string>();
        foreach (var day in new[] { "2026-03-02", "2026-03-05", "2026-03-09" })
        {
            var start = Given.Start(worker, from: day);
            start.ToDay = Given.Date(day);
            spells.Add((await memberships.StartMembershipAsync(start)).MembershipId);
        }
        Answer();

        Assert.Equal(1, (await Own(worker).ComplainOfArrearsAsync(Asked(spells[1]))).Months);
        Assert.Equal(["ARREARS_COMPLAINED"], await Refused.Codes(StatusCode.FailedPrecondition, () => Own(worker).ComplainOfArrearsAsync(Asked(spells[2]))));
        Assert.Single((await Own(worker).ListArrearsAsync(new() { WorkerNumber = worker })).Months);
    }

    [Fact]
    public async Task Asked_twice_at_one_moment_Recruitment_is_sent_one_intent_and_one_complaint_stands()
    {
        var (worker, membership) = await Insured();
        // Recruitment answers when both have come, so that neither finds the other's complaint on record before.
        using var both = new Barrier(2);
        host.Peers.Answer(Open, (OpenComplaintRequest r) =>
        {
            Assert.True(both.SignalAndWait(TimeSpan.FromSeconds(20)), "only one came");
            return new OpenComplaintResponse { ComplaintId = r.RequestId, DueOn = Given.Date("2026-07-18") };
        });

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            try
            {
                await Own(worker).ComplainOfArrearsAsync(Asked(membership));
                return "";
            }
            catch (RpcException refused)
            {
                return refused.Problems().Single().Code;
            }
        }));

        Assert.Equal(["", "ARREARS_COMPLAINED"], outcomes.Order(StringComparer.Ordinal));
        Assert.Single(host.Peers.Asked.Select(a => a.Request).OfType<OpenComplaintRequest>().Where(r => r.WorkerNumber == worker).Select(r => r.RequestId).Distinct());
    }

    [Fact]
    public async Task While_Recruitment_is_down_nothing_is_noted_and_the_worker_may_try_again()
    {
        var (worker, membership) = await Insured();
        host.Peers.TakeDown(Open);

        await Refused.With(StatusCode.Unavailable, () => Own(worker).ComplainOfArrearsAsync(Asked(membership)));

        Assert.False(await host.Db(db => db.ArrearsComplaints.AnyAsync(c => c.MembershipId == Guid.Parse(membership))));
    }

    [Fact]
    public async Task Without_arrears_there_is_nothing_to_complain_of()
    {
        var (worker, membership) = await Insured("2026-07-01");

        Assert.Equal(["ARREARS_NONE"], await Refused.Codes(StatusCode.FailedPrecondition, () => Own(worker).ComplainOfArrearsAsync(Asked(membership))));
    }

    [Fact]
    public async Task Another_workers_membership_is_not_found()
    {
        var (_, membership) = await Insured();
        var (other, _) = await Insured();

        await Refused.With(StatusCode.NotFound, () => Own(other).ComplainOfArrearsAsync(Asked(membership)));
    }

    void Answer() => host.Peers.Answer(Open, (OpenComplaintRequest _) => new OpenComplaintResponse { ComplaintId = Guid.CreateVersion7().ToString(), DueOn = Given.Date("2026-07-18") });

    static Proto.ComplainOfArrearsRequest Asked(string membership) => new() { RequestId = Guid.NewGuid().ToString(), MembershipId = membership };

    Proto.Contributions.ContributionsClient Own(string worker) => new(host.As(Who.TheWorker(worker), "own-record", Given.Now));

    async Task<(string Worker, string Membership)> Insured(string from = "2026-01-10")
    {
        var worker = host.Worker();
        return (worker, (await new Proto.Memberships.MembershipsClient(host.Officer()).StartMembershipAsync(Given.Start(worker, from: from))).MembershipId);
    }
}
