using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Tests.Cases;

public sealed class CaseCallsTests(ReintegrationHost host) : IClassFixture<ReintegrationHost>
{
    readonly Proto.Cases.CasesClient _counsellor = new(host.As(A.Counsellor, "reintegration"));

    [Fact]
    public async Task A_worker_walks_in_and_the_case_waits_for_a_counsellor()
    {
        var request = Given.WalkIn();

        var id = (await _counsellor.OpenCaseAsync(request)).CaseId;

        var shown = (await _counsellor.GetCaseAsync(new() { CaseId = id })).Case;
        Assert.Equal((request.WorkerNumber, Proto.CaseSource.WalkIn, Proto.CaseState.Opened, "JOB_LOSS", ""), (shown.WorkerNumber, shown.Source, shown.State, shown.Reason, shown.Counsellor));
        Assert.Equal("gms.reintegration.case-opened:1", await host.Db(db => db.Outbox.Where(e => e.SubjectId == id).Select(e => e.Name).SingleAsync()));
    }

    [Fact]
    public async Task A_worker_who_walks_into_two_offices_at_once_has_one_case()
    {
        var worker = WorkerNumber.New("LA");

        var codes = await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ =>
        {
            try
            {
                await _counsellor.OpenCaseAsync(Given.WalkIn(worker));
                return "";
            }
            catch (RpcException refusal)
            {
                return refusal.Problems()[0].Code;
            }
        }));

        Assert.Single(codes, c => c.Length == 0);
        Assert.Equal(["CASE_ALREADY_OPEN"], codes.Where(c => c.Length > 0).Distinct());
        Assert.Single((await _counsellor.ListCasesAsync(new() { Country = "LA", WorkerNumber = worker })).Cases);
    }

    /// <summary>The timer takes the watch of a late step away in the same moment.</summary>
    [Fact]
    public async Task A_counsellor_takes_a_case_whose_lateness_is_being_told_just_now()
    {
        var id = (await _counsellor.OpenCaseAsync(Given.WalkIn())).CaseId;

        var answer = await host.Db(async db =>
        {
            await using var timer = await db.Database.BeginTransactionAsync();
            Assert.Equal(1, await db.Database.ExecuteSqlAsync($"DELETE FROM step_watches WHERE case_id = {Guid.Parse(id)} AND step = 'Assign'"));
            var taking = _counsellor.AssignCounsellorAsync(new() { RequestId = Guid.NewGuid().ToString(), CaseId = id }).ResponseAsync;
            // By another connection: a transaction sees the others' activity as it was at its first look.
            await Eventually.Becomes(() => host.Db(other => other.Database.SqlQuery<bool>($"SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock') AS \"Value\"").SingleAsync()), waits => waits);
            await timer.CommitAsync();
            return await taking;
        });

        Assert.Equal(Proto.CaseState.Assigned, answer.State);
    }

    [Fact]
    public async Task Who_has_a_case_by_return_does_not_get_another_by_walking_in()
    {
        var (_, worker) = await host.Returned();

        Assert.Equal(["CASE_ALREADY_OPEN"], await Refused.Codes(StatusCode.FailedPrecondition, () => _counsellor.OpenCaseAsync(Given.WalkIn(worker))));
    }

    [Fact]
    public async Task A_number_that_the_Registry_does_not_know_opens_nothing() =>
        Assert.Equal(["CASE_WORKER_UNKNOWN"], await Refused.Codes(StatusCode.FailedPrecondition, () => _counsellor.OpenCaseAsync(Given.WalkIn(A.UnknownWorker))));

    [Fact]
    public async Task While_the_Registry_is_down_nothing_is_opened_and_a_repeat_later_does_it()
    {
        var request = Given.WalkIn();
        host.Peers.TakeDown(ReintegrationHost.Confirm);

        await Refused.With(StatusCode.Unavailable, () => _counsellor.OpenCaseAsync(request));
        host.RegistryIsUp();

        Assert.Equal((await _counsellor.OpenCaseAsync(request)).CaseId, (await _counsellor.OpenCaseAsync(request)).CaseId);
    }

    [Theory]
    [InlineData("reason")]
    [InlineData("from")]
    [InlineData("worker_number")]
    [InlineData("returned_on")]
    public async Task A_field_at_fault_is_named(string field)
    {
        var request = Given.WalkIn();
        switch (field)
        {
            case "reason":
                request.Reason = "HOLIDAY";
                break;
            case "from":
                request.From = "DE";
                break;
            case "worker_number":
                request.WorkerNumber = "LA-7KQ2-M9XD-0";
                break;
            default:
                request.ReturnedOn = new() { Year = 2026, Month = 2, Day = 30 };
                break;
        }

        Assert.Equal([field], await Refused.Fields(StatusCode.InvalidArgument, () => _counsellor.OpenCaseAsync(request)));
    }

    [Fact]
    public async Task A_case_goes_from_return_to_reintegration_with_an_event_for_each_step_that_others_need()
    {
        var (held, _, worker) = await host.Planned();

        var closed = await _counsellor.CloseCaseAsync(new() { RequestId = Given.New(), CaseId = held, Outcome = Proto.CaseOutcome.Reintegrated });

        Assert.Equal(Proto.CaseState.Closed, closed.State);
        var shown = (await _counsellor.GetCaseAsync(new() { CaseId = held })).Case;
        Assert.Equal((Proto.CaseOutcome.Reintegrated, Given.Today.ToProto(), A.Counsellor.Account), (shown.Outcome, shown.ClosedOn, shown.Counsellor));
        Assert.Equal(
            [("gms.reintegration.case-opened:1", 1L), ("gms.reintegration.plan-agreed:1", 2L), ("gms.reintegration.case-closed:1", 3L)],
            (await host.Db(db => db.Outbox.Where(e => e.SubjectId == held).OrderBy(e => e.SubjectVersion).ToListAsync())).Select(e => (e.Name, e.SubjectVersion)));
        Assert.True(await host.Db(db => db.Outbox.Where(e => e.SubjectId == held).AllAsync(e => e.Body.Contains(worker))));
    }

    [Fact]
    public async Task A_closed_case_changes_no_more()
    {
        var (held, _, _) = await host.Planned();
        await _counsellor.CloseCaseAsync(new() { RequestId = Given.New(), CaseId = held, Outcome = Proto.CaseOutcome.HandedOver });

        Assert.Equal(["CASE_CLOSED"], await Refused.Codes(StatusCode.FailedPrecondition, () => _counsellor.CloseCaseAsync(new() { RequestId = Given.New(), CaseId = held, Outcome = Proto.CaseOutcome.Declined })));
        Assert.Equal(["CASE_CLOSED"], await Refused.Codes(StatusCode.FailedPrecondition, () => _counsellor.AssignCounsellorAsync(new() { RequestId = Given.New(), CaseId = held })));
        Assert.Equal(["CASE_CLOSED"], await Refused.Codes(StatusCode.FailedPrecondition, () => new Proto.Plans.PlansClient(host.As(A.Counsellor)).AgreePlanAsync(Given.Plan(held))));
    }

    [Fact]
    public async Task A_counsellor_of_another_country_sees_no_case_of_here()
    {
        var (held, worker) = await host.Returned();
        var khmer = new Proto.Cases.CasesClient(host.As(Who.Is(Role.ReintegrationCounsellor, "KH"), "reintegration"));

        Assert.Equal(["CASE_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => khmer.GetCaseAsync(new() { CaseId = held })));
        Assert.Equal(["CASE_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => khmer.AssignCounsellorAsync(new() { RequestId = Given.New(), CaseId = held })));
        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.Codes(StatusCode.PermissionDenied, () => khmer.ListCasesAsync(new() { Country = "LA" })));
        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.Codes(StatusCode.PermissionDenied, () => khmer.ListCasesAsync(new() { WorkerNumber = worker })));
        Assert.Empty((await khmer.ListCasesAsync(new() { Country = "KH", WorkerNumber = worker })).Cases);
    }

    [Fact]
    public async Task A_worker_sees_the_own_case_and_no_other()
    {
        var (held, worker) = await host.Returned();
        var (other, _) = await host.Returned();
        var own = new Proto.Cases.CasesClient(host.As(Who.TheWorker(worker), "own-record"));

        Assert.Equal(held, (await own.GetCaseAsync(new() { CaseId = held })).Case.CaseId);
        Assert.Equal(held, Assert.Single((await own.ListCasesAsync(new() { WorkerNumber = worker })).Cases).CaseId);
        Assert.Equal(["CASE_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => own.GetCaseAsync(new() { CaseId = other })));
        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.Codes(StatusCode.PermissionDenied, () => own.ListCasesAsync(new() { Country = "LA" })));
        var changing = new Proto.Cases.CasesClient(host.As(Who.TheWorker(worker)));
        Assert.Equal(["PERMISSION_MISSING"], await Refused.Codes(StatusCode.PermissionDenied, () => changing.CloseCaseAsync(new() { RequestId = Given.New(), CaseId = held, Outcome = Proto.CaseOutcome.Declined })));
    }

    [Fact]
    public async Task An_office_lists_its_caseload_oldest_first_page_by_page()
    {
        var office = $"office-{Given.New()}";
        var ids = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            var (held, _) = await host.Returned();
            await _counsellor.AssignCounsellorAsync(new() { RequestId = Given.New(), CaseId = held, Counsellor = $"c-{i}", Office = office });
            ids.Add(held);
        }

        var first = await _counsellor.ListCasesAsync(new() { Country = "LA", Office = office, PageSize = 2 });
        var second = await _counsellor.ListCasesAsync(new() { Country = "LA", Office = office, PageSize = 2, PageToken = first.NextPageToken });

        Assert.Equal(ids, first.Cases.Concat(second.Cases).Select(c => c.CaseId));
        Assert.Empty(second.NextPageToken);
        Assert.Equal(ids[1], Assert.Single((await _counsellor.ListCasesAsync(new() { Country = "LA", Office = office, Counsellor = "c-1", State = Proto.CaseState.Assigned })).Cases).CaseId);
        Assert.Empty((await _counsellor.ListCasesAsync(new() { Country = "LA", Office = office, State = Proto.CaseState.Opened })).Cases);
    }

    [Fact]
    public async Task Every_read_of_a_case_is_disclosed()
    {
        var (held, worker) = await host.Returned();

        await _counsellor.GetCaseAsync(new() { CaseId = held });

        await using var database = Npgsql.NpgsqlDataSource.Create(host.Database.AppConnection);
        await using var rows = database.CreateCommand("SELECT count(*) FROM audit WHERE subject = $1 AND kind = 'read' AND purpose = 'reintegration' AND account = $2");
        rows.Parameters.Add(new() { Value = worker });
        rows.Parameters.Add(new() { Value = A.Counsellor.Account });
        Assert.Equal(1L, await rows.ExecuteScalarAsync());
    }
}
