using Gms.Platform;
using Gms.Recruitment.Declarations;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Tests.Declarations;

public sealed class RecordStatementTests(RecruitmentHost host) : IClassFixture<RecruitmentHost>
{
    static readonly Who CivilSociety = Who.Is(Role.CivilSocietyOfficer, "TH");

    [Fact]
    public async Task The_questions_are_eighteen_in_each_language_and_need_no_sign_in()
    {
        var asked = new Proto.Declarations.DeclarationsClient(host.WithToken(null));
        var texts = new HashSet<string>();
        foreach (var language in new[] { "en", "km", "lo", "my", "th", "vi", "zh" })
        {
            var questions = await asked.ListQuestionsAsync(new() { Language = language });
            Assert.Equal(("2026-1", 18), (questions.Questionnaire, questions.Questions.Count));
            texts.UnionWith(questions.Questions.Select(q => q.Text));
        }
        Assert.Equal(18 * 7, texts.Count);
        Assert.Equal(["STATEMENT_LANGUAGE_UNKNOWN"], await Refused.StreamCodes(StatusCode.InvalidArgument, () => asked.ListQuestionsAsync(new() { Language = "fr" }).ResponseAsync));
    }

    [Fact]
    public void Every_forced_labour_indicator_is_asked_about_and_every_indicator_named_exists()
    {
        var items = Questionnaires.Load().All.Single().Items;
        var known = A.Reference.Indicators.All.Select(i => i.Id).ToHashSet();

        Assert.Equal(Enumerable.Range(1, 11).Select(i => $"FL{i:00}"), items.SelectMany(q => q.Indicators).Where(i => i.StartsWith("FL", StringComparison.Ordinal)).Order());
        Assert.All(items.SelectMany(q => q.Indicators).Where(i => i.StartsWith("FR", StringComparison.Ordinal)), i => Assert.Contains(i, known));
        Assert.Equal(items.Count, items.Select(q => q.Code).Distinct().Count());
    }

    [Fact]
    public async Task A_statement_weighs_in_the_verdict()
    {
        var (_, worker, contract) = await host.Contract();
        async Task<Dictionary<string, Gms.Type.V1.Outcome>> Verdict() => (await host.Compliance().VerifyRecruitmentAsync(new() { WorkerNumber = worker, ContractId = contract })).Checks.ToDictionary(c => c.Code, c => c.Outcome);
        Assert.Equal(Gms.Type.V1.Outcome.Unknown, (await Verdict())["FR17"]);

        await host.Declarations(Who.TheWorker(worker), "own-record").RecordStatementAsync(Ask.Statement(contract, ("HOLDS_OWN_PAPERS", Proto.StatementAnswer.No), ("HAS_COPY", Proto.StatementAnswer.Declined)));

        var verdict = await Verdict();
        Assert.Equal((Gms.Type.V1.Outcome.Fail, Gms.Type.V1.Outcome.Unknown, Gms.Type.V1.Outcome.Pass), (verdict["FR17"], verdict["FR15"], verdict["FR29"]));
    }

    [Fact]
    public async Task The_worker_and_who_took_it_read_it_and_no_other_organisation_and_no_agency()
    {
        var (agency, worker, contract) = await host.Contract();
        var id = (await host.Declarations(CivilSociety).RecordStatementAsync(Ask.Statement(contract))).StatementId;
        Task<Proto.ListStatementsResponse> Read(Who who, string purpose = "recruitment-verification") => host.Declarations(who, purpose).ListStatementsAsync(new() { ContractId = contract }).ResponseAsync;

        foreach (var (who, purpose) in new[] { (Who.TheWorker(worker), "own-record"), (CivilSociety, "complaint"), (Who.Is(Role.Inspector, "LA"), "recruitment-verification") })
        {
            var statement = Assert.Single((await Read(who, purpose)).Statements);
            Assert.Equal((id, 18, Proto.StatementTaker.CivilSociety), (statement.StatementId, statement.Answers.Count, statement.TakenBy));
        }
        Assert.Empty((await Read(CivilSociety with { Organisation = "another" })).Statements);
        Assert.Equal(["PERMISSION_MISSING"], await Refused.StreamCodes(StatusCode.PermissionDenied, () => Read(Who.AgencyOfficer(agency, "LA"))));
        Assert.Equal(["PERMISSION_MISSING"], await Refused.StreamCodes(StatusCode.PermissionDenied, () => host.Declarations(Who.AgencyOfficer(agency, "LA")).RecordStatementAsync(Ask.Statement(contract)).ResponseAsync));
        Assert.Equal(["PERMISSION_MISSING"], await Refused.StreamCodes(StatusCode.PermissionDenied, () => host.Declarations(Who.AgencyOfficer(agency, "LA")).CountStatementsAsync(new() { AgencyId = agency.ToString() }).ResponseAsync));
    }

