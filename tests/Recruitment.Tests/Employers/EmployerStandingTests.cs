using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Tests.Employers;

public sealed class EmployerStandingTests(RecruitmentHost host) : IClassFixture<RecruitmentHost>
{
    Task<Proto.AccreditEmployerResponse> Accredit(string employer) =>
        host.Employers().AccreditEmployerAsync(new() { RequestId = Ask.NewId(), EmployerId = employer, Reference = "DOE-A-1", From = Ask.Day(2026, 1, 1) }).ResponseAsync;

    Task<Proto.SuspendEmployerResponse> Suspend(string employer) =>
        host.Employers().SuspendEmployerAsync(new() { RequestId = Ask.NewId(), EmployerId = employer, Reason = "wages not paid" }).ResponseAsync;

    Proto.Employers.EmployersClient Reader(Who who) => new(host.As(who, "recruitment", RecruitmentHost.Now));

    [Fact]
    public async Task An_employer_is_accredited_suspended_and_withdrawn_and_each_day_keeps_what_it_was()
    {
        var employer = await host.Employer();
        Assert.Equal(Proto.EmployerStanding.Accredited, (await Accredit(employer)).Standing);
        Assert.Equal(Proto.EmployerStanding.Suspended, (await Suspend(employer)).Standing);
        await host.Employers().WithdrawEmployerAsync(new() { RequestId = Ask.NewId(), EmployerId = employer, Reason = "closed", From = Ask.Day(2026, 12, 1) });

        async Task<Proto.EmployerStanding> On(int year, int month, int day) => (await Reader(Who.Is(Role.MinistryOfficer, "TH")).GetEmployerAsync(new() { EmployerId = employer, AsOf = Ask.Day(year, month, day) })).Standing;
        Assert.Equal(
            [Proto.EmployerStanding.Unspecified, Proto.EmployerStanding.Accredited, Proto.EmployerStanding.Suspended, Proto.EmployerStanding.Withdrawn],
            [await On(2025, 12, 31), await On(2026, 11, 21), await On(2026, 11, 30), await On(2026, 12, 1)]);
        Assert.Equal([2L, 3L, 4L], await host.Db(db => db.Outbox.Where(e => e.SubjectId == employer && e.Name == "gms.recruitment.employer-standing-changed:1").OrderBy(e => e.SubjectVersion).Select(e => e.SubjectVersion).ToListAsync()));
    }

    [Fact]
    public async Task Only_the_labour_office_of_the_country_of_work_says_it()
    {
        var employer = await host.Employer();

        Assert.Equal(["EMPLOYER_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => host.Employers("LA").AccreditEmployerAsync(new() { RequestId = Ask.NewId(), EmployerId = employer, Reference = "X" })));
        var agency = Reader(Who.AgencyOfficer(Guid.NewGuid(), "LA"));
        Assert.Equal(["PERMISSION_MISSING"], await Refused.Codes(StatusCode.PermissionDenied, () => agency.AccreditEmployerAsync(new() { RequestId = Ask.NewId(), EmployerId = employer, Reference = "X" })));
    }

    [Fact]
    public async Task A_suspended_employer_gets_no_order_no_attestation_and_no_contract()
    {
        var (agency, _, employer, order) = await host.AttestedOrder();
        var open = (await host.JobOrders(Who.AgencyOfficer(agency, "LA")).RegisterJobOrderAsync(Ask.JobOrder(employer, agency))).JobOrderId;
        await Accredit(employer);
        await Suspend(employer);

        Assert.Equal(["JOB_ORDER_EMPLOYER_STOPPED"], await Refused.Codes(StatusCode.FailedPrecondition, () => host.JobOrders(Who.AgencyOfficer(agency, "LA")).RegisterJobOrderAsync(Ask.JobOrder(employer, agency))));
        Assert.Equal(["JOB_ORDER_EMPLOYER_STOPPED"], await Refused.Codes(StatusCode.FailedPrecondition, () => host.JobOrders().AttestJobOrderAsync(new() { RequestId = Ask.NewId(), JobOrderId = open, AttestationNumber = "X" })));
        Assert.Equal(["CONTRACT_EMPLOYER_STOPPED"], await Refused.Codes(StatusCode.FailedPrecondition, () => host.Contracts(Who.AgencyOfficer(agency, "LA")).RegisterContractAsync(Ask.Contract(WorkerNumber.New("LA"), agency, employer, order))));
        var shown = await Reader(Who.AgencyOfficer(agency, "LA")).GetEmployerAsync(new() { EmployerId = employer });
        Assert.Equal((Proto.EmployerStanding.Suspended, ""), (shown.Standing, shown.History[^1].Reason));
    }

    [Fact]
    public async Task Two_officers_who_speak_at_once_do_not_both_speak()
    {
        var employer = await host.Employer();
        await Accredit(employer);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            try
            {
                await Suspend(employer);
                return "";
            }
            catch (RpcException refused)
            {
                return refused.Problems()[0].Code;
            }
        }));

        Assert.Single(outcomes, o => o == "");
        Assert.Equal(2, await host.Db(db => db.Employers.Where(e => e.Id == Guid.Parse(employer)).SelectMany(e => e.Standings).CountAsync()));
    }
}
