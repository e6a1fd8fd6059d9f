using Gms.Events.Registry;
using Gms.Platform;
using Gms.Reintegration.Cases;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Tests.Cases;

public sealed class TriageCallsTests(ReintegrationHost host) : IClassFixture<ReintegrationHost>
{
    readonly Proto.Cases.CasesClient _counsellor = new(host.As(A.Counsellor, "reintegration"));

    [Fact]
    public async Task Who_needs_help_sooner_stands_first_page_by_page_with_every_reason()
    {
        var office = $"office-{Given.New()}";
        var (calm, weighty, urgent) = (await Of(office), await Of(office), await Of(office));
        await _counsellor.RecordSignAsync(Sign(weighty, "DEBT"));
        await _counsellor.RecordSignAsync(Sign(urgent, "TRAFFICKING_SIGNS"));

        var first = await _counsellor.ListCasesAsync(new() { Country = "LA", Office = office, PageSize = 2 });
        var second = await _counsellor.ListCasesAsync(new() { Country = "LA", Office = office, PageSize = 2, PageToken = first.NextPageToken });

        Assert.Equal([urgent, weighty, calm], first.Cases.Concat(second.Cases).Select(c => c.CaseId));
        var reason = Assert.Single(first.Cases[0].Triage.Reasons);
        Assert.Equal(("TRAFFICKING_SIGNS", 100, true), (reason.Sign, reason.Weight, reason.Urgent));
        Assert.Contains("Worker said on", reason.Because, StringComparison.Ordinal);
        Assert.Contains("no law", reason.Source.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sign_is_recorded_once_and_counts_until_it_is_lifted()
    {
        var (held, _) = await host.Assigned();
        var recorded = await _counsellor.RecordSignAsync(Sign(held, "PREGNANCY"));
        Assert.Equal(70, recorded.TriageOrder);
        Assert.Equal(["CASE_SIGN_TWICE"], await Refused.Codes(StatusCode.FailedPrecondition, () => _counsellor.RecordSignAsync(Sign(held, "PREGNANCY"))));

        Assert.Equal(0, (await _counsellor.LiftSignAsync(new() { RequestId = Given.New(), CaseId = held, SignId = recorded.SignId, Reason = "A mistake of the form." })).TriageOrder);

        var shown = (await _counsellor.GetCaseAsync(new() { CaseId = held })).Case;
        Assert.Equal("A mistake of the form.", Assert.Single(shown.Signs).LiftedBecause);
        Assert.Empty(shown.Triage.Reasons);
    }

    [Theory]
    [InlineData("sign")]
    [InlineData("seen_on")]
    [InlineData("said_by")]
    [InlineData("reason")]
    public async Task A_field_at_fault_is_named_and_nothing_is_recorded(string field)
    {
        var (held, _) = await host.Assigned();
        var request = Sign(held, field == "sign" ? "UNLUCKY" : "DEBT");
        if (field == "seen_on")
            request.SeenOn = null;
        if (field == "said_by")
            request.SaidBy = Proto.SaidBy.Unspecified;
        if (field == "reason")
            request.Reason = " ";

        Assert.Equal([field], await Refused.Fields(StatusCode.InvalidArgument, () => _counsellor.RecordSignAsync(request)));
        Assert.Empty((await _counsellor.GetCaseAsync(new() { CaseId = held })).Case.Signs);
    }

    [Fact]
    public async Task A_case_before_the_return_waits_for_it_and_the_return_joins_it()
    {
        var request = Given.WalkIn();
        request.ReturnedOn = Given.Today.AddDays(30).ToProto();
        Assert.Equal(["CASE_RETURN_IN_FUTURE"], await Refused.Codes(StatusCode.FailedPrecondition, () => _counsellor.OpenCaseAsync(request)));
        request.Consent = Given.Consent;
        request.RequestId = Given.New();
        var held = (await _counsellor.OpenCaseAsync(request)).CaseId;
        Assert.Equal((Proto.CaseState.BeforeReturn, Given.Consent), ((await Shown(held)).State, (await Shown(held)).Consent));
        await _counsellor.AssignCounsellorAsync(new() { RequestId = Given.New(), CaseId = held });
        Assert.Contains("CASE_BEFORE_RETURN", await Refused.Codes(StatusCode.FailedPrecondition, () => new Proto.Plans.PlansClient(host.As(A.Counsellor)).AgreePlanAsync(Given.Plan(held))));

        var happened = A.Return(request.WorkerNumber) with { From = "VN" };
        await host.Deliver<WorkerReturned, OnWorkerReturned>(happened);

        var came = await Shown(held);
        Assert.Equal((Proto.CaseState.Assigned, happened.ReturnId.ToString(), happened.ReturnedOn.ToProto(), "END_CONTRACT", "VN"), (came.State, came.ReturnId, came.ReturnedOn, came.Reason, came.From));
        Assert.Equal(["Assess", "Plan"], (await _counsellor.GetCaseAsync(new() { CaseId = held })).Steps.Select(s => s.Step));
    }

    [Fact]
    public async Task Who_is_at_the_office_before_the_event_goes_on_with_the_case_from_before_the_return()
    {
        var request = Given.WalkIn();
        request.ReturnedOn = Given.Today.AddDays(3).ToProto();
        request.Consent = Given.Consent;
        var held = (await _counsellor.OpenCaseAsync(request)).CaseId;

        Assert.Equal(held, (await _counsellor.OpenCaseAsync(Given.WalkIn(request.WorkerNumber))).CaseId);
        Assert.Equal((Proto.CaseState.Opened, Given.Today.ToProto()), ((await Shown(held)).State, (await Shown(held)).ReturnedOn));
    }

    [Fact]
    public async Task A_counsellor_with_a_full_caseload_takes_no_more_also_when_two_cases_come_at_once()
    {
        var counsellor = $"full-{Given.New()}";
        await host.Db(db => db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO cases (id, country, worker_number, source, return_id, left_country, reason, returned_on, state, opened_at, counsellor, office, version)
            SELECT gen_random_uuid(), 'LA', 'LA-7KQ2-M9XD-R', 'Return', gen_random_uuid(), 'TH', 'OTHER', '2026-01-01', 'Assigned', now(), {counsellor}, 'office', 1 FROM generate_series(1, 59)
            """));
        var cases = new List<string>();
        for (var i = 0; i < 4; i++)
            cases.Add((await host.Returned()).Case);

        var codes = await Task.WhenAll(cases.Select(async held =>
        {
            try
            {
                await _counsellor.AssignCounsellorAsync(new() { RequestId = Given.New(), CaseId = held, Counsellor = counsellor });
                return "";
            }
            catch (RpcException refusal)
            {
                return refusal.Problems().Single().Code;
            }
        }));

        Assert.Equal(["", "CASELOAD_FULL", "CASELOAD_FULL", "CASELOAD_FULL"], codes.Order(StringComparer.Ordinal));
        Assert.Equal(60, await host.Db(db => db.Cases.CountAsync(c => c.Counsellor == counsellor)));
    }

    [Fact]
    public async Task A_closed_case_is_reopened_with_a_reason_and_shows_how_it_had_been_closed()
    {
        var (held, _, _) = await host.Planned();
        Assert.Equal(["CASE_NOT_CLOSED"], await Refused.Codes(StatusCode.FailedPrecondition, () => Reopen(held)));
        await _counsellor.CloseCaseAsync(new() { RequestId = Given.New(), CaseId = held, Outcome = Proto.CaseOutcome.Unreachable });
        Assert.Equal(["CASE_CLOSED"], await Refused.Codes(StatusCode.FailedPrecondition, () => _counsellor.RecordSignAsync(Sign(held, "DEBT"))));

        Assert.Equal(Proto.CaseState.Assigned, (await Reopen(held)).State);

        var shown = await Shown(held);
        var reopened = Assert.Single(shown.Reopenings);
        Assert.Equal((Proto.CaseOutcome.Unreachable, "Found again.", Proto.CaseOutcome.Unspecified), (reopened.Outcome, reopened.Reason, shown.Outcome));
        Assert.Equal(1, await host.Db(db => db.Outbox.CountAsync(e => e.SubjectId == held && e.Name == "gms.reintegration.case-reopened:1" && e.SubjectVersion == 4)));
    }

    [Fact]
    public async Task A_case_is_not_reopened_beside_another_open_one()
    {
        var (held, worker) = await host.Assigned();
        await _counsellor.CloseCaseAsync(new() { RequestId = Given.New(), CaseId = held, Outcome = Proto.CaseOutcome.Declined });
        await _counsellor.OpenCaseAsync(Given.WalkIn(worker));

        Assert.Equal(["CASE_ALREADY_OPEN"], await Refused.Codes(StatusCode.FailedPrecondition, () => Reopen(held)));
    }

    [Fact]
    public async Task A_new_departure_is_linked_to_the_closed_case_and_to_no_open_one()
    {
        var (closed, worker) = await host.Assigned();
        await _counsellor.CloseCaseAsync(new() { RequestId = Given.New(), CaseId = closed, Outcome = Proto.CaseOutcome.ReMigrated });
        var (open, other) = await host.Assigned();
        var departure = Guid.NewGuid();

        foreach (var number in new[] { worker, other })
            await host.Deliver<WorkerExited, OnWorkerExited>(Exit(number, departure));

        var shown = await Shown(closed);
        Assert.Equal((departure.ToString(), Given.Today.ToProto()), (shown.NextDepartureId, shown.LeftAgainOn));
        Assert.Null((await Shown(open)).LeftAgainOn);
    }

    [Fact]
    public async Task Who_left_again_before_the_case_was_closed_as_left_again_is_linked_too_and_coming_back_ends_that()
    {
        var (held, worker) = await host.Assigned();
        var departure = Guid.NewGuid();
        await host.Deliver<WorkerExited, OnWorkerExited>(Exit(worker, departure));
        Assert.Null((await Shown(held)).LeftAgainOn);

        await _counsellor.CloseCaseAsync(new() { RequestId = Given.New(), CaseId = held, Outcome = Proto.CaseOutcome.ReMigrated });
        Assert.Equal((departure.ToString(), Given.Today.ToProto()), ((await Shown(held)).NextDepartureId, (await Shown(held)).LeftAgainOn));

        await Reopen(held);
        Assert.Null((await Shown(held)).LeftAgainOn);
    }

    [Fact]
    public async Task An_exit_from_a_case_that_ends_otherwise_is_no_new_departure()
    {
        var (held, _, worker) = await host.Planned();
        await host.Deliver<WorkerExited, OnWorkerExited>(Exit(worker, Guid.NewGuid()));

        await _counsellor.CloseCaseAsync(new() { RequestId = Given.New(), CaseId = held, Outcome = Proto.CaseOutcome.Reintegrated });

        Assert.Null((await Shown(held)).LeftAgainOn);
    }

    [Fact]
    public async Task The_order_moves_with_the_calendar_though_nothing_is_recorded()
    {
        var (waits, _) = await host.Returned();
        var (young, _) = await host.Returned();
        var sign = Sign(young, "UNDER_18");
        sign.CountsUntil = Given.Today.ToProto();
        Assert.Equal(90, (await _counsellor.RecordSignAsync(sign)).TriageOrder);

        // As it is after so many days: the case came back earlier, the birthday is today.
        await host.Db(db => db.Database.ExecuteSqlAsync($"UPDATE cases SET returned_on = {Given.Today.AddDays(-30)}, triage_changes_on = {Given.Today.AddDays(-2)} WHERE id = {Guid.Parse(waits)}"));
        await host.Db(db => db.Database.ExecuteSqlAsync($"UPDATE case_signs SET seen_on = {Given.Today.AddDays(-9)}, counts_until = {Given.Today.AddDays(-1)} WHERE case_id = {Guid.Parse(young)}"));
        await host.Db(db => db.Database.ExecuteSqlAsync($"UPDATE cases SET triage_changes_on = {Given.Today.AddDays(-1)} WHERE id = {Guid.Parse(young)}"));

        Assert.Equal((20, 0), await Eventually.Becomes(async () => (await Order(waits), await Order(young)), orders => orders == (20, 0)));
        Assert.Equal("WAITING", Assert.Single((await Shown(waits)).Triage.Reasons).Sign);
        Assert.Equal(Given.Today.AddDays(26), await host.Db(db => db.Cases.Where(c => c.Id == Guid.Parse(waits)).Select(c => c.TriageChangesOn).SingleAsync()));
    }

    [Fact]
    public async Task A_sign_that_counts_on_no_day_to_come_is_refused()
    {
        var (held, _) = await host.Assigned();
        var sign = Sign(held, "UNDER_18");
        sign.CountsUntil = Given.Today.AddDays(-1).ToProto();

        Assert.Equal(["CASE_SIGN_COUNTED_OUT"], await Refused.Codes(StatusCode.FailedPrecondition, () => _counsellor.RecordSignAsync(sign)));
    }

    [Fact]
    public async Task A_worker_at_the_office_and_the_event_of_the_same_return_at_once_make_one_case()
    {
        for (var round = 0; round < 20; round++)
        {
            var happened = A.Return();
            var office = Task.Run(async () =>
            {
                try
                {
                    await _counsellor.OpenCaseAsync(Given.WalkIn(happened.WorkerNumber));
                }
                catch (RpcException refused) when (refused.Problems().Single().Code == "CASE_ALREADY_OPEN")
                {
                    // The event was first.
                }
            });
            await Task.WhenAll(office, host.Deliver<WorkerReturned, OnWorkerReturned>(happened));

            Assert.Equal(happened.ReturnId, await host.Db(db => db.Cases.Where(c => c.WorkerNumber == happened.WorkerNumber && c.State != CaseState.Closed).Select(c => c.ReturnId).SingleAsync()));
        }
    }

    Task<int> Order(string held) => host.Db(db => db.Cases.Where(c => c.Id == Guid.Parse(held)).Select(c => c.TriageOrder).SingleAsync());

    static WorkerExited Exit(string worker, Guid departure) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = DateTimeOffset.UtcNow,
        SubjectId = Given.New(),
        SubjectVersion = 1,
        WorkerNumber = worker,
        Country = "LA",
        CrossingId = Guid.NewGuid(),
        DepartureId = departure,
        CrossedAt = DateTimeOffset.UtcNow,
        Flags = [],
    };

    AsyncUnaryCall<Proto.ReopenCaseResponse> Reopen(string held) => _counsellor.ReopenCaseAsync(new() { RequestId = Given.New(), CaseId = held, Reason = "Found again." });

    async Task<Proto.Case> Shown(string held) => (await _counsellor.GetCaseAsync(new() { CaseId = held })).Case;

    async Task<string> Of(string office)
    {
        var (held, _) = await host.Returned();
        await _counsellor.AssignCounsellorAsync(new() { RequestId = Given.New(), CaseId = held, Counsellor = $"c-{office}", Office = office });
        return held;
    }

    static Proto.RecordSignRequest Sign(string held, string sign) =>
        new() { RequestId = Given.New(), CaseId = held, Sign = sign, SeenOn = Given.Today.ToProto(), SaidBy = Proto.SaidBy.Worker, Reason = "The worker told it at the office." };
}