    [Fact]
    public async Task Unknown_items_items_twice_no_items_and_another_s_contract_are_refused_and_nothing_is_written()
    {
        var (agency, worker, contract) = await host.Contract();
        var own = host.Declarations(Who.TheWorker(worker), "own-record");
        Task<string[]> Broken(Action<Proto.RecordStatementRequest> by, StatusCode status = StatusCode.InvalidArgument, Proto.Declarations.DeclarationsClient? who = null)
        {
            var request = Ask.Statement(contract);
            by(request);
            return Codes(status, () => (who ?? own).RecordStatementAsync(request).ResponseAsync);
        }

        Assert.Equal(["STATEMENT_ITEM_UNKNOWN", "STATEMENT_ITEM_TWICE"], await Broken(r => (r.Answers[0].Item, r.Answers[2].Item) = ("SHOE_SIZE", r.Answers[1].Item)));
        Assert.Equal(["STATEMENT_NOTHING_ANSWERED"], await Broken(r => r.Answers.Clear()));
        Assert.Equal(["STATEMENT_QUESTIONNAIRE_UNKNOWN"], await Broken(r => r.Questionnaire = "1999-1"));
        Assert.Equal(["DECLARATION_IN_FUTURE"], await Broken(r => r.DeclaredOn = Ask.Day(2026, 11, 23), StatusCode.FailedPrecondition));
        Assert.Equal(["CONTRACT_NOT_FOUND"], await Broken(_ => { }, StatusCode.NotFound, host.Declarations(Who.TheWorker(WorkerNumber.New("LA")), "own-record")));
        Assert.Equal(["CONTRACT_NOT_FOUND"], await Broken(_ => { }, StatusCode.NotFound, host.Declarations(Who.Is(Role.CivilSocietyOfficer, "KH"))));
        Assert.Equal(["STATEMENT_ANONYMOUS_WITH_CONTRACT"], await Broken(r => (r.Anonymous, r.AgencyId) = (true, agency.ToString())));
        Assert.False(await host.Db(db => db.Declarations.AnyAsync(d => d.WorkerNumber == worker)));
    }

    static async Task<string[]> Codes(StatusCode status, Func<Task> call) => [.. await Refused.StreamCodes(status, call)];

    [Fact]
    public async Task A_statement_without_a_name_leaves_nothing_that_leads_back()
    {
        var (agency, worker, _) = await host.Contract();
        var before = await host.Db(db => db.Outbox.CountAsync());

        var answer = await host.Declarations(Who.TheWorker(worker), "own-record").RecordStatementAsync(Ask.Anonymous(agency, ("PAID_FEE", Proto.StatementAnswer.Yes)));

        Assert.Equal("", answer.StatementId);
        Assert.Equal(before, await host.Db(db => db.Outbox.CountAsync()));
        var kept = await host.Db(db => db.AnonymousStatements.AsNoTracking().SingleAsync(s => s.AgencyId == agency));
        Assert.Equal((new DateOnly(2026, 11, 1), "TH", StatementAnswer.Yes, 4), (kept.RecordedMonth, kept.Destination, kept.Answers["PAID_FEE"], kept.Id.Version));
        Assert.Equal(["agency_id", "answers", "destination", "id", "questionnaire", "recorded_month", "taken_by"],
            await host.Db(db => db.Database.SqlQuery<string>($"SELECT column_name::text AS \"Value\" FROM information_schema.columns WHERE table_name = 'anonymous_statements' ORDER BY 1").ToListAsync()));
        Assert.Empty(await host.Db(db => db.Set<AuditRow>().Where(a => a.Call.EndsWith("RecordStatement") && a.Subject == worker).ToListAsync()));
    }

