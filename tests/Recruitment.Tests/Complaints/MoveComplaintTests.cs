using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Tests.Complaints;

/// <summary>A complaint from its opening to its end, and what is refused on the way.</summary>
public sealed class MoveComplaintTests(RecruitmentHost host) : IClassFixture<RecruitmentHost>
{
    Complaining A => new(host);

    [Fact]
    public async Task A_fee_is_paid_back_and_every_step_is_kept_with_the_day_by_which_it_was_due()
    {
        var complaint = await A.Opened();
        complaint.Later(1);
        await complaint.Asked();
        complaint.Later(2);
        await complaint.Answered();
        await complaint.Upheld();
        complaint.Later(5);
        await complaint.Remedied();
        var closed = await complaint.As(Complaining.Inspector).CloseComplaintAsync(new() { RequestId = Ask.NewId(), ComplaintId = complaint.Id, Reason = "The worker has the money." });

        Assert.Equal((Proto.ComplaintState.Closed, true), (closed.State, closed.InTime));
        var seen = await complaint.Seen();
        Assert.Equal(["Opened", "PutToAgency", "Answered", "Decided", "Remedied", "Closed"], seen.Entries.Select(e => e.Kind.ToString()));
        Assert.Equal(["Worker", "Officer", "Agency", "Officer", "Worker", "Officer"], seen.Entries.Select(e => e.Side.ToString()));
        Assert.DoesNotContain(seen.Entries, e => e.Late);
        Assert.Equal(Ask.Day(2026, 12, 3), seen.Entries[2].WasDueOn);
        Assert.Equal((500_000, 0, "R-88"), (seen.Complaint.RemedyAmount.Minor, seen.Complaint.StillOwed.Minor, seen.Remedies.Single().EvidenceReference));
        Assert.Equal(
            ["gms.recruitment.complaint-opened:1", "gms.recruitment.complaint-put-to-agency:1", "gms.recruitment.complaint-answered:1", "gms.recruitment.complaint-decided:1", "gms.recruitment.complaint-remedied:1", "gms.recruitment.complaint-closed:1"],
            await host.Db(db => db.Outbox.Where(e => e.SubjectId == complaint.Id).OrderBy(e => e.SubjectVersion).Select(e => e.Name).ToListAsync()));
        Assert.DoesNotContain(await host.Db(db => db.Outbox.Where(e => e.SubjectId == complaint.Id).Select(e => e.Body).ToListAsync()), body => body.Contains("passport", StringComparison.Ordinal));
        Assert.Equal(["COMPLAINT_OPENED Closed", "COMPLAINT_TO_CLOSE Closed", "COMPLAINT_TO_DECIDE Closed"], await WorkItems(complaint));
    }

    async Task<List<string>> WorkItems(Complaining complaint)
    {
        var key = $"complaint:{Guid.Parse(complaint.Id):N}";
        return [.. (await host.Db(db => db.WorkItems.Where(i => i.Key.StartsWith(key)).ToListAsync())).Select(i => $"{i.Kind} {i.State}").Order(StringComparer.Ordinal)];
    }

    [Fact]
    public async Task An_appeal_that_confirms_what_was_paid_already_leaves_nothing_to_pay_and_can_be_closed()
    {
        var complaint = await (await (await (await (await A.Opened()).Asked()).Answered()).Upheld()).Remedied();
        await complaint.As(complaint.AgencyOfficer).AppealComplaintAsync(new() { RequestId = Ask.NewId(), ComplaintId = complaint.Id, Reason = "It was less." });

        var decided = await complaint.As(Complaining.Colleague).DecideComplaintAsync(new()
        {
            RequestId = Ask.NewId(), ComplaintId = complaint.Id, Finding = Proto.ComplaintFinding.Upheld, Reason = "The receipt says so.", Remedy = Proto.ComplaintRemedy.Repayment, Amount = Complaining.Lak(500_000),
        });

        Assert.Equal(Proto.ComplaintState.Remedied, decided.State);
        Assert.Equal(Proto.ComplaintState.Closed, (await complaint.As(Complaining.Inspector).CloseComplaintAsync(new() { RequestId = Ask.NewId(), ComplaintId = complaint.Id, Reason = "Paid before the appeal." })).State);
    }

    [Fact]
    public async Task An_agency_sees_and_may_appeal_what_was_decided_in_an_emergency_without_asking_it()
    {
        var complaint = await (await A.Opened(urgency: Proto.ComplaintUrgency.Emergency)).Upheld();

        Assert.Contains((await complaint.As(complaint.AgencyOfficer).ListAgencyComplaintsAsync(new() { AgencyId = complaint.Agency.ToString() })).Complaints, c => c.ComplaintId == complaint.Id);
        Assert.Equal(Proto.ComplaintState.Appealed, (await complaint.As(complaint.AgencyOfficer).AppealComplaintAsync(new() { RequestId = Ask.NewId(), ComplaintId = complaint.Id, Reason = "Nobody asked us." })).State);
    }

