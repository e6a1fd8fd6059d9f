using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Tests.Grants;

public sealed class GrantCallsTests(ReintegrationHost host) : IClassFixture<ReintegrationHost>
{
    const string Programme = "LA-RETURN";

    readonly Proto.Grants.GrantsClient _counsellor = new(host.As(A.Counsellor, "reintegration"));
    readonly Proto.Grants.GrantsClient _colleague = new(host.As(A.Colleague, "reintegration"));
    readonly Proto.Grants.GrantsClient _ministry = new(host.As(A.Ministry, "reintegration"));

    [Fact]
    public async Task A_grant_is_asked_by_one_approved_by_another_paid_and_partly_returned_and_the_budget_follows()
    {
        var (held, office) = await Budgeted(1_000);
        var grant = await Ask(held, 600);

        Assert.Equal(["GRANT_BY_SAME_OFFICER"], await Refused.Codes(StatusCode.FailedPrecondition, () => Decide(_counsellor, grant)));
        Assert.Equal(Proto.GrantState.Approved, (await Decide(_colleague, grant)).State);
        Assert.Equal(600, await Committed(office));
        Assert.Equal(Proto.GrantState.Paid, (await _counsellor.PayGrantAsync(new() { RequestId = Given.New(), GrantId = grant, PaidOn = Given.Today.ToProto(), Evidence = "receipt-7" })).State);
        Assert.Equal(600, await Committed(office));
        Assert.Equal(["GRANT_RETURNED_AMOUNT_WRONG"], await Refused.Codes(StatusCode.FailedPrecondition, () => Return(grant, 601)));
        Assert.Equal(Proto.GrantState.Returned, (await Return(grant, 250)).State);
        Assert.Equal(350, await Committed(office));

        var shown = Assert.Single((await _counsellor.ListGrantsAsync(new() { CaseId = held })).Grants);
        Assert.Equal((A.Counsellor.Account, A.Colleague.Account, "receipt-7", 250L), (shown.AskedBy, shown.DecidedBy, shown.Evidence, shown.Returned.Minor));
    }

    [Fact]
    public async Task An_approval_taken_back_before_payment_frees_the_money()
    {
        var (held, office) = await Budgeted(500);
        var grant = await Ask(held, 500);
        await Decide(_colleague, grant);
        Assert.Equal(["GRANT_OVER_BUDGET"], await Refused.Codes(StatusCode.FailedPrecondition, () => AskCall(held, 1)));
        Assert.Equal(["GRANT_REFUSED_WITHOUT_REASON"], await Refused.Codes(StatusCode.FailedPrecondition, () => Decide(_ministry, grant, Proto.GrantDecision.Refuse, "")));

        await Decide(_ministry, grant, Proto.GrantDecision.Refuse);

        Assert.Equal(0, await Committed(office));
        Assert.Equal(["GRANT_STATE_WRONG"], await Refused.Codes(StatusCode.FailedPrecondition, () => _counsellor.PayGrantAsync(new() { RequestId = Given.New(), GrantId = grant, PaidOn = Given.Today.ToProto(), Evidence = "r" })));
    }

    [Fact]
    public async Task Two_officers_who_race_for_the_last_money_get_it_once_in_every_round()
    {
        for (var round = 0; round < 30; round++)
        {
            var (held, office) = await Budgeted(1_000);
            var grants = new List<string>();
            for (var i = 0; i < 2; i++)
                grants.Add(await Ask(held, 700));

            var codes = await Task.WhenAll(grants.Zip([_colleague, _ministry]).Select(async pair =>
            {
                try
                {
                    await Decide(pair.Second, pair.First);
                    return "";
                }
                catch (RpcException refusal) when (refusal.StatusCode == StatusCode.FailedPrecondition)
                {
                    return refusal.Problems().Single().Code;
                }
            }));

            Assert.Equal(["", "GRANT_OVER_BUDGET"], codes.Order(StringComparer.Ordinal));
            Assert.Equal(700, await Committed(office));
        }
    }

    [Fact]
    public async Task The_database_itself_refuses_overspending_one_officer_for_two_and_a_changed_commitment()
    {
        var (held, office) = await Budgeted(1_000);
        var grant = Guid.Parse(await Ask(held, 900));
        var other = Guid.Parse(await Ask(held, 900));
        await Decide(_colleague, grant.ToString());

        Assert.Equal("grant_budgets_not_overspent", await Broken($"UPDATE grants SET state = 'Approved', decided_on = current_date, decided_by = 'somebody' WHERE id = '{other}'"));
        Assert.Equal("grants_two_officers", await Broken($"UPDATE grants SET decided_on = current_date, decided_by = asked_by WHERE id = '{other}'"));
        Assert.Equal("42501", await Broken($"UPDATE grant_budgets SET committed_minor = 0 WHERE office = '{office}'"));
        Assert.Equal("42501", await Broken($"UPDATE grants SET amount_minor = 1 WHERE id = '{grant}'"));
    }