    [Fact]
    public async Task What_is_kept_for_a_repeat_of_a_statement_without_a_name_does_not_prove_whose_answers_they_are()
    {
        var (agency, worker, _) = await host.Contract();
        var sent = Ask.Anonymous(agency, ("PAID_FEE", Proto.StatementAnswer.Yes));
        var client = host.Declarations(Who.TheWorker(worker), "own-record");
        await client.RecordStatementAsync(sent);

        await client.RecordStatementAsync(sent);

        Assert.Empty(await host.Db(db => db.Set<RequestRow>().Where(r => r.RequestId == Guid.Parse(sent.RequestId)).Select(r => r.Hash).SingleAsync()));
        Assert.Equal(1, await host.Db(db => db.AnonymousStatements.CountAsync(s => s.AgencyId == agency)));
        Assert.Equal(["REQUEST_ID_REUSED"], await Refused.StreamCodes(StatusCode.InvalidArgument, () => host.Declarations(CivilSociety).RecordStatementAsync(sent).ResponseAsync));
    }

    [Fact]
    public async Task A_worker_states_only_about_the_agency_that_recruited()
    {
        var (agency, _, _) = await host.Contract();

        Assert.Equal(["STATEMENT_NOT_THROUGH_AGENCY"], await Refused.StreamCodes(StatusCode.FailedPrecondition, () => host.Declarations(Who.TheWorker(WorkerNumber.New("LA")), "own-record").RecordStatementAsync(Ask.Anonymous(agency)).ResponseAsync));
        Assert.Equal(["AGENCY_NOT_FOUND"], await Refused.StreamCodes(StatusCode.NotFound, () => host.Declarations(Who.Is(Role.CivilSocietyOfficer, "VN")).RecordStatementAsync(Ask.Anonymous(agency)).ResponseAsync));
    }

    [Fact]
    public async Task Statements_without_a_name_are_counted_in_whole_groups_and_whole_months()
    {
        var (agency, _, _) = await host.Contract();
        async Task Stated(int times, DateTimeOffset at)
        {
            for (var i = 0; i < times; i++)
                await host.Declarations(CivilSociety, at: at).RecordStatementAsync(Ask.Anonymous(agency, ("PAID_FEE", i == 0 ? Proto.StatementAnswer.No : Proto.StatementAnswer.Yes)));
        }
        Task<Proto.CountStatementsResponse> Counted(DateTimeOffset at) => host.Declarations(Who.Is(Role.Inspector, "LA"), at: at).CountStatementsAsync(new() { AgencyId = agency.ToString() }).ResponseAsync;
        var (november, december, january) = (RecruitmentHost.Now, RecruitmentHost.Now.AddMonths(1), RecruitmentHost.Now.AddMonths(2));

        await Stated(4, november);
        Assert.Equal(0, (await Counted(december)).Statements);
        await Stated(1, november);
        Assert.Equal(0, (await Counted(november)).Statements);
        var five = await Counted(december);
        Assert.Equal((5, 3), (five.Statements, five.Items.Single(i => i is { Item: "PAID_FEE", Answer: Proto.StatementAnswer.Yes }).Count));
        await Stated(4, december);
        Assert.Equal(five, await Counted(january));
        Assert.Equal(["AGENCY_NOT_FOUND"], await Refused.StreamCodes(StatusCode.NotFound, () => host.Declarations(Who.Is(Role.Inspector, "TH")).CountStatementsAsync(new() { AgencyId = agency.ToString() }).ResponseAsync));
    }
}