    [Fact]
    public async Task A_fee_that_is_paid_back_in_parts_is_owed_until_the_last_one()
    {
        var complaint = await (await (await (await A.Opened()).Asked()).Answered()).Upheld();

        var first = await complaint.As(complaint.TheWorker).RecordRemedyAsync(complaint.Paid(200_000));
        var second = await complaint.As(Complaining.Inspector).RecordRemedyAsync(complaint.Paid(300_000));

        Assert.Equal((Proto.ComplaintState.RemedyDue, 300_000), (first.State, first.StillOwed.Minor));
        Assert.Equal((Proto.ComplaintState.Remedied, 0), (second.State, second.StillOwed.Minor));
        Assert.Equal(2, (await complaint.Seen()).Remedies.Count);
    }

    [Fact]
    public async Task The_agency_sees_only_what_it_was_asked_and_no_name_that_is_withheld()
    {
        var complaint = await A.Opened(withheld: true);
        var agency = complaint.As(complaint.AgencyOfficer);
        Task<Proto.ListAgencyComplaintsResponse> Listed() => agency.ListAgencyComplaintsAsync(new() { AgencyId = complaint.Agency.ToString() }).ResponseAsync;
        Assert.Empty((await Listed()).Complaints);
        Assert.Equal(["COMPLAINT_NOT_FOUND"], await Refused.StreamCodes(StatusCode.NotFound, () => complaint.Answered()));

        await complaint.Asked();
        await complaint.As(complaint.TheWorker).WriteEntryAsync(new() { RequestId = Ask.NewId(), ComplaintId = complaint.Id, Text = "Only for the officer." });

        var told = Assert.Single((await Listed()).Complaints);
        Assert.Equal(("", "", Proto.ComplaintState.AnswerDue), (told.WorkerNumber, told.ContractId, told.State));
        Assert.Equal("A fee is said to have been taken. What for?", Assert.Single(told.Entries).Text);
        Assert.DoesNotContain(complaint.Worker, told.ToString(), StringComparison.Ordinal);

        await complaint.As(complaint.TheWorker).WriteEntryAsync(new() { RequestId = Ask.NewId(), ComplaintId = complaint.Id, Text = "They may know me.", NameWithheld = false });
        Assert.Equal(complaint.Worker, Assert.Single((await Listed()).Complaints).WorkerNumber);
        Assert.Equal(["COMPLAINT_NAME_NOT_YOURS"], await Refused.StreamCodes(StatusCode.FailedPrecondition, () => complaint.As(Complaining.Inspector).WriteEntryAsync(new() { RequestId = Ask.NewId(), ComplaintId = complaint.Id, Text = "x", NameWithheld = true }).ResponseAsync));
    }