    [Fact]
    public async Task A_budget_is_set_by_the_ministry_never_below_what_is_committed_and_for_a_programme_of_the_country()
    {
        var (held, office) = await Budgeted(1_000);
        await Decide(_colleague, await Ask(held, 400));

        Assert.Equal(["BUDGET_BELOW_COMMITTED"], await Refused.Codes(StatusCode.FailedPrecondition, () => Set(office, 399)));
        await Set(office, 400);
        Assert.Equal(["BUDGET_PROGRAMME_OTHER_COUNTRY"], await Refused.Codes(StatusCode.FailedPrecondition, () => Set(office, 1, "KH-NEA")));
        Assert.Equal(["PERMISSION_MISSING"], await Refused.Codes(StatusCode.PermissionDenied, () => _counsellor.SetBudgetAsync(Budget(office, 1, Programme))));
        Assert.Equal((400L, 400L), Assert.Single((await _ministry.ListBudgetsAsync(new() { Country = "LA", Year = Given.Today.Year })).Budgets, b => b.Office == office) is var b ? (b.Amount.Minor, b.Committed.Minor) : default);
    }

    [Fact]
    public async Task Money_is_asked_only_within_a_plan_and_in_an_open_case()
    {
        var (held, _) = await host.Assigned();
        Assert.Equal(["GRANT_WITHOUT_PLAN", "GRANT_WITHOUT_BUDGET"], await Refused.Codes(StatusCode.FailedPrecondition, () => AskCall(held, 1)));
        await new Proto.Cases.CasesClient(host.As(A.Counsellor)).CloseCaseAsync(new() { RequestId = Given.New(), CaseId = held, Outcome = Proto.CaseOutcome.Declined });
        Assert.Contains("CASE_CLOSED", await Refused.Codes(StatusCode.FailedPrecondition, () => AskCall(held, 1)));
        Assert.Empty((await _counsellor.ListGrantsAsync(new() { CaseId = held })).Grants);
    }

    /// <summary>A planned case of an office of its own with so much money.</summary>
    async Task<(string Case, string Office)> Budgeted(long minor)
    {
        var office = $"office-{Given.New()}";
        var (held, _, _) = await host.Planned();
        await host.Db(db => db.Database.ExecuteSqlAsync($"UPDATE cases SET office = {office} WHERE id = {Guid.Parse(held)}"));
        await Set(office, minor);
        return (held, office);
    }

    AsyncUnaryCall<Proto.SetBudgetResponse> Set(string office, long minor, string programme = Programme) => _ministry.SetBudgetAsync(Budget(office, minor, programme));

    static Proto.SetBudgetRequest Budget(string office, long minor, string programme) =>
        new() { RequestId = Given.New(), Country = "LA", Programme = programme, Office = office, Year = Given.Today.Year, Amount = new() { Minor = minor, Currency = "LAK" } };

    AsyncUnaryCall<Proto.AskGrantResponse> AskCall(string held, long minor) =>
        _counsellor.AskGrantAsync(new() { RequestId = Given.New(), CaseId = held, Programme = Programme, Service = "S09", Purpose = "A sewing machine", Amount = new() { Minor = minor, Currency = "LAK" } });

    async Task<string> Ask(string held, long minor) => (await AskCall(held, minor)).GrantId;

    static AsyncUnaryCall<Proto.DecideGrantResponse> Decide(Proto.Grants.GrantsClient officer, string grant, Proto.GrantDecision decision = Proto.GrantDecision.Approve, string reason = "As discussed.") =>
        officer.DecideGrantAsync(new() { RequestId = Given.New(), GrantId = grant, Decision = decision, Reason = reason });

    AsyncUnaryCall<Proto.ReturnGrantResponse> Return(string grant, long minor) =>
        _counsellor.ReturnGrantAsync(new() { RequestId = Given.New(), GrantId = grant, Amount = new() { Minor = minor, Currency = "LAK" }, ReturnedOn = Given.Today.ToProto() });

    Task<long> Committed(string office) => host.Db(db => db.GrantBudgets.AsNoTracking().Where(b => b.Office == office).Select(b => b.CommittedMinor).SingleAsync());

    /// <summary>What the service's own role is refused by the database: the constraint's name, or the state of what it may not do.</summary>
    async Task<string> Broken(string sql)
    {
        await using var database = NpgsqlDataSource.Create(host.Database.AppConnection);
        await using var command = database.CreateCommand(sql);
        var refusal = await Assert.ThrowsAsync<PostgresException>(command.ExecuteNonQueryAsync);
        return refusal.ConstraintName ?? refusal.SqlState;
    }
}