    [Fact]
    public async Task An_agency_reaches_no_other_agency_s_complaint_and_opens_none_about_itself()
    {
        var complaint = await (await A.Opened()).Asked();
        var (other, _) = await host.LicensedAgency();
        var stranger = complaint.As(Who.AgencyOfficer(other, "LA"));

        Assert.Equal(["COMPLAINT_NOT_FOUND"], await Refused.StreamCodes(StatusCode.NotFound, () => stranger.AnswerComplaintAsync(new() { RequestId = Ask.NewId(), ComplaintId = complaint.Id, Answer = "x" }).ResponseAsync));
        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.StreamCodes(StatusCode.PermissionDenied, () => stranger.ListAgencyComplaintsAsync(new() { AgencyId = complaint.Agency.ToString() }).ResponseAsync));
        Assert.Equal(["PERMISSION_MISSING"], await Refused.StreamCodes(StatusCode.PermissionDenied, () => new Complaining(host).Opened(by: complaint.AgencyOfficer)));
        Assert.Equal(["PERMISSION_MISSING"], await Refused.StreamCodes(StatusCode.PermissionDenied, () => complaint.As(complaint.AgencyOfficer).RecordRemedyAsync(complaint.Paid(1)).ResponseAsync));
        Assert.Equal(["PERMISSION_MISSING"], await Refused.StreamCodes(StatusCode.PermissionDenied, () => complaint.As(complaint.AgencyOfficer).WithdrawComplaintAsync(new() { RequestId = Ask.NewId(), ComplaintId = complaint.Id }).ResponseAsync));
    }

    [Fact]
    public async Task Civil_society_sees_its_own_cases_and_no_other_of_the_countries_concerned()
    {
        var own = await A.Opened(by: Complaining.CivilSociety);
        var others = await A.Opened();

        Assert.NotEmpty((await own.Seen(Complaining.CivilSociety)).Entries);
        foreach (var country in new[] { "LA", "TH", null })
        {
            var stranger = Who.Is(Role.CivilSocietyOfficer, country) with { Organisation = "another-organisation" };
            Assert.Equal(["COMPLAINT_NOT_FOUND"], await Refused.StreamCodes(StatusCode.NotFound, () => own.Seen(stranger)));
            Assert.Equal(["COMPLAINT_NOT_FOUND"], await Refused.StreamCodes(StatusCode.NotFound, () => own.As(stranger).WriteEntryAsync(new() { RequestId = Ask.NewId(), ComplaintId = own.Id, Text = "x" }).ResponseAsync));
            Assert.Empty((await others.As(stranger).ListComplaintsAsync(new() { WorkerNumber = others.Worker })).Complaints);
        }
    }

    [Fact]
    public async Task Retaliation_is_flagged_for_good_and_put_before_an_officer()
    {
        var complaint = await (await A.Opened(by: Complaining.CivilSociety)).Asked();

        await complaint.As(Complaining.CivilSociety).WriteEntryAsync(new() { RequestId = Ask.NewId(), ComplaintId = complaint.Id, Text = "Moved to the night shift the day after.", Retaliation = true });
        await complaint.Answered();

        Assert.True((await complaint.Seen()).Complaint.Retaliation);
        var item = await host.Db(db => db.WorkItems.SingleAsync(i => i.Kind == "RETALIATION_REPORTED" && i.Subjects.Contains(complaint.Worker)));
        Assert.Equal(WorkItemState.Open, item.State);
        Assert.DoesNotContain("night shift", (await complaint.As(complaint.AgencyOfficer).ListAgencyComplaintsAsync(new() { AgencyId = complaint.Agency.ToString() })).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_report_of_retaliation_is_put_before_an_officer()
    {
        var complaint = await (await A.Opened()).Asked();
        Task Reported() => complaint.As(complaint.TheWorker).WriteEntryAsync(new() { RequestId = Ask.NewId(), ComplaintId = complaint.Id, Text = "Threatened.", Retaliation = true }).ResponseAsync;
        Task<List<WorkItem>> Asked() => host.Db(db => db.WorkItems.Where(i => i.Kind == "RETALIATION_REPORTED" && i.Subjects.Contains(complaint.Worker)).ToListAsync());
        await Reported();
        var officers = new Gms.WorkItems.V1.WorkItems.WorkItemsClient(host.As(Complaining.Inspector, "recruitment-verification"));
        var first = Assert.Single(await Asked()).Id.ToString();
        await officers.TakeWorkItemAsync(new() { RequestId = Ask.NewId(), WorkItemId = first });
        await officers.CloseWorkItemAsync(new() { RequestId = Ask.NewId(), WorkItemId = first, Decision = "LOOKED_INTO", Reason = "The agency promised to stop." });

        await Reported();

        Assert.Equal([WorkItemState.Closed, WorkItemState.Open], (await Asked()).OrderBy(i => i.Id).Select(i => i.State));
    }

    [Fact]
    public async Task An_appeal_is_made_once_and_decided_by_a_colleague()
    {
        var complaint = await (await (await (await A.Opened()).Asked()).Answered()).Upheld();
        Task<Proto.AppealComplaintResponse> Appeal(Who who) => complaint.As(who).AppealComplaintAsync(new() { RequestId = Ask.NewId(), ComplaintId = complaint.Id, Reason = "Too much." }).ResponseAsync;
        Task Decide(Who who) => complaint.As(who).DecideComplaintAsync(new() { RequestId = Ask.NewId(), ComplaintId = complaint.Id, Finding = Proto.ComplaintFinding.Unfounded, Reason = "A receipt was found." }).ResponseAsync;

        Assert.Equal(Proto.ComplaintState.Appealed, (await Appeal(complaint.AgencyOfficer)).State);
        Assert.Equal(["COMPLAINT_SAME_OFFICER"], await Refused.StreamCodes(StatusCode.FailedPrecondition, () => Decide(Complaining.Inspector)));
        await Decide(Complaining.Colleague);
        Assert.Equal(["COMPLAINT_APPEALED_ALREADY"], await Refused.StreamCodes(StatusCode.FailedPrecondition, () => Appeal(complaint.TheWorker)));
        var seen = await complaint.Seen();
        Assert.Equal((Proto.ComplaintState.Dismissed, Proto.ComplaintFinding.Unfounded, Proto.ComplaintRemedy.Unspecified), (seen.Complaint.State, seen.Complaint.Finding, seen.Complaint.Remedy));
    }

    [Fact]
    public async Task After_closing_nothing_is_said_or_done_and_nothing_is_written()
    {
        var complaint = await (await (await (await (await A.Opened()).Asked()).Answered()).Upheld()).Remedied();
        await complaint.As(Complaining.Inspector).CloseComplaintAsync(new() { RequestId = Ask.NewId(), ComplaintId = complaint.Id, Reason = "Done." });
        var before = (await complaint.Seen()).ToString();

        Assert.Equal(["COMPLAINT_STEP_NOT_NOW"], await Refused.StreamCodes(StatusCode.FailedPrecondition, () => complaint.Answered()));
        Assert.Equal(["COMPLAINT_STEP_NOT_NOW"], await Refused.StreamCodes(StatusCode.FailedPrecondition, () => complaint.Upheld()));
        Assert.Equal(["COMPLAINT_STEP_NOT_NOW", "COMPLAINT_REMEDY_TOO_MUCH"], await Refused.StreamCodes(StatusCode.FailedPrecondition, () => complaint.Remedied()));
        Assert.Equal(["COMPLAINT_STEP_NOT_NOW"], await Refused.StreamCodes(StatusCode.FailedPrecondition, () => complaint.As(complaint.TheWorker).AppealComplaintAsync(new() { RequestId = Ask.NewId(), ComplaintId = complaint.Id, Reason = "x" }).ResponseAsync));
        Assert.Equal(["COMPLAINT_STEP_NOT_NOW"], await Refused.StreamCodes(StatusCode.FailedPrecondition, () => complaint.As(complaint.TheWorker).WithdrawComplaintAsync(new() { RequestId = Ask.NewId(), ComplaintId = complaint.Id }).ResponseAsync));
        Assert.Equal(["COMPLAINT_OVER"], await Refused.StreamCodes(StatusCode.FailedPrecondition, () => complaint.As(complaint.TheWorker).WriteEntryAsync(new() { RequestId = Ask.NewId(), ComplaintId = complaint.Id, Text = "x" }).ResponseAsync));
        Assert.Equal(before, (await complaint.Seen()).ToString());
    }

    [Theory]
    [InlineData(500_000, "XXX", StatusCode.InvalidArgument, "MONEY_MALFORMED")]
    [InlineData(-1, "LAK", StatusCode.InvalidArgument, "MONEY_MALFORMED")]
    [InlineData(long.MaxValue, "LAK", StatusCode.InvalidArgument, "MONEY_MALFORMED")]
    [InlineData(0, "LAK", StatusCode.InvalidArgument, "COMPLAINT_REMEDY_AMOUNT")]
    [InlineData(500_001, "LAK", StatusCode.FailedPrecondition, "COMPLAINT_REMEDY_TOO_MUCH")]
    [InlineData(100, "THB", StatusCode.FailedPrecondition, "COMPLAINT_REMEDY_OTHER_CURRENCY")]
    public async Task A_repayment_that_cannot_be_is_refused_and_not_written(long amount, string currency, StatusCode status, string code)
    {
        var complaint = await (await (await (await A.Opened()).Asked()).Answered()).Upheld();

        Assert.Equal([code], await Refused.StreamCodes(status, () => complaint.As(Complaining.Inspector).RecordRemedyAsync(complaint.Paid(amount, currency)).ResponseAsync));

        var seen = await complaint.Seen();
        Assert.Equal((Proto.ComplaintState.RemedyDue, 0), (seen.Complaint.State, seen.Remedies.Count));
    }

    [Fact]
    public async Task Who_withdraws_ends_it_and_an_officer_makes_sure_that_nobody_was_made_to()
    {
        var complaint = await (await A.Opened()).Asked();

        await complaint.As(complaint.TheWorker).WithdrawComplaintAsync(new() { RequestId = Ask.NewId(), ComplaintId = complaint.Id, Reason = "We agreed." });

        Assert.Equal(Proto.ComplaintState.Withdrawn, (await complaint.Seen()).Complaint.State);
        Assert.Equal(WorkItemState.Open, (await host.Db(db => db.WorkItems.SingleAsync(i => i.Kind == "COMPLAINT_WITHDRAWN" && i.Subjects.Contains(complaint.Worker)))).State);
    }

    [Fact]
    public async Task Two_officers_who_decide_at_once_decide_once()
    {
        var complaint = await (await (await A.Opened()).Asked()).Answered();
        Proto.DecideComplaintRequest Decision() => new() { RequestId = Ask.NewId(), ComplaintId = complaint.Id, Finding = Proto.ComplaintFinding.Unfounded, Reason = "Nothing found." };

        var both = await Task.WhenAll(new[] { Complaining.Inspector, Complaining.Colleague }.Select(async who =>
        {
            try
            {
                await complaint.As(who).DecideComplaintAsync(Decision());
                return StatusCode.OK;
            }
            catch (RpcException refused)
            {
                return refused.StatusCode;
            }
        }));

        Assert.Single(both, StatusCode.OK);
        Assert.Single((await complaint.Seen()).Entries, e => e.Kind == Proto.ComplaintEntryKind.Decided);
    }
}
